import assert from 'node:assert/strict';
import { attestationAddress, poolEvict, poolStop } from '@agent-labs/sdk';
import { arriveAt, whilePaused } from '../escrow/shared';
import { attest, unattest } from '../fixtures/attestations';
import { tokenBalance } from '../fixtures/escrow';
import { funded } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, donation, key, lamportsOf, patch } from '../registry/support';
import { assertPoolBooks, booksOf, GRACE, type Member, type PoolFixture, SHARE, sharedPools } from './pools';

describe('timelock pool_evict', () => {
  const { onBothChains, pool } = sharedPools();
  const evicting = ({ deployment, poolRef }: PoolFixture, { wallet }: Member) =>
    poolEvict(deployment, poolRef, wallet.publicKey, wallet.publicKey);
  const evict = async (on: PoolFixture, member: Member) => on.send(await evicting(on, member));
  const refused = async (on: PoolFixture, member: Member, error: string) =>
    expectRefused(on.chain, await evicting(on, member), [], error);
  /** A pool in which an epoch opened for two members, the first of whom nobody vouches for any more. */
  const lapsed = async (terms: Parameters<typeof pool>[0] = {}) => {
    const on = await pool(terms);
    const [member, other] = [await on.member(), await on.member()];
    await on.fund(10n * SHARE);
    await on.open();
    await unattest(on, on.attestor, member.wallet.publicKey);
    return { on, member, other };
  };

  onBothChains('suspends a member with money coming, and ends it after the grace', async (on, kind) => {
    const { chain } = on;
    const [member, other] = [await on.member(), await on.member()];
    await on.fund(10n * SHARE);
    await on.open();
    await unattest(on, on.attestor, member.wallet.publicKey);
    const [before, was] = [await on.readPool(), await on.readMember(member)];
    const suspended = await evict(on, member);
    const [after, suspendedAt] = [await on.readPool(), await chain.unixTime()];
    assertSame(after, { ...before, members: 1 });
    assertSame(await on.readMember(member), { ...was, until: 1n, suspendedAt });
    await assertPoolBooks(on, [member, other]);
    const told = { pool: on.pool, generation: after.generation, membership: member.membership };
    const wallet = member.wallet.publicKey;
    assertRecorded(kind, suspended, 'memberSuspended', {
      ...{ ...told, wallet, until: 1n, due: SHARE, suspendedAt },
      ...{ before: booksOf(before), after: booksOf(after) },
    });

    await arriveAt(chain, suspendedAt + GRACE - 1n);
    await refused(on, member, 'GraceNotOver');
    await arriveAt(chain, suspendedAt + GRACE);
    const had = await lamportsOf(chain, wallet);
    const rent = await lamportsOf(chain, member.membership);
    const ended = await evict(on, member);
    const gone = await on.readPool();
    assertSame(gone, { ...after, records: 1, owed: SHARE, free: 9n * SHARE });
    assert.equal(await lamportsOf(chain, wallet), had + rent);
    assert.equal(await chain.getAccount(member.membership), null);
    await assertPoolBooks(on, [other]);
    assertRecorded(kind, ended, 'membershipEnded', {
      ...{ ...told, wallet, why: { evicted: {} }, forfeited: SHARE, paid: 0n, rentPayer: wallet },
      ...{ endedAt: await chain.unixTime(), before: booksOf(after), after: booksOf(gone) },
    });
  });

  refusesForgeries(
    async () => {
      const { on, member } = await lapsed();
      return { chain: on.chain, instruction: await evicting(on, member), signers: [] };
    },
    {
      apart: ['attestation'],
      twice: { 'pool as rent_payer': 'RentPayerMismatch', 'membership as rent_payer': 'RentPayerMismatch' },
    },
  );

  it('ends at once a membership without attestation that has nothing coming', async () => {
    const { on, member, other } = await lapsed();
    await attest(on, on.attestor, member.wallet.publicKey);
    await on.claim(member);
    await unattest(on, on.attestor, member.wallet.publicKey);
    await evict(on, member);
    await assertPoolBooks(on, [other]);
    assert.equal((await on.readPool()).members, 1);
  });

  it('ends one at once where the pool gives no grace', async () => {
    const { on, member, other } = await lapsed({ grace: 0n });
    await evict(on, member);
    const { free, owed } = await on.readPool();
    assert.deepEqual([free, owed], [9n * SHARE, SHARE]);
    await assertPoolBooks(on, [other]);
  });

  it('a suspended member has no part in later epochs, and gets its due once vouched for again', async () => {
    const { on, member, other } = await lapsed({ grace: 1_000n });
    await evict(on, member);
    await on.open();
    await refused(on, member, 'GraceNotOver');
    assert.equal((await on.readPool()).owed, 3n * SHARE);
    await on.claim(other);
    assert.equal(await tokenBalance(on.chain, other.tokens), 2n * SHARE);
    await attest(on, on.attestor, member.wallet.publicKey);
    await on.claim(member);
    assert.equal(await tokenBalance(on.chain, member.tokens), SHARE);
    await assertPoolBooks(on, [member, other]);
  });

  it('ClaimFirst: takes nothing from a suspended member who is vouched for again', async () => {
    const { on, member, other } = await lapsed({ grace: 1_000n });
    await evict(on, member);
    await on.open();
    await attest(on, on.attestor, member.wallet.publicKey);
    await arriveAt(on.chain, (await on.chain.unixTime()) + 1_000n);
    await refused(on, member, 'ClaimFirst');
    await on.claim(member);
    assert.equal(await tokenBalance(on.chain, member.tokens), SHARE);
    // then it is ended, and may join again
    await evict(on, member);
    await on.join(member);
    assert.equal((await on.readMember(member)).next, 2n);
    await assertPoolBooks(on, [member, other]);
  });

  it('StillAttested: leaves a member alone while it is vouched for, to the second', async () => {
    const on = await pool();
    const until = (await on.chain.unixTime()) + 20n;
    const [member, late] = [await on.member(), await on.member(until)];
    await refused(on, member, 'StillAttested');
    await arriveAt(on.chain, until - 1n);
    await refused(on, late, 'StillAttested');
    await arriveAt(on.chain, until);
    await evict(on, late);
    await assertPoolBooks(on, [member]);
  });

  it('ends any membership with nothing coming in a stopped pool, so that it can be closed', async () => {
    const on = await pool();
    const [member, other] = [await on.member(), await on.member()];
    await on.fund(2n * SHARE);
    await on.open();
    await on.claim(member);
    await on.send(await poolStop(on.deployment, on.poolRef), on.poolCreator);
    await evict(on, member);
    await refused(on, other, 'StillAttested');
    await on.claim(other);
    await evict(on, other);
    await assertPoolBooks(on);
  });

  it('AttestationMismatch: a vacant account elsewhere proves nothing', async () => {
    const on = await pool();
    const [member, other] = [await on.member(), await on.member()];
    await unattest(on, on.attestor, other.wallet.publicKey);
    const vacant = attestationAddress(on.deployment, on.attestor.publicKey, other.wallet.publicKey);
    for (const pubkey of [key(), vacant, on.config]) {
      const spoilt = withAccount(await evicting(on, member), 'attestation', { pubkey });
      await expectRefused(on.chain, spoilt, [], 'AttestationMismatch', [member.membership]);
    }
  });

  it('UnknownLayout: does not guess what an attestation of another layout says', async () => {
    const on = await pool();
    const member = await on.member();
    const at = attestationAddress(on.deployment, on.attestor.publicKey, member.wallet.publicKey);
    await patch(on.chain, at, (data) => data.writeUInt8(2, 8));
    await refused(on, member, 'UnknownLayout');
  });

  it('takes lamports at the attestation’s address for none', async () => {
    const { on, member } = await lapsed();
    const at = attestationAddress(on.deployment, on.attestor.publicKey, member.wallet.publicKey);
    await on.send(donation(on.feePayer.publicKey, at, 2_000_000n), on.feePayer);
    await evict(on, member);
    assert.equal((await on.readPool()).members, 1);
  });

  it('PoolMismatch, RentPayerMismatch: is of this pool, and the rent of who paid it', async () => {
    const { on, member } = await lapsed();
    const [another, stranger] = [await pool(), await funded(on.chain)];
    for (const [name, pubkey, error] of [
      ['pool', another.pool, 'PoolMismatch'],
      ['rent_payer', stranger.publicKey, 'RentPayerMismatch'],
    ] as const) {
      await expectRefused(on.chain, withAccount(await evicting(on, member), name, { pubkey }), [], error);
    }
  });

  it('in Expire keeps a suspended member’s share while the epoch lasts', async () => {
    const { on, member } = await lapsed({ mode: 'Expire' });
    await evict(on, member);
    await attest(on, on.attestor, member.wallet.publicKey);
    await on.claim(member);
    assert.equal(await tokenBalance(on.chain, member.tokens), SHARE);
    const second = await lapsed({ mode: 'Expire' });
    await evict(second.on, second.member);
    await arriveAt(second.on.chain, (await second.on.readPool()).epochEndsAt);
    await evict(second.on, second.member);
    assert.equal((await second.on.readPool()).records, 1);
  });

  it('is open while all is paused', async () => {
    const { on, member } = await lapsed();
    await whilePaused(on, () => evict(on, member));
  });
});
