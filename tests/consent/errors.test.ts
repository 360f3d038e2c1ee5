import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { consentIdl } from '@agent-labs/sdk';

/** Numbers that clients know: they stay. */
const NUMBERS: Record<string, number> = {
  MathOverflow: 6000,
  UnknownLayout: 6001,
  InvariantBroken: 6002,
  ConfigMismatch: 6003,
  EventAuthorityMismatch: 6004,
  ProgramMismatch: 6005,
  RentPayerMismatch: 6006,
  ControllerMissing: 6020,
  PurposeMissing: 6021,
  TermsMissing: 6022,
  TermsVersionInvalid: 6023,
  GrantExpiryInvalid: 6024,
  RevisionMismatch: 6025,
  TermsVersionTooLow: 6026,
  GrantUnchanged: 6027,
  GrantMismatch: 6028,
  NotSubject: 6029,
  GrantRevoked: 6030,
  GrantStays: 6031,
  MandateMismatch: 6040,
  NotPayerOrSession: 6041,
  NoApprovers: 6042,
  CallTooLarge: 6043,
  ApprovalExpiryInvalid: 6044,
  ApprovalMismatch: 6045,
  ApprovalExists: 6046,
  NotApprover: 6047,
  AlreadySigned: 6048,
  ApprovalExpired: 6049,
  ExpiryMismatch: 6050,
  NotSigned: 6051,
  NotRequester: 6052,
  NotConsumer: 6053,
  GenerationMismatch: 6054,
  CallMismatch: 6055,
  ThresholdNotReached: 6056,
  LogMismatch: 6070,
  LogExists: 6071,
  NotOperator: 6072,
  SequenceMismatch: 6073,
  PreviousRootMismatch: 6074,
  RootMissing: 6075,
  EntriesNotGrowing: 6076,
};

describe('errors of consent', () => {
  const errors: readonly { code: number; name: string; msg: string }[] = consentIdl.errors;

  it('are each expected of some instruction in these tests', () => {
    const tests = [...filesOf(__dirname), `${__dirname}/../helpers/negatives.ts`]
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    assert.deepEqual(
      errors.map(({ name }) => name).filter((name) => !new RegExp(`'(consent:)?${name}'`).test(tests)),
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

function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file !== 'errors.test.ts' && file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);
}
