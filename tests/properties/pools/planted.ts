import { again, type Bug, refusal } from '../planted-chain';

/** Where fields lie in accounts, discriminator included; the program's layout tests pin them. */
const POOL = { mode: 11, firstEpochAt: 216, epochEndsAt: 240, funded: 248, free: 264, owed: 272 };
const MEMBER = { next: 144, suspendedAt: 176 };
const CONFIG = { pauseBits: 12 };
const TOKENS = { amount: 64 };

/** Bugs that pools do not have, by the invariant that each breaks. */
export const POOL_BUGS: Bug[] = [
  {
    invariant: 1,
    name: 'an epoch sets aside what is not there',
    on: 'epoch_open',
    plant: async (scene) => {
      const pool = scene.at('pool');
      const owed = await scene.u64(pool, POOL.owed);
      return {
        landed: async () => {
          const more = (await scene.u64(pool, POOL.owed)) - owed;
          if (more <= 0n) return;
          await scene.add(pool, POOL.owed, more);
          await scene.add(pool, POOL.funded, more);
        },
      };
    },
  },
  {
    invariant: 5,
    name: 'a deposit is not counted',
    on: 'pool_fund',
    plant: (scene) => again(scene, 'pool', POOL.funded, -1n),
  },
  {
    invariant: 6,
    name: 'an epoch opens before its time',
    on: 'epoch_open',
    plant: async (scene) => {
      const pool = scene.at('pool');
      const { data } = await scene.read(pool);
      const [first, ends] = [POOL.firstEpochAt, POOL.epochEndsAt].map((at) => data.slice(at, at + 8));
      // the time of the first epoch lies behind, and no epoch is open
      const early = Buffer.alloc(8);
      early.writeBigInt64LE(1_700_000_000n);
      await scene.patch(pool, POOL.firstEpochAt, early);
      const endsAt = Buffer.from(ends as Uint8Array).readBigInt64LE();
      if (endsAt > 0n) await scene.patch(pool, POOL.epochEndsAt, early);
      const restore = async () => {
        await scene.patch(pool, POOL.firstEpochAt, first as Uint8Array);
      };
      return {
        landed: restore,
        refused: async () => {
          await restore();
          await scene.patch(pool, POOL.epochEndsAt, ends as Uint8Array);
        },
      };
    },
  },
  {
    invariant: 9,
    name: 'an income reaches nobody',
    on: 'pool_claim',
    plant: (scene) => again(scene, 'destination', TOKENS.amount, -1n),
  },
  {
    invariant: 10,
    name: 'an epoch is paid again',
    on: 'pool_claim',
    plant: async (scene) => {
      const member = scene.at('membership');
      const before = await scene.u64(member, MEMBER.next);
      return {
        landed: async () => scene.add(member, MEMBER.next, before - (await scene.u64(member, MEMBER.next))),
      };
    },
  },
  {
    invariant: 11,
    name: 'a claim marks the attestation',
    on: 'pool_claim',
    plant: async (scene) => ({
      landed: async () => {
        const at = scene.at('attestation');
        const { data } = await scene.read(at);
        await scene.patch(at, data.length - 1, Uint8Array.of((data.at(-1) ?? 0) ^ 1));
      },
    }),
  },
  {
    invariant: 12,
    name: 'members join while paused',
    on: 'pool_join',
    plant: async (scene) => {
      const { data } = await scene.read(scene.config);
      const bits = data.slice(CONFIG.pauseBits, CONFIG.pauseBits + 2);
      await scene.patch(scene.config, CONFIG.pauseBits, Uint8Array.of(0, 0));
      const restore = () => scene.patch(scene.config, CONFIG.pauseBits, bits);
      return { landed: restore, refused: restore };
    },
  },
  {
    invariant: 13,
    name: 'the rent of a membership goes to whoever leaves',
    on: 'pool_leave',
    plant: async (scene) => {
      const [payer, wallet] = [scene.at('rent_payer'), scene.at('wallet')];
      const had = (await scene.read(payer)).lamports;
      return {
        landed: async () => scene.moveLamports(payer, wallet, (await scene.read(payer)).lamports - had),
      };
    },
  },
  {
    invariant: 14,
    name: 'a pause stops claims',
    on: 'pool_claim',
    plant: async (scene) => {
      const { data } = await scene.read(scene.config);
      const paused = data.slice(CONFIG.pauseBits, CONFIG.pauseBits + 2).some((byte) => byte !== 0);
      if (paused) throw refusal('Paused', 6003);
      return {};
    },
  },
  {
    invariant: 14,
    name: 'whoever was suspended never gets out',
    on: 'pool_evict',
    plant: async (scene) => {
      const member = scene.at('membership');
      const suspended = (await scene.exists(member)) && (await scene.u64(member, MEMBER.suspendedAt)) > 0n;
      if (suspended) throw refusal('GraceNotOver', 6079);
      return {};
    },
  },
];
