import assert from 'node:assert/strict';
import {
  type JobRef,
  jobCancel,
  jobExpire,
  jobFinish,
  jobReject,
  mandateKill,
  mandateRotate,
  mandateWithdraw,
} from '@agent-labs/sdk';
import { Keypair, type TransactionInstruction } from '@solana/web3.js';
import { agentOn, escrowOn } from '../fixtures/escrow';
import { AMOUNT, type JobFixture, openJobOn } from '../fixtures/jobs';
import { refusesForgeries } from '../helpers/negatives';
import { withAccount } from '../helpers/refused';
import { assertRecorded, assertSame } from '../registry/support';
import { arrive, assertJobBooks, jobAt, refuses, type Stage } from './jobs';
import { arriveAt, sharedChain, whilePaused } from './shared';

/** The ways in which the whole of a job goes back before its result, each with who signs. */
const WAYS = {
  job_reject: {
    why: { rejected: {} },
    stages: ['funded'],
    wait: null,
    by: (on: JobFixture) => [on.agentKey],
    make: (on: JobFixture, by: Keypair, ref: JobRef) => jobReject(on.deployment, ref, by.publicKey),
  },
  job_cancel: {
    why: { cancelled: {} },
    stages: ['funded'],
    wait: null,
    by: (on: JobFixture) => [on.payer],
    make: (on: JobFixture, by: Keypair, ref: JobRef) => jobCancel(on.deployment, ref, by.publicKey),
  },
  job_expire: {
    why: { expired: {} },
    stages: ['funded', 'accepted'],
    wait: { funded: 'acceptBy', accepted: 'deliverBy' },
    by: (_: JobFixture) => [],
    make: (on: JobFixture, _: Keypair, ref: JobRef) => jobExpire(on.deployment, ref),
  },
} as const;

for (const [name, { why, stages, wait, by, make }] of Object.entries(WAYS)) {
  describe(`escrow ${name}`, () => {
    const shared = sharedChain();
    const { escrow, onBothChains } = shared;

    const giving = (on: JobFixture): Promise<TransactionInstruction> =>
      make(on, by(on)[0] ?? on.payer, on.jobRef);
    /** At a stage that it is for, and in its time. */
    const ready = async (on: JobFixture, stage: Stage = 'funded'): Promise<JobFixture> => {
      if (wait !== null) await arrive(on, wait[stage as 'funded' | 'accepted']);
      return on;
    };
    const give = async (on: JobFixture) => on.send(await giving(on), ...by(on));

    onBothChains('gives all of it back to the mandate, and moves no token', async (registry, kind) => {
      const on = await ready(await openJobOn(await escrowOn(registry, { channel: null })));
      const [before, mandateBefore] = [await on.readJob(), await on.readMandate()];
      const outcome = await give(on);
      const endedAt = await on.chain.unixTime();
      assertSame(await on.readJob(), { ...before, status: 'Refunded', returned: AMOUNT, endedAt });
      assertSame(await on.readMandate(), { ...mandateBefore, free: 1_000_000n, allotted: 0n });
      await assertJobBooks(on);
      assertRecorded(kind, outcome, 'jobRefunded', {
        ...on.jobRef,
        payer: on.payer.publicKey,
        ...{ why, amount: AMOUNT, returnedBefore: 0n, returnedAfter: AMOUNT, endedAt },
      });
    });

    refusesForgeries(async () => {
      const on = await ready(await jobAt(shared, 'funded'));
      return { chain: on.chain, instruction: await giving(on), signers: [...by(on)] };
    });

    it('goes on while paused and killed, and what came back can be withdrawn', async () => {
      const on = await ready(await jobAt(shared, 'funded'));
      await on.send(await mandateKill(on.deployment, on.mandateRef), on.payer);
      await whilePaused(on, () => give(on));
      await on.send(await mandateWithdraw(on.deployment, on.mandateRef, 1_000_000n), on.payer);
      const { payer } = on;
      await on.send(await jobFinish(on.deployment, on.jobRef, payer.publicKey, payer.publicKey), payer);
      assert.equal((await on.readMandate()).jobs, 0);
    });

    it(`${wait === null ? 'JobNotFunded' : 'JobNotExpired'}: is for ${stages.join(' and ')} alone`, async () => {
      const error = wait === null ? 'JobNotFunded' : 'JobNotExpired';
      for (const stage of ['accepted', 'delivered', 'released'] as const) {
        if ((stages as readonly string[]).includes(stage)) continue;
        const on = await jobAt(shared, stage);
        if (wait !== null) await arriveAt(on.chain, (await on.readJob()).deliverBy + 1_000n);
        await refuses(on, giving(on), error, ...by(on));
      }
      const once = await ready(await jobAt(shared, 'funded'));
      await give(once);
      await refuses(once, giving(once), error, ...by(once));
    });

    it('MandateMismatch: takes the job’s own mandate', async () => {
      const [on, another] = [await ready(await jobAt(shared, 'funded')), await escrow()];
      const wrong = async () => withAccount(await giving(on), 'mandate', { pubkey: another.mandate });
      await refuses(on, wrong(), 'MandateMismatch', ...by(on));
    });

    if (wait !== null) {
      it('JobNotExpired: waits for each deadline to the second', async () => {
        for (const stage of ['funded', 'accepted'] as const) {
          const on = await jobAt(shared, stage);
          await refuses(on, giving(on), 'JobNotExpired');
          await arrive(on, wait[stage], -1n);
          await refuses(on, giving(on), 'JobNotExpired');
          await arrive(on, wait[stage]);
          await give(on);
          await assertJobBooks(on);
        }
      });
    }

    if (name === 'job_reject') {
      it('is for the owner, too; NotJobAgent: for no one else; AgentMismatch: of that agent', async () => {
        const on = await jobAt(shared, 'funded');
        for (const other of [on.payer, on.session, on.payoutOwner]) {
          await refuses(on, make(on, other, on.jobRef), 'NotJobAgent', other);
        }
        const { agent } = await agentOn(on);
        const wrong = async () => withAccount(await giving(on), 'agent', { pubkey: agent });
        await refuses(on, wrong(), 'AgentMismatch', on.agentKey);
        await on.send(await make(on, on.creator, on.jobRef), on.creator);
      });
    }

    if (name === 'job_cancel') {
      it('NotPayerOrSession: is for the wallet, and the session key while mandate and job have it', async () => {
        const on = await jobAt(shared, 'funded');
        for (const other of [on.agentKey, on.payoutOwner, on.creator, on.feePayer]) {
          await refuses(on, make(on, other, on.jobRef), 'NotPayerOrSession', other);
        }
        await on.send(await make(on, on.session, on.jobRef), on.session);
        const rotated = await jobAt(shared, 'funded');
        const fresh = Keypair.generate();
        const { deployment, mandateRef, payer, send, session } = rotated;
        await send(await mandateRotate(deployment, mandateRef, fresh.publicKey), payer);
        for (const key of [session, fresh]) {
          await refuses(rotated, make(rotated, key, rotated.jobRef), 'NotPayerOrSession', key);
        }
        // the former key again, in a later epoch
        await send(await mandateRotate(deployment, mandateRef, session.publicKey), payer);
        await refuses(rotated, make(rotated, session, rotated.jobRef), 'NotPayerOrSession', session);
        const killed = await jobAt(shared, 'funded');
        await send(await mandateKill(deployment, killed.mandateRef), killed.payer);
        const late = make(killed, killed.session, killed.jobRef);
        await refuses(killed, late, 'NotPayerOrSession', killed.session);
      });
    }
  });
}
