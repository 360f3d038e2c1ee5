import assert from 'node:assert/strict';
import { programDataAddress, UPGRADEABLE_LOADER, upgradeAuthorityOf } from '@agent-labs/localnet';
import { AddressLookupTableAccount, AddressLookupTableProgram, Keypair } from '@solana/web3.js';
import { AUTHORITY, type ChainFixture, NOOP, PROGRAMS, SOL, UNIX_TIME } from './chain-fixture';

/** The clock, the accounts, and lookup tables, which hang on both. */
export function stateSuite(on: ChainFixture): void {
  describe('clock', () => {
    it('starts where told and stands still', async () => {
      const slot = await on.chain.slot();
      await on.chain.send([on.pay(AUTHORITY, SOL)], { payer: on.payer });
      assert.equal(await on.chain.unixTime(), UNIX_TIME);
      assert.equal(await on.chain.slot(), slot);
    });

    it('moves slot and time together', async () => {
      const slot = await on.chain.slot();
      await on.chain.advance({ seconds: 10 });
      assert.deepEqual([await on.chain.slot(), await on.chain.unixTime()], [slot + 25n, UNIX_TIME + 10n]);
      await on.chain.advance({ slots: 5n });
      assert.deepEqual([await on.chain.slot(), await on.chain.unixTime()], [slot + 30n, UNIX_TIME + 12n]);
      await on.chain.advance({ seconds: 7n * 86_400n, slots: 1 });
      assert.deepEqual(
        [await on.chain.slot(), await on.chain.unixTime()],
        [slot + 31n, UNIX_TIME + 604_812n],
      );
    });

    it('always moves a slot, and lets fractions of a second add up', async () => {
      const slot = await on.chain.slot();
      await on.chain.advance({ seconds: 0 });
      assert.deepEqual([await on.chain.slot(), await on.chain.unixTime()], [slot + 1n, UNIX_TIME]);
      for (let i = 0; i < 5; i++) await on.chain.advance();
      assert.deepEqual([await on.chain.slot(), await on.chain.unixTime()], [slot + 6n, UNIX_TIME + 2n]);
    });

    it('is set, and refuses to be advanced backwards', async () => {
      const slot = await on.chain.slot();
      await on.chain.setUnixTime(5n);
      assert.deepEqual([await on.chain.slot(), await on.chain.unixTime()], [slot, 5n]);
      await assert.rejects(on.chain.advance({ seconds: -1 }), RangeError);
    });
  });

  describe('accounts', () => {
    it('hold programs as upgradeable ones, with their authority', async () => {
      for (const { programId, elf } of PROGRAMS) {
        const program = await on.chain.getAccount(programId);
        assert.ok(program?.executable);
        assert.ok(program.owner.equals(UPGRADEABLE_LOADER));
        const address = programDataAddress(programId);
        assert.deepEqual(Buffer.from(program.data), Buffer.from([2, 0, 0, 0, ...address.toBytes()]));
        const programData = await on.chain.getAccount(address);
        assert.ok(programData && !programData.executable);
        assert.equal(programData.lamports, await on.chain.rentExemption(programData.data.length));
        assert.ok(upgradeAuthorityOf(programData)?.equals(AUTHORITY));
        assert.ok(Buffer.from(programData.data.subarray(45)).equals(elf));
      }
    });

    it('of programs run', async () => {
      const { logs } = await on.chain.send([on.say(Buffer.from('hello'))], { payer: on.payer });
      assert.equal(logs.at(-1), `Program ${NOOP.toBase58()} success`);
    });

    it('are written and deleted', async () => {
      const at = Keypair.generate().publicKey;
      const account = { lamports: SOL, owner: NOOP, data: Uint8Array.of(1, 2, 3), executable: false };
      await on.chain.setAccount(at, account);
      const read = await on.chain.getAccount(at);
      assert.ok(read);
      assert.ok(read.owner.equals(NOOP));
      assert.deepEqual([read.lamports, [...read.data], read.executable], [SOL, [1, 2, 3], false]);
      await on.chain.setAccount(at, null);
      assert.equal(await on.chain.getAccount(at), null);
    });

    it('are credited with what makes them rent-exempt, or not at all', async () => {
      const at = Keypair.generate().publicKey;
      await assert.rejects(on.chain.airdrop(at, 1n), RangeError);
      await on.chain.airdrop(at, SOL);
      await on.chain.airdrop(at, SOL);
      assert.equal(await on.balance(at), 2n * SOL);
    });
  });

  it('uses a lookup table from the slot after it was extended', async () => {
    const to = Array.from({ length: 40 }, () => Keypair.generate().publicKey);
    const [create, table] = AddressLookupTableProgram.createLookupTable({
      authority: on.payer.publicKey,
      payer: on.payer.publicKey,
      recentSlot: (await on.chain.slot()) - 1n,
    });
    await on.chain.send([create], { payer: on.payer });
    for (const part of [to.slice(0, 20), to.slice(20)]) {
      const extend = AddressLookupTableProgram.extendLookupTable({
        lookupTable: table,
        authority: on.payer.publicKey,
        payer: on.payer.publicKey,
        addresses: part,
      });
      await on.chain.send([extend], { payer: on.payer });
    }
    const state = AddressLookupTableAccount.deserialize(
      (await on.chain.getAccount(table))?.data as Uint8Array,
    );
    const lookupTables = [new AddressLookupTableAccount({ key: table, state })];
    const transfers = to.map((key) => on.pay(key, 10_000_000n));
    await assert.rejects(on.chain.send(transfers, { payer: on.payer, lookupTables }), {
      name: 'TransactionFailed',
    });
    await on.chain.advance();
    const outcome = await on.chain.send(transfers, { payer: on.payer, lookupTables });
    assert.equal(outcome.fee, 5000n);
    assert.ok(outcome.size < 1232);
    for (const key of to) assert.equal(await on.balance(key), 10_000_000n);
  });
}
