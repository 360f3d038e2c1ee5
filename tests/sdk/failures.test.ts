import assert from 'node:assert/strict';
import { anchorError, parseRefusal, transactionFailed } from '@agent-labs/sdk';

const ANCHOR_LINE =
  'Program log: AnchorError thrown in programs/escrow/src/lib.rs:7. Error Code: CapExceeded. Error Number: 6003. Error Message: Over the cap.';

describe('failures', () => {
  it('are read as LiteSVM and as bankrun print them', () => {
    const whole = { code: null, instructionIndex: null };
    const cases = [
      ['InstructionError(2, Custom(6003))', { code: 6003, instructionIndex: 2, reason: 'Custom(6003)' }],
      [
        'Error processing Instruction 2: custom program error: 0x1773',
        { code: 6003, instructionIndex: 2, reason: 'custom program error: 0x1773' },
      ],
      ['InstructionError(0, Immutable)', { code: null, instructionIndex: 0, reason: 'Immutable' }],
      ['BlockhashNotFound', { ...whole, reason: 'BlockhashNotFound' }],
      [
        'InsufficientFundsForRent { account_index: 1 }',
        { ...whole, reason: 'InsufficientFundsForRent { account_index: 1 }' },
      ],
    ] as const;
    for (const [text, refusal] of cases) assert.deepEqual(parseRefusal(text), refusal);
  });

  it('carry the Anchor error that fits the code, and no other', () => {
    const anchor = 'Error Code: CapExceeded. Error Number: 6003. Error Message: Over the cap.';
    assert.equal(anchorError([ANCHOR_LINE, 'Program log: more'], 6003), anchor);
    assert.equal(anchorError([ANCHOR_LINE], 6004), null);
    assert.equal(anchorError([ANCHOR_LINE], null), null);
    const failed = transactionFailed('InstructionError(1, Custom(6003))', [ANCHOR_LINE]);
    assert.equal(failed.message, `instruction 1 failed: custom program error 6003. ${anchor}`);
    assert.deepEqual([failed.code, failed.instructionIndex, failed.logs], [6003, 1, [ANCHOR_LINE]]);
  });
});
