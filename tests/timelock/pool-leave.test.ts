import assert from 'node:assert/strict';
import { poolLeave } from '@agent-labs/sdk';
import { arriveAt, whilePaused } from '../escrow/shared';
import { funded } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, lamportsOf } from '../registry/support';
import { assertPoolBooks, booksOf, type Member, type PoolFixture, SHARE, sharedPools } from './pools';

describe('timelock pool_leave', () => {
  const { onBothChains, pool } = sharedPools();
  const leaving = ({ deployment, pool: at }: PoolFixture, { wallet }: Member, forfeit = false) =>
    poolLeave(deployment, at, wallet.publicKey, { forfeit });

  onBothChains('ends a membership; what it gives up is free, the rent its own', async (on, kind) => {
    const { chain } = on;
    const [member, other] = [await on.member(), await on.member()];
    await on.fund(2n * SHARE);
    await on.open();
    const before = await on.readPool();
    const rent = await lamportsOf(chain, member.membership);
    const had = await lamportsOf(chain, member.wallet.publicKey);
    const outcome = await on.send(await leaving(on, member, true), member.wallet);
    const after = await on.readPool();
    assertSame(after, { ...before, members: 1, records: 1, owed: SHARE, free: SHARE });
    assert.equal(await chain.getAccount(member.membership), null);
    assert.equal(await lamportsOf(chain, member.wallet.publicKey), had + rent);
    await assertPoolBooks(on, [other]);
    assertRecorded(kind, outcome, 'membershipEnded', {
      ...{ pool: on.pool, generation: after.generation, membership: member.membership },
      ...{ wallet: member.wallet.publicKey, why: { left: {} }, forfeited: SHARE, paid: 0n },
      ...{ rentPayer: member.wallet.publicKey, endedAt: await chain.unixTime() },
      ...{ before: booksOf(before), after: booksOf(after) },
    });
  });

  refusesForgeries(
    async () => {
      const on = await pool();
      const member = await on.member();
      return { chain: on.chain, instruction: await leaving(on, member), signers: [member.wallet] };
    },
    { twice: { 'pool as rent_payer': 'RentPayerMismatch', 'membership as rent_payer': 'RentPayerMismatch' } },
  );

  it('ClaimFirst: gives nothing up unless told to', async () => {
    const on = await pool();
    const member = await on.member();
    await on.fund(SHARE);
    await on.open();
    await expectRefused(on.chain, await leaving(on, member), [member.wallet], 'ClaimFirst');
    await on.claim(member);
    await on.send(await leaving(on, member), member.wallet);
    await assertPoolBooks(on);
  });

  it('gives nothing up that has expired', async () => {
    const on = await pool({ mode: 'Expire' });
    const member = await on.member();
    await on.fund(SHARE);
    await on.open();
    await arriveAt(on.chain, (await on.readPool()).epochEndsAt);
    await on.send(await leaving(on, member), member.wallet);
    const { free, owed } = await on.readPool();
    assert.deepEqual([free, owed], [SHARE, 0n]);
  });

  it('attacks 9, 10: who leaves and joins again has no part in what is open', async () => {
    const on = await pool();
    const member = await on.member();
    await on.fund(5n * SHARE);
    await on.open();
    await on.claim(member);
    await on.send(await leaving(on, member), member.wallet);
    await on.join(member);
    assert.equal((await on.readMember(member)).next, 1n);
    await on.send(await leaving(on, member), member.wallet);
    await assertPoolBooks(on);
  });

  it('NotMember, PoolMismatch, RentPayerMismatch: is for the member, here, and for who paid', async () => {
    const [on, another] = [await pool(), await pool()];
    const [member, stranger] = [await on.member(), await funded(on.chain)];
    const spoil = async (name: string, pubkey: typeof on.pool, error: string, by = member.wallet) =>
      expectRefused(on.chain, withAccount(await leaving(on, member), name, { pubkey }), [by], error);
    await spoil('wallet', stranger.publicKey, 'NotMember', stranger);
    await spoil('pool', another.pool, 'PoolMismatch');
    await spoil('rent_payer', stranger.publicKey, 'RentPayerMismatch');
  });

  it('is open while all is paused', async () => {
    const on = await pool();
    const member = await on.member();
    await whilePaused(on, async () => on.send(await leaving(on, member), member.wallet));
    assert.equal((await on.readPool()).records, 0);
  });
});
