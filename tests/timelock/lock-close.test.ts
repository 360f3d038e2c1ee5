import assert from 'node:assert/strict';
import { type LockCloseParams, lockCancel, lockClose, lockReclaim } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { arriveAt, whilePaused } from '../escrow/shared';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint } from '../fixtures/registry';
import { LOCKED, type LockFixture, milestones } from '../fixtures/timelock';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, key, lamportsOf } from '../registry/support';
import { sharedLocks } from './shared';

describe('lock close', () => {
  const { locked, onBothChains } = sharedLocks();
  const closing = (on: LockFixture, changes: Partial<LockCloseParams> = {}) =>
    lockClose(on.deployment, {
      ...on.ref,
      rentPayer: on.feePayer.publicKey,
      authority: on.recipient.publicKey,
      ...changes,
    });
  const refused = async (on: LockFixture, error: string, changes: Partial<LockCloseParams> = {}) =>
    expectRefused(on.chain, await closing(on, changes), [on.recipient, on.funder], error);
  const at = (on: LockFixture, seconds: bigint) => arriveAt(on.chain, on.began + seconds);
  const paidUp = async (on: LockFixture) => {
    await at(on, 1_000n);
    await on.claim();
    return on;
  };

  onBothChains('returns the rent to whoever paid it, and leaves nothing', async (on, kind) => {
    const { chain, feePayer, lock, tokens } = await paidUp(on);
    const { generation } = await on.readLock();
    const rent = (await lamportsOf(chain, lock)) + (await lamportsOf(chain, tokens));
    const instruction = await closing(on);
    const before = await lamportsOf(chain, feePayer.publicKey);
    const outcome = await on.send(instruction, on.recipient);
    const fee =
      kind === 'litesvm' ? outcome.fee : before + rent - (await lamportsOf(chain, feePayer.publicKey));
    assert.equal(await lamportsOf(chain, feePayer.publicKey), before + rent - fee);
    assert.ok(fee < 100_000n);
    assert.deepEqual([await chain.getAccount(lock), await chain.getAccount(tokens)], [null, null]);
    assertRecorded(kind, outcome, 'lockClosed', {
      lock,
      generation,
      funder: on.funder.publicKey,
      authority: on.recipient.publicKey,
      rentPayer: feePayer.publicKey,
      donated: 0n,
      destination: PublicKey.default,
      deposited: LOCKED,
      claimed: LOCKED,
      returned: 0n,
    });
  });

  refusesForgeries(
    async () => {
      const on = await paidUp(await locked());
      await tokenAccount(on.chain, on.mint, on.lock, 9n, { at: on.tokens });
      const instruction = await closing(on, { destination: on.funderTokens });
      return { chain: on.chain, instruction, signers: [on.recipient] };
    },
    {
      twice: Object.fromEntries([
        ...['lock', 'tokens', 'destination'].map((name) => [`${name} as rent_payer`, 'RentPayerMismatch']),
        ['destination as tokens', 'VaultMismatch'],
        ['tokens as destination', 'DestinationMismatch'],
      ]),
    },
  );

  it('LockNotOver: not while anything is locked, due, or to go back', async () => {
    const on = await locked();
    await at(on, 999n);
    await on.claim();
    await refused(on, 'LockNotOver');
    await at(on, 1_000n);
    await refused(on, 'LockNotOver');
    await on.claim();
    await on.send(await closing(on), on.recipient);

    const stopped = await locked();
    await at(stopped, 500n);
    await stopped.cancel();
    await refused(stopped, 'LockNotOver');
    await stopped.reclaim();
    await refused(stopped, 'LockNotOver');
    await stopped.claim();
    await stopped.send(await closing(stopped), stopped.recipient);

    const parts = await locked({ schedule: milestones });
    for (const index of [0, 1, 2]) await parts.approve(index);
    await at(parts, 1n);
    await refused(parts, 'LockNotOver');
    await parts.claim();
    await parts.send(await closing(parts), parts.recipient);
  });

  it('ClosedInOpeningSlot, invariant 8: no generation recurs', async () => {
    const on = await locked({ unmade: true });
    const { deployment, funder, lock } = on;
    const all = [
      (await on.creating()).instruction,
      await lockCancel(deployment, lock, funder.publicKey),
      await lockReclaim(deployment, { ...on.ref, funder: funder.publicKey }),
      await closing(on),
    ];
    await expectRefused(on.chain, all, [funder, on.feePayer, on.recipient], 'ClosedInOpeningSlot');
    await on.send(all.slice(0, 3), funder);
    const { generation } = await on.readLock();
    await on.chain.advance({ seconds: 1, slots: 1 });
    await on.send(await closing(on), on.recipient);
    await on.send((await on.creating()).instruction, funder);
    assert.ok((await on.readLock()).generation > generation);
  });

  it('DestinationMismatch: donations go to the funder', async () => {
    const on = await paidUp(await locked());
    await tokenAccount(on.chain, on.mint, on.lock, 77n, { at: on.tokens });
    const mint = await createMint(on.chain, key());
    const other = await tokenAccount(on.chain, mint, on.funder.publicKey, 0n);
    const own = await tokenAccount(on.chain, on.mint, on.funder.publicKey, 0n, { at: key() });
    await refused(on, 'DestinationMismatch');
    for (const destination of [on.recipientTokens, other, own, on.tokens]) {
      await refused(on, 'DestinationMismatch', { destination });
    }
    await on.send(await closing(on, { destination: on.funderTokens }), on.recipient);
    assert.equal(await tokenBalance(on.chain, on.funderTokens), PURSE - LOCKED + 77n);

    const chosen = await paidUp(await locked());
    await tokenAccount(chosen.chain, chosen.mint, chosen.lock, 5n, { at: chosen.tokens });
    const destination = await tokenAccount(chosen.chain, chosen.mint, chosen.funder.publicKey, 0n, {
      at: key(),
    });
    const signed = await closing(chosen, { destination, authority: chosen.funder.publicKey });
    await chosen.send(signed, chosen.funder);
    assert.equal(await tokenBalance(chosen.chain, destination), 5n);
  });

  it('RentPayerMismatch, MintMismatch, VaultMismatch: takes what belongs together; is never paused', async () => {
    const [on, another] = [await paidUp(await locked()), await paidUp(await locked())];
    const mint = await createMint(on.chain, key());
    await refused(on, 'RentPayerMismatch', { rentPayer: on.recipient.publicKey });
    for (const [name, pubkey, error] of [
      ['tokens', another.tokens, 'VaultMismatch'],
      ['mint', mint, 'MintMismatch'],
    ] as const) {
      const forged = withAccount(await closing(on), name, { pubkey });
      await expectRefused(on.chain, forged, [on.recipient], error);
    }
    await whilePaused(on, async () => on.send(await closing(on), on.recipient));
  });
});
