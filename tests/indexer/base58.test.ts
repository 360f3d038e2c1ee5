import assert from 'node:assert/strict';
import { fromBase58, NotBase58 } from '@agent-labs/indexer';
import { getBase58Decoder } from '@solana/kit';
import fc from 'fast-check';

const base58 = getBase58Decoder();

describe('indexer: base58', () => {
  it('gives the bytes that the common encoder took, of every length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), fc.nat({ max: 5 }), (bytes, zeros) => {
        const whole = Uint8Array.from([...new Array(zeros).fill(0), ...bytes]);
        assert.deepEqual(fromBase58(base58.decode(whole)), whole);
      }),
      { numRuns: 500 },
    );
    for (const bytes of [new Uint8Array(), new Uint8Array(40), new Uint8Array(64).fill(255)]) {
      assert.deepEqual(fromBase58(base58.decode(bytes)), bytes);
    }
  });

  it('refuses what is none by name', () => {
    for (const text of ['0', 'O', 'I', 'l', ' ', 'abc+', 'é', 'a\u0000']) {
      assert.throws(() => fromBase58(text), NotBase58, text);
    }
  });
});
