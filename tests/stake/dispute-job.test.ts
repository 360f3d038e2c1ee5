import assert from 'node:assert/strict';
import {
  type DisputeOpenParams,
  disputeJob,
  executeDispute,
  jobRefund,
  readDispute,
  readJob,
} from '@agent-labs/sdk';
import type { DisputeFixture } from '../fixtures/disputes';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { AMOUNT, type JobFixture, openJobOn } from '../fixtures/jobs';
import { eventsOf } from '../helpers/events';
import { expectRefused } from '../helpers/refused';
import { assertSame, key, patch } from '../registry/support';
import { assertVaultCovered, purseOf, sharedDisputes } from './dispute-shared';

/** Where `slash_cap_dispute` begins in the config's account. */
const SLASH_CAP_AT = 240;

/** A job that was delivered, its payer's claim on it, and the disputes around it. */
type Both = DisputeFixture & { of: JobFixture };

describe('stake disputes of jobs', () => {
  const { disputes, onBothChains } = sharedDisputes();

  const withJob = async (on: DisputeFixture, amount = AMOUNT): Promise<Both> => {
    const of = await openJobOn(on.escrow, { id: 7n, amount });
    await of.accept();
    await of.deliver();
    return { ...on, of };
  };
  const wish = ({ of }: Both, more: Partial<DisputeOpenParams> = {}) =>
    ({ subject: of.job, kind: 'Job', claim: AMOUNT, ...more }) as const;
  const made = async (options: Parameters<typeof disputes>[0] = {}) => withJob(await disputes(options));
  const refused = async (on: Both, error: string, more: Partial<DisputeOpenParams> = {}) => {
    const { instruction } = await on.opening(wish(on, more));
    await expectRefused(on.chain, instruction, [on.payer], error, [on.of.job, on.vault]);
  };
  const ledger = async ({ of }: Both) => {
    const { awarded, claimed, earned, returned, status } = await of.readJob();
    return [status, claimed, earned, returned, awarded];
  };
  /** Books of the job's mandate, beside its channel. */
  const booksOf = async (on: Both) => {
    const { allotted, free, feesAccrued } = await on.escrow.readMandate();
    const { amount, paidGross, returned } = await on.of.readJob();
    const channel = await on.readChannel();
    const ofChannel = channel.allotted - channel.paidGross - channel.returned - channel.refunded;
    assert.equal(allotted, ofChannel + amount - paidGross - returned);
    assert.equal(await tokenBalance(on.chain, on.escrow.vault), free + allotted + feesAccrued);
    await assertVaultCovered(on);
  };

  onBothChains(
    'opens on a job: all of the claim is held, nothing is cited, no stake waits',
    async (on, kind) => {
      const both = await withJob(on);
      const before = await on.readVault();
      const { instruction, dispute } = await on.opening(wish(both, { claim: 60_000n }));
      const outcome = await on.send(instruction, on.payer);
      const account = await on.readDispute(dispute);
      const { generation } = both.of.jobRef;
      assert.deepEqual(
        [account.kind, account.claim, account.held, account.refunded],
        ['Job', 60_000n, 60_000n, 0n],
      );
      assertSame(
        [account.subject, account.generation, account.sessionKey, account.agentKey, account.payoutOwner],
        [
          both.of.job,
          generation,
          both.escrow.session.publicKey,
          on.agentKey.publicKey,
          on.payoutOwner.publicKey,
        ],
      );
      assert.deepEqual([account.tag, account.perCallMax], [Array(16).fill(0), 0n]);
      assert.deepEqual([account.previous, account.next], [null, null]);
      const { bonds, firstDispute, lastDispute, nextDispute, oldestDisputeAt, openDisputes } =
        await on.readVault();
      assertSame(
        [firstDispute, lastDispute, oldestDisputeAt],
        [before.firstDispute, before.lastDispute, before.oldestDisputeAt],
      );
      assert.deepEqual([nextDispute, openDisputes, bonds], [1n, 1, 1_000_000n]);
      assert.deepEqual(await ledger(both), ['Disputed', 60_000n, 40_000n, 0n, 0n]);
      await booksOf(both);
      if (kind !== 'bankrun') {
        const [opened] = eventsOf(outcome).filter(({ name }) => name === 'disputeOpened');
        assertSame(
          [opened?.data.kind, opened?.data.subject, opened?.data.held, opened?.data.listed],
          [{ job: {} }, both.of.job, 60_000n, false],
        );
      }
    },
  );

  onBothChains('a ruling splits the claim; stake and caps have no part in it', async (on, kind) => {
    const both = await withJob(on);
    await on.open(wish(both));
    await on.answer();
    await on.arrive('responseEndsAt');
    await on.vote(0, 3_000, 3_000);
    await on.arrive('appealEndsAt');
    const [vault, mandate] = [await on.readVault(), await on.escrow.readMandate()];
    const purse = await tokenBalance(on.chain, on.escrow.payerTokens);
    const outcome = await on.execute();
    assert.deepEqual(await ledger(both), ['Resolved', AMOUNT, 70_000n, 30_000n, 30_000n]);
    const after = await on.escrow.readMandate();
    assert.deepEqual([after.free, after.allotted], [mandate.free + 30_000n, mandate.allotted - 30_000n]);
    // the award stays in the mandate; the bonds, in the same mint here, come by themselves
    const bonds = ((2_000_000n - 200_000n) * 3n) / 10n;
    assert.equal(await tokenBalance(on.chain, on.escrow.payerTokens), purse + bonds);
    const { disputesLost, firstLoss, slashed } = await on.readVault();
    assertSame([disputesLost, slashed, firstLoss], [1, 0n, vault.firstLoss]);
    await booksOf(both);
    if (kind !== 'bankrun') {
      const data = eventsOf(outcome).find(({ name }) => name === 'disputeEnded')?.data ?? {};
      assertSame(
        [data.loss, data.paid, data.released, data.shortfall, data.lost, data.awardDestination],
        [30_000n, 30_000n, 70_000n, 0n, true, on.escrow.vault],
      );
    }
    await both.of.payOut();
    await booksOf(both);
  });

  it('silence: unanswered to the payer, answered to the agent', async () => {
    const unanswered = await made();
    await unanswered.open(wish(unanswered));
    await unanswered.arrive('rulingEndsAt');
    await unanswered.execute();
    assert.deepEqual(await ledger(unanswered), ['Resolved', AMOUNT, 0n, AMOUNT, AMOUNT]);
    assert.equal((await unanswered.readVault()).disputesLost, 1);
    const answered = await made();
    await answered.open(wish(answered));
    await answered.answer();
    await answered.arrive('rulingEndsAt');
    await answered.execute();
    assert.deepEqual(await ledger(answered), ['Resolved', AMOUNT, AMOUNT, 0n, 0n]);
    assert.equal((await answered.readVault()).disputesLost, 0);
    for (const on of [unanswered, answered]) {
      assert.equal(await purseOf(on, on.payer), PURSE);
      await booksOf(on);
    }
  });

  it('an appeal replaces the ruling', async () => {
    const on = await made();
    await on.open(wish(on));
    await on.answer();
    await on.arrive('responseEndsAt');
    await on.vote(0, 10_000, 10_000);
    await on.appeal(on.owner);
    await on.vote(1, 0, 0);
    await on.execute();
    assert.deepEqual(await ledger(on), ['Resolved', AMOUNT, AMOUNT, 0n, 0n]);
    await booksOf(on);
  });

  it('settled out of court: the agent gives back, the payer withdraws, the rest is the agent’s', async () => {
    const on = await made();
    await on.open(wish(on));
    const { payoutOwner } = on;
    await on.send(await jobRefund(on.deployment, on.of.jobRef, payoutOwner.publicKey, 45_000n), payoutOwner);
    await on.takeBack();
    assert.deepEqual(await ledger(on), ['Resolved', AMOUNT, 55_000n, 45_000n, 0n]);
    assert.equal(await purseOf(on, on.payer), PURSE);
    await booksOf(on);
  });

  it('is no matter of the slash cap, and its claim may be in any mint', async () => {
    for (const otherMint of [false, true]) {
      const big = await withJob(await disputes({ otherMint, mandate: { dailyCap: 900_000n } }), 600_000n);
      const config = await big.chain.getAccount(big.config);
      await patch(big.chain, big.config, (data) => data.writeBigUInt64LE(1_000n, SLASH_CAP_AT));
      const dispute = await big
        .open(wish(big, { claim: 600_000n }))
        .finally(() => big.chain.setAccount(big.config, config));
      await big.answer();
      await big.arrive('responseEndsAt');
      await big.vote(0, 10_000, 10_000);
      await big.arrive('appealEndsAt');
      await big.execute();
      assert.deepEqual(await ledger(big), ['Resolved', 600_000n, 0n, 600_000n, 600_000n]);
      assert.equal(await big.chain.getAccount(dispute), null);
      assert.equal((await big.readVault()).slashed, 0n);
      await booksOf(big);
    }
  });

  it('stake that cools waits for no dispute of a job', async () => {
    const on = await made({ backer: 0n });
    const backer = await on.backer();
    await on.stake(backer, 40_000n);
    await on.unstake(backer);
    await on.open(wish(on));
    await on.coolDown();
    await on.withdraw(backer);
  });

  it('NoCallsToCite: neither calls of a channel nor others', async () => {
    const on = await made();
    await on.open(wish(on));
    const citing = await on.citing(1);
    await expectRefused(on.chain, citing, [on.payer], 'NoCallsToCite');
  });

  it('takes each subject as what it is', async () => {
    const on = await made();
    await refused(on, 'AccountDiscriminatorMismatch', { subject: on.channel });
    await refused(on, 'AccountDiscriminatorMismatch', { kind: 'Channel' });
    await refused(on, 'AccountOwnedByWrongProgram', { subject: key() });
  });

  it('refuses what escrow refuses, and who is not the payer', async () => {
    const on = await made();
    await refused(on, 'AmountZero', { claim: 0n });
    await refused(on, 'escrow:JobClaimTooHigh', { claim: AMOUNT + 1n });
    await refused(on, 'BondTooLow', { bond: 999_999n });
    const { session } = on.escrow;
    await tokenAccount(on.chain, on.stakeMint, session.publicKey, PURSE);
    const { instruction } = await on.opening(wish(on, { claimant: session.publicKey }));
    await expectRefused(on.chain, instruction, [session], 'NotPayer');
    await on.of.release();
    await refused(on, 'escrow:JobNotDelivered');
  });

  it('AgentMismatch: is about the agent that the job names', async () => {
    const [on, another] = [await made(), await made()];
    const { instruction } = await another.opening(
      wish(another, { subject: on.of.job, mandate: on.escrow.mandate, claimant: another.payer.publicKey }),
    );
    await expectRefused(on.chain, instruction, [another.payer], 'AgentMismatch');
  });

  it('the SDK’s actions dispute a job and carry its end out', async () => {
    const on = await made();
    const { chain, deployment, feePayer, payer } = on;
    const { dispute } = await disputeJob(chain, deployment, {
      ...{ claimant: payer, job: on.of.job, evidenceHash: new Uint8Array(32).fill(1) },
    });
    const { rulingEndsAt } = (await readDispute(chain, deployment, dispute)) ?? { rulingEndsAt: 0n };
    await chain.advance({ seconds: rulingEndsAt - (await chain.unixTime()), slots: 1 });
    await executeDispute(chain, deployment, dispute, feePayer);
    const job = await readJob(chain, deployment, on.of.job);
    assert.deepEqual([job?.status, job?.returned], ['Resolved', AMOUNT]);
  });
});
