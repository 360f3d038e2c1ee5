import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { reputationIdl } from '@agent-labs/sdk';

/** Numbers that clients know: they stay. */
const NUMBERS: Record<string, number> = {
  MathOverflow: 6000,
  UnknownLayout: 6001,
  InvariantBroken: 6002,
  Paused: 6003,
  ConfigMismatch: 6004,
  EventAuthorityMismatch: 6005,
  ProgramMismatch: 6006,
  RatingAuthorityMismatch: 6007,
  AgentMismatch: 6008,
  RentPayerMismatch: 6009,
  StarsInvalid: 6020,
  NotPayer: 6021,
  SelfRating: 6022,
  BackerRating: 6023,
  PositionMismatch: 6024,
  RightMismatch: 6025,
  ScoreMismatch: 6026,
  PairMismatch: 6027,
  ReceiptMismatch: 6028,
  RatingByDelegate: 6029,
  DelegatesMismatch: 6030,
  NotAdmin: 6040,
  ShardInvalid: 6041,
  TreeNotPrepared: 6042,
  TreeSizeInvalid: 6043,
  UriBaseInvalid: 6044,
  TreeNotFull: 6045,
  TreeMismatch: 6046,
  TreeAccountsMissing: 6047,
  TreeFull: 6048,
  TreeExists: 6049,
  TreePoolMismatch: 6050,
  PairInUse: 6060,
  ScoreInUse: 6061,
  ScoreUnchanged: 6070,
  ResponseExists: 6100,
  ResponseMismatch: 6101,
  ResponseEmpty: 6102,
  NotAgentSide: 6103,
  DelegatesVoid: 6104,
  DelegateExpired: 6105,
  DelegateNotPermitted: 6106,
  NotAgentsRating: 6107,
  LeafMissing: 6108,
  ResponseInUse: 6109,
};

describe('errors of reputation', () => {
  const errors: readonly { code: number; name: string; msg: string }[] = reputationIdl.errors;

  it('are each expected of some instruction in these tests', () => {
    const tests = readdirSync(__dirname)
      .filter((file) => file !== 'errors.test.ts' && file.endsWith('.ts'))
      .map((file) => readFileSync(`${__dirname}/${file}`, 'utf8'))
      .join('\n');
    assert.deepEqual(
      errors.map(({ name }) => name).filter((name) => !tests.includes(`'${name}'`)),
      [],
    );
  });

  it('keep their numbers, and say what to do', () => {
    assert.deepEqual(Object.fromEntries(errors.map(({ name, code }) => [name, code])), NUMBERS);
    assert.deepEqual(
      errors.filter(({ msg }) => msg.length < 20),
      [],
    );
  });
});
