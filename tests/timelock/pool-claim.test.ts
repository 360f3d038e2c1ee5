import assert from 'node:assert/strict';
import { attestationAddress, poolClaim, poolDue, poolStop } from '@agent-labs/sdk';
import { arriveAt, whilePaused } from '../escrow/shared';
import { attest, unattest } from '../fixtures/attestations';
import { tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint, funded } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, patch } from '../registry/support';
import {
  assertPoolBooks,
  booksOf,
  type Member,
  POOL_AT,
  type PoolFixture,
  SHARE,
  sharedPools,
} from './pools';

describe('timelock pool_claim', () => {
  const { onBothChains, pool } = sharedPools();
  const claiming = ({ deployment, poolRef }: PoolFixture, { wallet }: Member) =>
    poolClaim(deployment, poolRef, { wallet: wallet.publicKey });
  const refused = async (on: PoolFixture, member: Member, error: string) =>
    expectRefused(on.chain, await claiming(on, member), [member.wallet], error, [member.tokens]);

  onBothChains('pays a member all epochs that it has coming, by anybody’s hand', async (on, kind) => {
    const { chain, deployment, poolRef } = on;
    const [member, other] = [await on.member(), await on.member()];
    await on.fund(10n * SHARE);
    await on.open();
    await on.open();
    const stranger = await funded(chain);
    const [before, wasMember] = [await on.readPool(), await on.readMember(member)];
    assert.equal(poolDue(before, wasMember, await chain.unixTime()), 2n * SHARE);
    const outcome = await on.send(
      await poolClaim(deployment, poolRef, {
        wallet: member.wallet.publicKey,
        authority: stranger.publicKey,
      }),
      stranger,
    );
    const after = await on.readPool();
    assertSame(after, { ...before, owed: 2n * SHARE, paid: 2n * SHARE });
    assertSame(await on.readMember(member), { ...wasMember, next: 2n, paid: 2n * SHARE });
    assert.equal(await tokenBalance(chain, member.tokens), 2n * SHARE);
    await assertPoolBooks(on, [member, other]);
    assertRecorded(kind, outcome, 'poolClaimed', {
      ...{ pool: on.pool, generation: after.generation, membership: member.membership },
      ...{ wallet: member.wallet.publicKey, destination: member.tokens, amount: 2n * SHARE },
      ...{ nextBefore: 0n, nextAfter: 2n, paidBefore: 0n, paidAfter: 2n * SHARE },
      ...{ before: booksOf(before), after: booksOf(after) },
    });
  });

  refusesForgeries(
    async () => {
      const on = await pool();
      const member = await on.member();
      await on.fund(SHARE);
      await on.open();
      const stranger = await funded(on.chain);
      const instruction = await poolClaim(on.deployment, on.poolRef, {
        wallet: member.wallet.publicKey,
        authority: stranger.publicKey,
      });
      return { chain: on.chain, instruction, signers: [stranger] };
    },
    {
      apart: ['attestation'],
      twice: { 'vault as destination': 'DestinationMismatch', 'destination as vault': 'VaultMismatch' },
    },
  );

  it('NothingDue: pays each epoch once, and none that opened before', async () => {
    const on = await pool();
    const early = await on.member();
    await on.fund(10n * SHARE);
    await refused(on, early, 'NothingDue');
    await on.open();
    const late = await on.member();
    await refused(on, late, 'NothingDue');
    await on.claim(early);
    await refused(on, early, 'NothingDue');
    await on.open();
    await on.claim(late);
    await on.claim(early);
    assert.deepEqual(
      [await tokenBalance(on.chain, late.tokens), await tokenBalance(on.chain, early.tokens)],
      [SHARE, 2n * SHARE],
    );
    await assertPoolBooks(on, [early, late]);
  });

  it('attack 27: who joins, opens and claims in one transaction gets one share an epoch', async () => {
    const on = await pool();
    const member = await on.member();
    await on.fund(10n * SHARE);
    await on.open();
    const claim = await claiming(on, member);
    await expectRefused(on.chain, [claim, claim], [member.wallet], 'NothingDue', [member.tokens]);
    await on.claim(member);
  });

  it('NothingDue: pays in Expire up to the last second of the epoch, and not at its end', async () => {
    const on = await pool({ mode: 'Expire' });
    const [first, second] = [await on.member(), await on.member()];
    await on.fund(2n * SHARE);
    await on.open();
    const { epochEndsAt } = await on.readPool();
    await arriveAt(on.chain, epochEndsAt - 1n);
    await on.claim(first);
    await arriveAt(on.chain, epochEndsAt);
    await refused(on, second, 'NothingDue');
    const now = await on.chain.unixTime();
    assert.equal(poolDue(await on.readPool(), await on.readMember(second), now), 0n);
  });

  it('NothingDue: pays in Expire the latest epoch alone', async () => {
    const on = await pool({ mode: 'Expire' });
    const member = await on.member();
    await on.fund(3n * SHARE);
    await on.open();
    await on.open();
    await on.claim(member);
    assert.equal(await tokenBalance(on.chain, member.tokens), SHARE);
    await refused(on, member, 'NothingDue');
    await assertPoolBooks(on, [member]);
  });

  it('NotAttested, AttestationExpired: pays nobody that is not vouched for at the claim', async () => {
    const on = await pool();
    const until = on.poolTerms.firstEpochAt + 10n;
    const [revoked, late] = [await on.member(), await on.member(until)];
    await on.fund(4n * SHARE);
    await on.open();
    await unattest(on, on.attestor, revoked.wallet.publicKey);
    await refused(on, revoked, 'NotAttested');
    await arriveAt(on.chain, until - 1n);
    await on.claim(late);
    await on.open();
    await refused(on, late, 'AttestationExpired');
    // whoever is vouched for again gets what has accrued
    await attest(on, on.attestor, revoked.wallet.publicKey);
    await on.claim(revoked);
    assert.equal(await tokenBalance(on.chain, revoked.tokens), 2n * SHARE);
  });

  it('AttestationMismatch: takes nobody else’s attestation', async () => {
    const [on, another] = [await pool(), await pool()];
    const [member, other] = [await on.member(), await on.member()];
    await on.fund(2n * SHARE);
    await on.open();
    const byAnother = await attest(on, another.attestor, member.wallet.publicKey);
    const ofOther = attestationAddress(on.deployment, on.attestor.publicKey, other.wallet.publicKey);
    for (const pubkey of [byAnother, ofOther, on.config, on.mint]) {
      const spoilt = withAccount(await claiming(on, member), 'attestation', { pubkey });
      await expectRefused(on.chain, spoilt, [member.wallet], 'AttestationMismatch', [member.tokens]);
    }
  });

  it('PoolMismatch: takes no membership of another pool', async () => {
    const [on, another] = [await pool(), await pool()];
    const [member, other] = [await on.member(), await another.member()];
    await on.fund(SHARE);
    await on.open();
    const spoilt = withAccount(await claiming(on, member), 'membership', { pubkey: other.membership });
    await expectRefused(on.chain, spoilt, [member.wallet], 'PoolMismatch');
  });

  it('DestinationMismatch: pays the member, elsewhere only where it signs', async () => {
    const on = await pool();
    const [member, stranger] = [await on.member(), await funded(on.chain)];
    await on.fund(2n * SHARE);
    await on.open();
    const { wallet } = member;
    const at = (await funded(on.chain)).publicKey;
    const elsewhere = await tokenAccount(on.chain, on.mint, wallet.publicKey, 0n, { at });
    const strangers = await tokenAccount(on.chain, on.mint, stranger.publicKey, 0n);
    const to = (destination: typeof at, authority = stranger) =>
      poolClaim(on.deployment, on.poolRef, {
        ...{ wallet: wallet.publicKey, authority: authority.publicKey, destination },
      });
    for (const destination of [elsewhere, strangers, on.creatorTokens]) {
      await expectRefused(on.chain, await to(destination), [stranger], 'DestinationMismatch', [at]);
    }
    await expectRefused(on.chain, await to(strangers, wallet), [wallet], 'DestinationMismatch', [at]);
    // an associated account that was given away is not the member's any more
    await tokenAccount(on.chain, on.mint, stranger.publicKey, 0n, { at: member.tokens });
    await expectRefused(on.chain, await to(member.tokens), [stranger], 'DestinationMismatch');
    await on.send(await to(elsewhere, wallet), wallet);
    assert.equal(await tokenBalance(on.chain, elsewhere), SHARE);
  });

  it('MintMismatch, VaultMismatch: knows its own mint and vault', async () => {
    const [on, another] = [await pool(), await pool()];
    const member = await on.member();
    await on.fund(SHARE);
    await on.open();
    const mint = await createMint(on.chain, on.mintAuthority.publicKey);
    const claim = await claiming(on, member);
    for (const [name, pubkey, error] of [
      ['mint', mint, 'MintMismatch'],
      ['vault', another.poolVault, 'VaultMismatch'],
    ] as const) {
      await expectRefused(on.chain, withAccount(claim, name, { pubkey }), [member.wallet], error);
    }
  });

  it('attack 42: a frozen member holds up nobody else', async () => {
    const on = await pool();
    const [member, other] = [await on.member(), await on.member()];
    await on.fund(2n * SHARE);
    await on.open();
    await tokenAccount(on.chain, on.mint, member.wallet.publicKey, 0n, { frozen: true });
    await refused(on, member, 'token:AccountFrozen');
    await on.claim(other);
    await assertPoolBooks(on, [member, other]);
  });

  it('InvariantBroken: pays nothing out of books that do not add up', async () => {
    const on = await pool();
    const member = await on.member();
    await on.fund(SHARE);
    await on.open();
    await patch(on.chain, on.pool, (data) => data.writeBigUInt64LE(0n, POOL_AT.funded));
    await refused(on, member, 'InvariantBroken');
  });

  it('pays while all is paused, and in a pool that was stopped', async () => {
    const on = await pool();
    const [first, second] = [await on.member(), await on.member()];
    await on.fund(2n * SHARE);
    await on.open();
    await whilePaused(on, () => on.claim(first));
    await on.send(await poolStop(on.deployment, on.poolRef), on.poolCreator);
    await on.claim(second);
    await assertPoolBooks(on, [first, second]);
  });
});
