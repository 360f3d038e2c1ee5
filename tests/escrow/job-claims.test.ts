import assert from 'node:assert/strict';
import { jobRefund, mandateKill } from '@agent-labs/sdk';
import { TOKEN_PROGRAM_ID } from '@solana/spl-token';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { agentOn, escrowOn, tokenBalance } from '../fixtures/escrow';
import { AMOUNT, type JobFixture, openJobOn } from '../fixtures/jobs';
import type { RegistryFixture } from '../fixtures/registry';
import { eventsOf } from '../helpers/events';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertSame, key } from '../registry/support';
import {
  answerOf,
  claimClose as channelClaimClose,
  claimOpen as channelClaimOpen,
  claimRegistry,
  type End,
  jobClaimClose,
  jobClaimOpen,
  throughStake,
} from './claims';
import { advanceTo, arrive, assertJobBooks, refuses, type Stage } from './jobs';
import { whilePaused } from './shared';

describe('escrow claims on jobs', () => {
  let registry: RegistryFixture;
  before(async () => {
    registry = await claimRegistry();
  });

  /** An agent, a mandate and a job of their own. */
  const jobAt = async (stage: Stage, amount = AMOUNT): Promise<JobFixture> => {
    const on = await escrowOn(await agentOn(registry), { channel: null });
    return advanceTo(await openJobOn(on, { amount }), stage);
  };
  const through = (on: JobFixture) => throughStake(on.deployment);
  const opening = async (on: JobFixture, claim: bigint) => through(on)(await jobClaimOpen(on, claim));
  const open = async (on: JobFixture, claim: bigint) => on.send(await opening(on, claim));
  const closing = async (on: JobFixture, end: End) => through(on)(await jobClaimClose(on, end));
  const close = async (on: JobFixture, end: End) => on.send(await closing(on, end));
  const giveBack = async (on: JobFixture, amount: bigint) =>
    on.send(await jobRefund(on.deployment, on.jobRef, on.payoutOwner.publicKey, amount), on.payoutOwner);
  const claimed = async (claim = 60_000n): Promise<JobFixture> => {
    const on = await jobAt('delivered');
    await open(on, claim);
    return on;
  };
  const byItself = (instruction: Awaited<ReturnType<typeof jobClaimOpen>>, signer: Keypair) =>
    withAccount(instruction, 'claim_authority', { pubkey: signer.publicKey, isSigner: true });

  describe('job_claim_open', () => {
    it('takes the claim out of what the agent earns, and answers what may be claimed of whom', async () => {
      const on = await jobAt('delivered');
      await giveBack(on, 10_000n);
      const [before, mandateBefore] = [await on.readJob(), await on.readMandate()];
      const outcome = await open(on, 60_000n);
      assertSame(await on.readJob(), { ...before, status: 'Disputed', claimed: 60_000n, earned: 30_000n });
      assertSame(await on.readMandate(), mandateBefore);
      await assertJobBooks(on);
      assertSame(answerOf(on, outcome, 'claimRight'), {
        ...{ subject: on.job, generation: before.generation, agent: on.agent },
        ...{ payer: on.payer.publicKey, payoutOwner: on.payoutOwner.publicKey },
        ...{ sessionKey: on.session.publicKey, agentKey: on.agentKey.publicKey, mint: on.mint },
        ...{ tag: Array(16).fill(0), ownershipEpoch: 1, agentVersion: 1, perCallMax: 0n },
        ...{ held: 60_000n, refunded: 10_000n },
      });
      assertSame(eventsOf(outcome), [
        {
          name: 'jobClaimOpened',
          data: {
            ...on.jobRef,
            ...{ payer: on.payer.publicKey, claim: 60_000n, released: 30_000n },
            ...{ earnedAfter: 30_000n, refunded: 10_000n },
          },
        },
      ]);
      // what nobody disputes is paid at once
      await on.payOut();
      assert.equal((await on.readJob()).paidGross, 30_000n);
      await assertJobBooks(on);
    });

    refusesForgeries(async () => {
      const on = await jobAt('delivered');
      return {
        chain: on.chain,
        instruction: await jobClaimOpen(on, 5n),
        signers: [],
        through: through(on),
      };
    });

    it('NotClaimAuthority: obeys stake’s claim authority alone', async () => {
      const on = await jobAt('delivered');
      const instruction = await jobClaimOpen(on, 5n);
      for (const signer of [on.payer, on.session, on.creator, on.admin]) {
        await refuses(on, Promise.resolve(byItself(instruction, signer)), 'NotClaimAuthority', signer);
      }
    });

    it('AmountZero, JobClaimTooHigh: claims what the job has left, exactly', async () => {
      const on = await jobAt('delivered');
      await giveBack(on, 10_000n);
      await refuses(on, opening(on, 0n), 'escrow:AmountZero');
      for (const claim of [90_001n, 2n ** 64n - 1n]) {
        await refuses(on, opening(on, claim), 'escrow:JobClaimTooHigh');
      }
      await open(on, 90_000n);
    });

    it('ReviewOver: claims for the last time one second before the review ends, while paused and killed', async () => {
      const [on, late] = [await jobAt('delivered'), await jobAt('delivered')];
      await on.send(await mandateKill(on.deployment, on.mandateRef), on.payer);
      await arrive(on, 'reviewEndsAt', -1n);
      await whilePaused(on, () => open(on, 1n));
      await arrive(late, 'reviewEndsAt');
      await refuses(late, opening(late, 1n), 'escrow:ReviewOver');
    });

    it('JobNotDelivered: claims once, of a result', async () => {
      for (const stage of ['funded', 'accepted', 'released'] as const) {
        const on = await jobAt(stage);
        await refuses(on, opening(on, 1n), 'escrow:JobNotDelivered');
      }
      const on = await claimed();
      await refuses(on, opening(on, 1n), 'escrow:JobNotDelivered');
      await close(on, { loss: 0n });
      await refuses(on, opening(on, 1n), 'escrow:JobNotDelivered');
    });

    it('attack 3: takes no channel for a job, nor a job for a channel', async () => {
      const on = await jobAt('delivered');
      const other = await escrowOn(await agentOn(registry));
      const asJob = { ...on, job: other.channel, mandate: other.mandate };
      await refuses(on, opening(asJob, 1n), 'AccountDiscriminatorMismatch');
      const asChannel = await channelClaimOpen({ ...on, channel: on.job }, 1n);
      await expectRefused(on.chain, through(on)(asChannel), [], 'AccountDiscriminatorMismatch');
    });
  });

  describe('job_claim_close', () => {
    it('gives the loss back to the mandate, the rest to the agent, and moves no token', async () => {
      const on = await claimed();
      const [before, mandateBefore] = [await on.readJob(), await on.readMandate()];
      const outcome = await close(on, { loss: 25_000n });
      const endedAt = await on.chain.unixTime();
      const ledger = { earned: 75_000n, returned: 25_000n, awarded: 25_000n };
      assertSame(await on.readJob(), { ...before, status: 'Resolved', ...ledger, endedAt });
      assertSame(await on.readMandate(), { ...mandateBefore, free: 925_000n, allotted: 75_000n });
      assert.equal(await tokenBalance(on.chain, on.vault), 1_000_000n);
      await assertJobBooks(on);
      const parts = { refundedSince: 0n, paid: 25_000n, released: 35_000n };
      assertSame(answerOf(on, outcome, 'claimPaid'), { ...parts, shortfall: 0n });
      assertSame(eventsOf(outcome), [
        {
          name: 'jobClaimClosed',
          data: {
            ...on.jobRef,
            ...{ payer: on.payer.publicKey, loss: 25_000n, ...parts },
            ...{ earnedBefore: 40_000n, earnedAfter: 75_000n },
            ...{ returnedBefore: 0n, returnedAfter: 25_000n, endedAt },
          },
        },
      ]);
    });

    refusesForgeries(
      async () => {
        const on = await claimed();
        const instruction = await jobClaimClose(on, { loss: 5n });
        return { chain: on.chain, instruction, signers: [], through: through(on) };
      },
      { apart: ['mint', 'vault', 'destination'] },
    );

    it('NotClaimAuthority: obeys stake’s claim authority alone', async () => {
      const on = await claimed();
      const instruction = await jobClaimClose(on, { loss: 5n });
      for (const signer of [on.payer, on.session, on.creator, on.admin]) {
        await refuses(on, Promise.resolve(byItself(instruction, signer)), 'NotClaimAuthority', signer);
      }
    });

    it('takes what was given back since off the loss first, and is never short', async () => {
      for (const [refunds, loss, refundedSince, paid, released] of [
        [0n, 0n, 0n, 0n, 60_000n],
        [0n, 60_000n, 0n, 60_000n, 0n],
        [10_000n, 60_000n, 10_000n, 50_000n, 0n],
        [30_000n, 20_000n, 20_000n, 0n, 30_000n],
        [60_000n, 60_000n, 60_000n, 0n, 0n],
        [60_000n, 0n, 0n, 0n, 0n],
      ] as const) {
        const on = await claimed();
        if (refunds > 0n) await giveBack(on, refunds);
        const outcome = await close(on, { loss });
        const parts = { refundedSince, paid, released, shortfall: 0n };
        assertSame(answerOf(on, outcome, 'claimPaid'), parts);
        const { earned, returned, status } = await on.readJob();
        assert.deepEqual(
          [earned, returned, status],
          [40_000n + released, AMOUNT - 40_000n - released, 'Resolved'],
        );
        await assertJobBooks(on);
      }
    });

    it('counts nothing that was given back before the opening', async () => {
      const on = await jobAt('delivered');
      await giveBack(on, 30_000n);
      await open(on, 60_000n);
      await giveBack(on, 5_000n);
      const outcome = await close(on, { loss: 60_000n, refundedBefore: 30_000n });
      const parts = { refundedSince: 5_000n, paid: 55_000n, released: 0n, shortfall: 0n };
      assertSame(answerOf(on, outcome, 'claimPaid'), parts);
    });

    it('ClaimMismatch: ends a claim as it began, once', async () => {
      const none = await jobAt('delivered');
      await refuses(none, closing(none, { loss: 0n }), 'escrow:ClaimMismatch');
      const on = await claimed();
      for (const end of [
        { loss: 60_001n },
        { loss: 1n, refundedBefore: 1n },
        { loss: 1n, tookHold: false },
      ]) {
        await refuses(on, closing(on, end), 'escrow:ClaimMismatch');
      }
      await close(on, { loss: 1n });
      await refuses(on, closing(on, { loss: 0n }), 'escrow:ClaimMismatch');
    });

    it('DestinationMismatch, VaultMismatch, MintMismatch, MandateMismatch: names the mandate’s vault, twice', async () => {
      const on = await claimed();
      const another = await escrowOn(await agentOn(registry));
      const wrong = async (changes: Record<string, PublicKey>) => {
        const instruction = Object.entries(changes).reduce(
          (made, [name, pubkey]) => withAccount(made, name, { pubkey }),
          await jobClaimClose(on, { loss: 5n }),
        );
        return through(on)(instruction);
      };
      for (const destination of [on.payerTokens, another.vault, key(), TOKEN_PROGRAM_ID]) {
        await refuses(on, wrong({ destination }), 'escrow:DestinationMismatch');
      }
      const { mandate, vault } = another;
      await refuses(on, wrong({ vault, destination: vault }), 'escrow:VaultMismatch');
      await refuses(on, wrong({ mint: key() }), 'escrow:MintMismatch');
      await refuses(on, wrong({ mandate, vault, destination: vault }), 'escrow:MandateMismatch');
    });

    it('attack 3: takes no channel for a job, nor a job for a channel', async () => {
      const on = await claimed();
      const other = await escrowOn(await agentOn(registry));
      const asJob = { ...on, job: other.channel, mandate: other.mandate, vault: other.vault };
      await refuses(on, closing(asJob, { loss: 0n }), 'AccountDiscriminatorMismatch');
      const asChannel = await channelClaimClose({ ...on, channel: on.job }, { loss: 0n });
      await expectRefused(on.chain, through(on)(asChannel), [], 'AccountDiscriminatorMismatch');
    });

    it('ends paused, killed and expired', async () => {
      const on = await claimed();
      await on.send(await mandateKill(on.deployment, on.mandateRef), on.payer);
      await arrive(on, 'deliverBy', 1_000n);
      await whilePaused(on, () => close(on, { loss: 10_000n }));
      await on.payOut();
      await assertJobBooks(on);
    });
  });
});
