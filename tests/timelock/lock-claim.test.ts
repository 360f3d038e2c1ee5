import assert from 'node:assert/strict';
import { lockReleased } from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { arriveAt, rewrite, whilePaused } from '../escrow/shared';
import { tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint } from '../fixtures/registry';
import { AT_CLIFF, LOCKED, type LockFixture, periodic } from '../fixtures/timelock';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, key, lamportsOf } from '../registry/support';
import { assertLockBooks, sharedLocks } from './shared';

describe('lock claim', () => {
  const { locked, onBothChains } = sharedLocks();
  const refused = async (
    on: LockFixture,
    error: string,
    changes: { destination?: PublicKey; authority?: PublicKey } = {},
  ) => {
    await expectRefused(on.chain, await on.claiming(changes), [on.recipient, on.feePayer, on.funder], error);
  };
  const at = (on: LockFixture, seconds: bigint) => arriveAt(on.chain, on.began + seconds);
  const paid = (on: LockFixture) => tokenBalance(on.chain, on.recipientTokens);

  onBothChains('pays all that is due, by anyone', async (on, kind) => {
    await at(on, 550n);
    const outcome = await on.claim({}, on.funder);
    const due = AT_CLIFF + ((LOCKED - AT_CLIFF) * 550n) / 1_000n;
    assert.equal(await paid(on), due);
    assert.equal((await assertLockBooks(on)).claimed, due);
    assertRecorded(kind, outcome, 'lockClaimed', {
      lock: on.lock,
      payee: on.recipient.publicKey,
      former: false,
      authority: on.funder.publicKey,
      destination: on.recipientTokens,
      amount: due,
      claimedBefore: 0n,
      claimedAfter: due,
    });
  });

  refusesForgeries(
    async () => {
      const on = await locked();
      await at(on, 200n);
      return { chain: on.chain, instruction: await on.claiming(), signers: [on.recipient] };
    },
    {
      twice: {
        'destination as tokens': 'VaultMismatch',
        'tokens as destination': 'DestinationMismatch',
      },
    },
  );

  it('attack 47, NothingDue: nothing a second before the cliff, and the cliff at its second', async () => {
    const on = await locked();
    await refused(on, 'NothingDue');
    await at(on, 99n);
    await refused(on, 'NothingDue');
    await at(on, 100n);
    await on.claim();
    assert.equal(await paid(on), AT_CLIFF + ((LOCKED - AT_CLIFF) * 100n) / 1_000n);
    await refused(on, 'NothingDue');
    await assertLockBooks(on);
  });

  it('a period pays at its second, and not one before', async () => {
    const on = await locked({ schedule: periodic });
    await at(on, 100n);
    await on.claim();
    assert.equal(await paid(on), AT_CLIFF + 100_000n);
    await at(on, 199n);
    await refused(on, 'NothingDue');
    await at(on, 200n);
    await on.claim();
    assert.equal(await paid(on), AT_CLIFF + 200_000n);
    await at(on, 899n);
    await on.claim();
    assert.equal(await paid(on), LOCKED - 100_000n);
    await at(on, 900n);
    await on.claim();
    assert.equal(await paid(on), LOCKED);
    await assertLockBooks(on);
  });

  it('attack 47: many claims come to what one would have been, and at the end to all of it', async () => {
    const on = await locked({ amount: 999_983n });
    for (const seconds of [101n, 102n, 333n, 777n, 999n]) {
      await at(on, seconds);
      await on.claim();
      const { claimed, ...lock } = await assertLockBooks(on);
      assert.equal(claimed, lockReleased(lock, await on.chain.unixTime()));
    }
    await at(on, 1_000n);
    await on.claim();
    assert.equal(await paid(on), 999_983n);
    await at(on, 5_000n);
    await refused(on, 'NothingDue');
    await assertLockBooks(on);
  });

  it('attack 47: pays once, however often it is asked in one transaction', async () => {
    const on = await locked();
    await at(on, 400n);
    const claim = await on.claiming();
    await expectRefused(on.chain, [claim, claim], [on.recipient], 'NothingDue');
    await on.claim();
    await assertLockBooks(on);
  });

  it('attack 48: no instruction changes the terms of a lock', async () => {
    const on = await locked();
    const { schedule, cancel, change, topUp, creator, funder, mint, rentPayer } = await on.readLock();
    await on.topUp(5n);
    await at(on, 400n);
    await on.claim();
    await on.cancel();
    await on.reclaim();
    const after = await on.readLock();
    for (const [name, value] of Object.entries({
      schedule,
      cancel,
      change,
      topUp,
      creator,
      funder,
      mint,
      rentPayer,
    })) {
      assertSame(after[name as keyof typeof after], value);
    }
  });

  it('is never paused', async () => {
    const on = await locked();
    await at(on, 100n);
    await whilePaused(on, () => on.claim());
  });

  it('DestinationMismatch: the recipient chooses among accounts of its own, others pay the associated one', async () => {
    const on = await locked();
    await at(on, 400n);
    const own = await tokenAccount(on.chain, on.mint, on.recipient.publicKey, 0n, { at: key() });
    const foreign = await tokenAccount(on.chain, on.mint, on.funder.publicKey, 0n, { at: key() });
    const mint = await createMint(on.chain, key());
    const other = await tokenAccount(on.chain, mint, on.recipient.publicKey, 0n);
    const authority = on.funder.publicKey;
    for (const destination of [foreign, other, on.tokens]) {
      await refused(on, 'DestinationMismatch', { destination });
      await refused(on, 'DestinationMismatch', { destination, authority });
    }
    await refused(on, 'DestinationMismatch', { destination: own, authority });
    // given away: no longer the recipient's
    await tokenAccount(on.chain, on.mint, on.funder.publicKey, 0n, { at: on.recipientTokens });
    await refused(on, 'DestinationMismatch', { authority });
    await on.claim({ destination: own });
    assert.ok((await tokenBalance(on.chain, own)) > 0n);
    await assertLockBooks(on);
  });

  it('waits for a frozen account, and loses nothing', async () => {
    const on = await locked();
    await at(on, 400n);
    await tokenAccount(on.chain, on.mint, on.recipient.publicKey, 0n, { frozen: true });
    await refused(on, 'token:AccountFrozen');
    await at(on, 1_000n);
    await tokenAccount(on.chain, on.mint, on.recipient.publicKey, 0n);
    await on.claim();
    assert.equal(await paid(on), LOCKED);
  });

  it('donations change nothing of what is due', async () => {
    const on = await locked();
    await tokenAccount(on.chain, on.mint, on.lock, LOCKED + 999n, { at: on.tokens });
    await at(on, 1_000n);
    await on.claim();
    assert.equal(await paid(on), LOCKED);
    await refused(on, 'NothingDue');
    await assertLockBooks(on, 999n);
  });

  it('MathOverflow, InvariantBroken: pays nothing that the books do not hold', async () => {
    const on = await locked();
    await at(on, 400n);
    const before = await on.chain.getAccount(on.lock);
    for (const [fields, error] of [
      [{ claimed: LOCKED }, 'MathOverflow'],
      [{ formerDue: 2n ** 64n - 1n, claimed: 1n }, 'MathOverflow'],
      [{ returned: LOCKED }, 'InvariantBroken'],
      [{ returned: 1n }, 'InvariantBroken'],
      [{ formerDue: 1n }, 'InvariantBroken'],
      [{ approved: 1 }, 'InvariantBroken'],
      [{ schedule: { period: 0n, kind: 1 } }, 'PeriodInvalid'],
      [{ schedule: { kind: 3 } }, 'UnknownLayout'],
    ] as const) {
      await rewrite(on.chain, 'lock', on.lock, fields);
      await refused(on, error);
      await on.chain.setAccount(on.lock, before);
    }
    await tokenAccount(on.chain, on.mint, on.lock, LOCKED - 1n, { at: on.tokens });
    await refused(on, 'InvariantBroken');
  });

  it('MintMismatch, VaultMismatch: takes what belongs together', async () => {
    const [on, another] = [await locked(), await locked()];
    await at(on, 400n);
    const instruction = await on.claiming();
    const mint = await createMint(on.chain, key());
    for (const [name, pubkey, error] of [
      ['lock', another.lock, 'VaultMismatch'],
      ['tokens', another.tokens, 'VaultMismatch'],
      ['mint', mint, 'MintMismatch'],
    ] as const) {
      await expectRefused(on.chain, withAccount(instruction, name, { pubkey }), [on.recipient], error);
    }
  });

  it('costs the recipient nothing where another pays the fee', async () => {
    const on = await locked();
    await at(on, 400n);
    const before = await lamportsOf(on.chain, on.recipient.publicKey);
    await on.claim({}, on.feePayer);
    assert.equal(await lamportsOf(on.chain, on.recipient.publicKey), before);
  });
});
