import { again, type Bug, refusal } from '../planted-chain';

/** Where fields lie in accounts, discriminator included; the programs' layout tests pin them. */
const MANDATE = { generation: 32, totalCharged: 232, killedAt: 248, free: 256, jobs: 376 };
const JOB = { generation: 40, earned: 312, paidGross: 328, awarded: 344, reviewEndsAt: 424 };
const TOKENS = { amount: 64 };

/** Bugs that jobs do not have, by the invariant that each breaks. */
export const JOB_BUGS: Bug[] = [
  {
    invariant: 1,
    name: 'an expiry gives the money back twice',
    on: 'job_expire',
    plant: (scene) => again(scene, 'mandate', MANDATE.free, 1n),
  },
  {
    invariant: 3,
    name: 'a payout counts as an award',
    on: 'job_payout',
    plant: async (scene) => ({ landed: () => scene.add(scene.at('job'), JOB.awarded, 1n << 40n) }),
  },
  {
    invariant: 4,
    name: 'a release earns more than was offered',
    on: 'job_release',
    plant: async (scene) => ({ landed: () => scene.add(scene.at('job'), JOB.earned, 1n) }),
  },
  {
    invariant: 4,
    name: 'a payout is not counted',
    on: 'job_payout',
    plant: (scene) => again(scene, 'job', JOB.paidGross, -1n),
  },
  {
    invariant: 8,
    name: "a job's generation is its mandate's",
    on: 'job_open',
    plant: async (scene) => ({
      landed: async () => {
        const { data } = await scene.read(scene.at('mandate'));
        const generation = data.slice(MANDATE.generation, MANDATE.generation + 8);
        await scene.patch(scene.at('job'), JOB.generation, generation);
      },
    }),
  },
  {
    invariant: 9,
    name: 'a payout reaches nobody',
    on: 'job_payout',
    plant: (scene) => again(scene, 'destination', TOKENS.amount, -1n),
  },
  {
    invariant: 9,
    name: 'the review is over at once',
    on: 'job_release',
    plant: async (scene) => {
      const job = scene.at('job');
      if (!(await scene.exists(job))) return {};
      const ends = await scene.u64(job, JOB.reviewEndsAt);
      await scene.add(job, JOB.reviewEndsAt, (ends === 0n ? 0n : 1n) - ends);
      const undo = async () =>
        scene.add(job, JOB.reviewEndsAt, ends - (await scene.u64(job, JOB.reviewEndsAt)));
      return { landed: undo, refused: undo };
    },
  },
  {
    invariant: 14,
    name: 'the kill switch stops payouts of jobs',
    on: 'job_payout',
    plant: async (scene) => {
      const [mandate, job] = [scene.at('mandate'), scene.at('job')];
      if (!(await scene.exists(job))) return {};
      const owed = (await scene.u64(job, JOB.earned)) > (await scene.u64(job, JOB.paidGross));
      const killed = (await scene.u64(mandate, MANDATE.killedAt)) !== 0n;
      if (owed && killed) throw refusal('MandateKilled', 6024);
      return {};
    },
  },
  {
    invariant: 14,
    name: 'a finished job still counts',
    on: 'job_finish',
    plant: async (scene) => ({ landed: () => scene.add(scene.at('mandate'), MANDATE.jobs, 1n) }),
  },
  {
    invariant: 16,
    name: 'an offer charges no cap',
    on: 'job_open',
    plant: (scene) => again(scene, 'mandate', MANDATE.totalCharged, -1n),
  },
];
