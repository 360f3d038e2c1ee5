import assert from 'node:assert/strict';
import { escrowIdl } from '@agent-labs/sdk';
import fc from 'fast-check';
import { KINDS } from './commands';
import { escrowProperty } from './run';
import { Statistics } from './statistics';

const DEFAULT_RUNS = 48;
const RUNS = Number(process.env.PROPERTY_RUNS ?? DEFAULT_RUNS);
const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_122);
const MAX_COMMANDS = 300;

/** Errors of jobs. */
const JOBS = [
  'JobDeadlinesInvalid',
  'ReviewWindowInvalid',
  'HashMissing',
  'JobGenerationMismatch',
  'TermsMismatch',
  'JobNotFunded',
  'JobNotAccepted',
  'JobNotDelivered',
  'JobNotUnderWay',
  'AcceptanceOver',
  'DeliveryOver',
  'ReviewOpen',
  'ReviewOver',
  'JobNotExpired',
  'NotJobAgent',
  'JobSplitTooHigh',
  'JobRefundTooHigh',
  'JobClaimTooHigh',
  'JobNothingPayable',
  'JobNotEnded',
  'JobUnpaid',
  'JobsRemain',
  'JobFinishedInOpeningSlot',
];

/** Errors of the escrow that no command here can reach, and why. */
const UNREACHABLE: Record<string, string> = {
  UnknownLayout: 'there is one layout version; accounts of another would have to be forged',
  InvariantBroken: 'what these tests show not to happen',
  NotYetEnforced: 'nobody says it any more',
  AllowProofTooLong:
    'no transaction with three signers holds so long a proof; tests/escrow/channel-allowed.test.ts',
  StakeTooLow: 'no limit on stake is set here; tests/escrow/channel-standing.test.ts sets them',
  FirstLossTooLow: 'the same',
  StakeVaultMismatch: 'the same',
  ScoreTooLow: 'no limit on the score is set here; tests/escrow/channel-standing.test.ts sets them',
  ScoreMismatch: 'the same',
  RatingRightMissing: 'ratings have a property of their own',
  NotRatingAuthority: 'nobody but reputation can sign so that it is asked at all; its tests try',
  HoldDisputed: 'nobody disputes here; tests/properties/disputes does',
  NotClaimAuthority: 'nobody but stake can sign so that it is asked at all',
  ClaimTooHigh: 'the same; tests/properties/disputes has stake ask',
  ClaimWindowOver: 'the same',
  ClaimMismatch: 'stake never asks so; tests/escrow/claim-close.test.ts does in its place',
  ...all('jobs have a property of their own', JOBS),
  ...all('no voucher sets here; tests/escrow/channel-settle-set.test.ts settles and refuses them', [
    ...['SetSizeInvalid', 'WrongSet'],
  ]),
  ApprovalAccountsMismatch:
    'no approvals are passed here; tests/escrow/channel-approval.test.ts passes wrong ones',
  TokenProgramMismatch: 'one mint of one token program here; tests/flows/token-2022.test.ts has the other',
  ...all('no mint of Token-2022 here; tests/escrow/mint-policy.test.ts has each', [
    ...['MintMalformed', 'MintTakesFees', 'MintHasPermanentDelegate', 'MintHasTransferHook'],
    ...['MintFreezesByDefault', 'MintPausable', 'MintClosable', 'MintConfidential', 'MintScalesAmounts'],
    ...['MintNotTransferable', 'MintExtensionUnknown'],
  ]),
  ...all('credits have a property of their own', [
    ...['CreditsExist', 'CreditsMissing', 'CreditDecimalsInvalid', 'CreditMintMismatch'],
    ...['IssuerMissing', 'NotIssuer', 'IssuerInactive', 'IssuerCapExceeded', 'IssuerMismatch'],
    ...['CreditPaymentUsed', 'CreditReferenceMissing'],
  ]),
};

function all(why: string, names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, why]));
}

describe('escrow and registry, any commands in any order', function () {
  this.timeout(0);
  const statistics = new Statistics();

  it(`keeps every invariant and does what the model says (seed ${SEED}, ${RUNS} runs)`, async () => {
    const property = escrowProperty({ statistics, maxCommands: MAX_COMMANDS, compare: true });
    try {
      await fc.assert(property, { numRuns: RUNS, seed: SEED, unbiased: true });
    } finally {
      console.log(statistics.report());
    }
  });

  it('tried every command with success, and every way to be refused', function () {
    if (RUNS < DEFAULT_RUNS) this.skip();
    const rare = statistics.rarelySuccessful(KINDS, 0.05);
    assert.deepEqual(rare, [], 'commands that hardly ever succeed');
    const names = escrowIdl.errors.map(({ name }) => name as string);
    const missed = names.filter((name) => !statistics.errors.has(name) && UNREACHABLE[name] === undefined);
    assert.deepEqual(missed, [], 'errors never seen');
    const reached = Object.keys(UNREACHABLE).filter((name) => statistics.errors.has(name));
    assert.deepEqual(reached, [], 'errors that were thought out of reach');
  });
});
