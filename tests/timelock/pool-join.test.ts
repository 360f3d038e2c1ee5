import assert from 'node:assert/strict';
import {
  attestationAddress,
  decodeMembership,
  MEMBER_ACTIVE,
  PauseBit,
  poolJoin,
  poolStop,
} from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { arriveAt, whilePaused } from '../escrow/shared';
import { attest, unattest } from '../fixtures/attestations';
import { funded } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import {
  assertRecorded,
  assertSame,
  dataOf,
  donation,
  lamportsOf,
  nonCanonical,
  patch,
} from '../registry/support';
import { assertPoolBooks, booksOf, type Member, type PoolFixture, SHARE, sharedPools } from './pools';

const MEMBER_SIZE = 8 + 208;

describe('timelock pool_join', () => {
  const { onBothChains, pool } = sharedPools();
  const joining = async ({ deployment, poolRef }: PoolFixture, { wallet }: Member) =>
    (await poolJoin(deployment, poolRef, wallet.publicKey)).instruction;
  const refused = async (on: PoolFixture, member: Member, error: string) =>
    expectRefused(on.chain, await joining(on, member), [member.wallet], error, [on.pool]);

  onBothChains('makes an attested wallet a member, at somebody’s expense', async (on, kind) => {
    const { chain, deployment, feePayer, poolRef } = on;
    await on.member();
    await on.fund(5n * SHARE);
    await on.open();
    const member = await on.candidate();
    const { wallet } = member;
    const before = await on.readPool();
    const { instruction, membership } = await poolJoin(
      deployment,
      poolRef,
      wallet.publicKey,
      feePayer.publicKey,
    );
    const outcome = await on.send(instruction, wallet);
    const [, bump] = PublicKey.findProgramAddressSync(
      [Buffer.from('member'), on.pool.toBytes(), wallet.publicKey.toBytes()],
      deployment.timelock,
    );
    const attestation = attestationAddress(deployment, on.attestor.publicKey, wallet.publicKey);
    const [after, joinedAt] = [await on.readPool(), await chain.unixTime()];
    const told = {
      pool: on.pool,
      wallet: wallet.publicKey,
      attestation,
      rentPayer: feePayer.publicKey,
      joinedAt,
    };
    assertSame(decodeMembership(await dataOf(chain, membership)), {
      ...{ version: 1, bump, padding: Array(6).fill(0), ...told },
      ...{ next: 1n, until: MEMBER_ACTIVE, paid: 0n, suspendedAt: 0n, reserved: Array(32).fill(0) },
    });
    assertSame(after, { ...before, members: 2, records: 2 });
    assert.equal(await lamportsOf(chain, membership), await chain.rentExemption(MEMBER_SIZE));
    assertRecorded(kind, outcome, 'poolJoined', {
      ...{ ...told, membership, generation: after.generation, firstEpoch: 1n },
      ...{ before: booksOf(before), after: booksOf(after) },
    });
  });

  refusesForgeries(
    async () => {
      const on = await pool();
      const member = await on.candidate();
      const instruction = (
        await poolJoin(on.deployment, on.poolRef, member.wallet.publicKey, on.feePayer.publicKey)
      ).instruction;
      return { chain: on.chain, instruction, signers: [member.wallet, on.feePayer] };
    },
    {
      readonly: { rent_payer: 'ConstraintMut', membership: 'ConstraintMut' },
      apart: ['attestation'],
      twice: { 'membership as pool': 'AccountOwnedByWrongProgram' },
    },
  );

  it('attacks 5, 11: has one address, and takes it though lamports lie there', async () => {
    const on = await pool();
    const member = await on.candidate();
    const { wallet } = member;
    const seeds = [Buffer.from('member'), on.pool.toBytes(), wallet.publicKey.toBytes()];
    const pubkey = nonCanonical(seeds, on.deployment.timelock);
    const other = withAccount(await joining(on, member), 'membership', { pubkey });
    await expectRefused(on.chain, other, [wallet], 'ConstraintSeeds');
    await on.send(donation(on.feePayer.publicKey, member.membership, 3_000_000n), on.feePayer);
    await on.join(member);
    await assertPoolBooks(on, [member]);
  });

  it('Paused: takes no one in while locking is paused', async () => {
    const on = await pool();
    const member = await on.candidate();
    await whilePaused(on, () => refused(on, member, 'Paused'), PauseBit.Lock);
    await whilePaused(on, () => on.join(member), 127 & ~PauseBit.Lock);
  });

  it('AlreadyMember: takes nobody twice', async () => {
    const on = await pool();
    await refused(on, await on.member(), 'AlreadyMember');
  });

  it('PoolFull: takes no more than it may', async () => {
    const on = await pool({ maxMembers: 1 });
    const first = await on.member();
    await refused(on, await on.candidate(), 'PoolFull');
    await assertPoolBooks(on, [first]);
  });

  it('PoolStopped: takes nobody in a pool that ends', async () => {
    const on = await pool();
    const member = await on.candidate();
    await on.send(await poolStop(on.deployment, on.poolRef), on.poolCreator);
    await refused(on, member, 'PoolStopped');
  });

  it('NotAttested, AttestationExpired: wants an attestation, to the second', async () => {
    const on = await pool();
    const until = (await on.chain.unixTime()) + 10n;
    const [revoked, late, early] = [
      await on.candidate(),
      await on.candidate(until),
      await on.candidate(until),
    ];
    await unattest(on, on.attestor, revoked.wallet.publicKey);
    await refused(on, revoked, 'NotAttested');
    await arriveAt(on.chain, until - 1n);
    await on.join(early);
    await arriveAt(on.chain, until);
    await refused(on, late, 'AttestationExpired');
  });

  it('AttestationMismatch: takes no other attestation', async () => {
    const [on, another] = [await pool(), await pool()];
    const [member, elsewhere] = [await on.candidate(), await on.candidate()];
    const instruction = await joining(on, member);
    const byAnother = await attest(on, another.attestor, member.wallet.publicKey);
    const ofAnother = attestationAddress(on.deployment, on.attestor.publicKey, elsewhere.wallet.publicKey);
    for (const pubkey of [byAnother, ofAnother, on.config, on.mint]) {
      const spoilt = withAccount(instruction, 'attestation', { pubkey });
      await expectRefused(on.chain, spoilt, [member.wallet], 'AttestationMismatch');
    }
  });

  it('UnknownLayout: reads no attestation of another layout', async () => {
    const on = await pool();
    const member = await on.candidate();
    const at = attestationAddress(on.deployment, on.attestor.publicKey, member.wallet.publicKey);
    await patch(on.chain, at, (data) => data.writeUInt8(2, 8));
    await refused(on, member, 'UnknownLayout');
  });

  it('attack 1: nobody is made a member by another', async () => {
    const on = await pool();
    const [member, other] = [await on.candidate(), await funded(on.chain)];
    const spoilt = withAccount(await joining(on, member), 'wallet', { pubkey: other.publicKey });
    await expectRefused(on.chain, spoilt, [other, member.wallet], 'ConstraintSeeds');
  });
});
