import assert from 'node:assert/strict';
import { AccountMismatch, ensureLookupTable, readLookupTable, retireLookupTable } from '@agent-labs/sdk';
import { Keypair, type PublicKey, type Signer, SystemProgram } from '@solana/web3.js';
import { funded, startProgramChain } from '../fixtures/registry';
import type { TestChain } from '../helpers/chains/test-chain';

const keys = (count: number) => Array.from({ length: count }, () => Keypair.generate().publicKey);

describe('lookup tables', () => {
  let chain: TestChain;
  let authority: Signer;
  let waits: number;
  const ensure = (addresses: PublicKey[], known?: PublicKey, owner = authority) => {
    const wait = async () => {
      waits += 1;
      await chain.advance({ slots: 1 });
    };
    return ensureLookupTable(chain, owner, addresses, known, { wait });
  };
  const purse = async () => (await chain.getAccount(authority.publicKey))?.lamports ?? 0n;

  beforeEach(async () => {
    chain = await startProgramChain('litesvm', 'escrow');
    authority = await funded(chain);
    waits = 0;
    await chain.advance({ slots: 10 });
  });

  it('are made with all addresses, and ready for use when they are given', async () => {
    for (const count of [1, 25, 26, 60]) {
      const addresses = keys(count);
      const { key, state } = await ensure([...addresses, ...addresses.slice(0, 3)]);
      assert.deepEqual(state.addresses, addresses);
      assert.ok((await chain.slot()) > BigInt(state.lastExtendedSlot));
      assert.deepEqual((await readLookupTable(chain, key))?.state.addresses, addresses);
      // the chain itself takes it
      const transfer = SystemProgram.transfer({
        fromPubkey: authority.publicKey,
        toPubkey: addresses[0] as PublicKey,
        lamports: 1_000_000n,
      });
      const table = await readLookupTable(chain, key);
      await chain.send([transfer], { payer: authority, lookupTables: table === null ? [] : [table] });
    }
    assert.ok(waits > 0);
  });

  it('are used again, and cost only what they lack', async () => {
    const [first, second] = [keys(3), keys(2)];
    const { key } = await ensure(first);
    const before = await purse();
    assert.deepEqual((await ensure(first.slice(1), key)).key, key);
    assert.equal(await purse(), before);
    const grown = await ensure([...first, ...second], key);
    assert.deepEqual([grown.key, grown.state.addresses], [key, [...first, ...second]]);
    const spent = before - (await purse());
    const [longer, shorter] = await Promise.all([5, 3].map((count) => chain.rentExemption(56 + 32 * count)));
    assert.equal(spent, 5_000n + (longer as bigint) - (shorter as bigint));
  });

  it('give their rent back in two steps, 513 slots apart', async () => {
    const { key } = await ensure(keys(4));
    const rent = (await chain.getAccount(key))?.lamports ?? 0n;
    assert.equal(await retireLookupTable(chain, authority, key), 'cooling');
    const deactivated = await chain.slot();
    assert.equal(await readLookupTable(chain, key), null);
    await assert.rejects(ensure(keys(1), key), AccountMismatch);
    await chain.advance({ slots: 512 });
    assert.equal(await retireLookupTable(chain, authority, key), 'cooling');
    await chain.advance({ slots: deactivated + 514n - (await chain.slot()) });
    const before = await purse();
    assert.equal(await retireLookupTable(chain, authority, key), 'closed');
    assert.equal(await purse(), before + rent - 5_000n);
    assert.equal(await chain.getAccount(key), null);
    assert.equal(await retireLookupTable(chain, authority, key), 'closed');
  });

  it('are refused of somebody else, of another program, and with too many addresses', async () => {
    const { key } = await ensure(keys(1));
    await assert.rejects(ensure(keys(1), key, await funded(chain)), AccountMismatch);
    await assert.rejects(ensure(keys(1), authority.publicKey), AccountMismatch);
    await assert.rejects(ensure(keys(1), Keypair.generate().publicKey), AccountMismatch);
    await assert.rejects(readLookupTable(chain, authority.publicKey), AccountMismatch);
    assert.equal(await readLookupTable(chain, Keypair.generate().publicKey), null);
    await assert.rejects(ensure(keys(256), key), RangeError);
    await assert.rejects(ensure(keys(257)), RangeError);
  });
});
