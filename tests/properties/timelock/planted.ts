import { again, type Bug, refusal } from '../planted-chain';

/** Where fields lie in accounts, discriminator included; the programs' layout tests pin them. */
const LOCK = { recipient: 96, deposited: 472, claimed: 480, returned: 488, formerDue: 496, stoppedAt: 512 };
const CONFIG = { pauseBits: 12 };
const TOKENS = { amount: 64 };

/** Bugs that locks do not have, by the invariant that each breaks. */
export const LOCK_BUGS: Bug[] = [
  {
    invariant: 1,
    name: 'a claim is not counted',
    on: 'lock_claim',
    plant: (scene) => again(scene, 'lock', LOCK.claimed, -1n),
  },
  {
    invariant: 6,
    name: 'a claim pays before its time',
    on: 'lock_claim',
    plant: async (scene) => ({
      landed: async () => {
        // as though a base unit more had been due, in every book
        const left = (await scene.u64(scene.at('tokens'), TOKENS.amount)) > 0n;
        if (!left) return;
        await scene.add(scene.at('lock'), LOCK.claimed, 1n);
        await scene.add(scene.at('tokens'), TOKENS.amount, -1n);
        await scene.add(scene.at('destination'), TOKENS.amount, 1n);
      },
    }),
  },
  {
    invariant: 9,
    name: 'a claim pays somebody else',
    on: 'lock_claim',
    plant: (scene) => again(scene, 'destination', TOKENS.amount, -1n),
  },
  {
    invariant: 9,
    name: 'a change keeps what the old recipient was owed',
    on: 'lock_recipient_change',
    plant: async (scene) => ({
      landed: async () => {
        const due = await scene.u64(scene.at('lock'), LOCK.formerDue);
        if (due > 0n) await scene.patch(scene.at('lock'), LOCK.recipient, scene.at('funder').toBytes());
      },
    }),
  },
  {
    invariant: 11,
    name: 'a claim writes to an account that is not its own',
    on: 'lock_claim',
    plant: async (scene) => ({
      landed: async () => {
        const { data } = await scene.read(scene.config);
        const last = data.length - 1;
        await scene.patch(scene.config, last, Uint8Array.of(((data[last] ?? 0) + 1) % 256));
      },
    }),
  },
  {
    invariant: 12,
    name: 'a lock is made while paused',
    from: 9,
    on: 'lock_create',
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
    name: 'a closed lock leaves its token account',
    on: 'lock_close',
    plant: async (scene) => {
      const at = scene.at('tokens');
      if (!(await scene.exists(at))) return {};
      const state = await scene.read(at);
      return {
        landed: async () => {
          const data = Buffer.from(state.data);
          data.writeBigUInt64LE(1n, TOKENS.amount);
          await scene.replace(at, { ...state, data });
        },
      };
    },
  },
  {
    invariant: 14,
    name: 'a pause stops claims',
    from: 9,
    on: 'lock_claim',
    plant: async (scene) => {
      const { data } = await scene.read(scene.config);
      if (data.slice(CONFIG.pauseBits, CONFIG.pauseBits + 2).some((byte) => byte !== 0)) {
        throw refusal('Paused', 6003);
      }
      return {};
    },
  },
];
