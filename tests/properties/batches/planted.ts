import { again, type Bug, refusal } from '../planted-chain';

/** Where fields lie in accounts, discriminator included; the program's layout tests pin them. */
const BATCH = { claimed: 20, deposited: 208, open: 216, cancelledAt: 256, bitmap: 336 };
const CONFIG = { pauseBits: 12 };
const TOKENS = { amount: 64 };
const MINT = { supply: 36 };

/** Bugs that batches do not have, by the invariant that each breaks. */
export const BATCH_BUGS: Bug[] = [
  {
    invariant: 1,
    name: 'a deposit never arrives',
    on: 'batch_fund',
    plant: (scene) => again(scene, 'vault', TOKENS.amount, -1n),
  },
  {
    invariant: 5,
    name: 'a deposit is not counted',
    on: 'batch_fund',
    plant: (scene) => again(scene, 'batch', BATCH.deposited, -1n),
  },
  {
    invariant: 6,
    name: 'leaves vest after the cancellation',
    on: 'batch_cancel',
    plant: async (scene) => {
      const batch = scene.at('batch');
      const before = await scene.u64(batch, BATCH.cancelledAt);
      return {
        landed: async () => {
          if (before === 0n) await scene.add(batch, BATCH.cancelledAt, 100n);
        },
      };
    },
  },
  {
    invariant: 9,
    name: 'what is withdrawn reaches nobody',
    on: 'batch_withdraw',
    plant: (scene) => again(scene, 'destination', TOKENS.amount, -1n),
  },
  {
    invariant: 10,
    name: 'a leaf is not marked',
    on: 'batch_claim',
    plant: async (scene) => {
      const batch = scene.at('batch');
      const before = (await scene.read(batch)).data.slice(BATCH.bitmap);
      return { landed: () => scene.patch(batch, BATCH.bitmap, before) };
    },
  },
  {
    invariant: 11,
    name: 'a claim mints what it locks',
    on: 'batch_claim',
    plant: async (scene) => ({ landed: () => scene.add(scene.at('mint'), MINT.supply, 1n) }),
  },
  {
    invariant: 12,
    name: 'batches are funded while paused',
    on: 'batch_fund',
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
    name: 'a claim takes rent from the batch',
    on: 'batch_claim',
    plant: async (scene) => ({
      landed: () => scene.moveLamports(scene.at('batch'), scene.at('rent_payer'), 1n),
    }),
  },
  {
    invariant: 14,
    name: 'a pause stops claims of locks',
    on: 'lock_claim',
    plant: async (scene) => {
      const { data } = await scene.read(scene.config);
      const paused = data.slice(CONFIG.pauseBits, CONFIG.pauseBits + 2).some((byte) => byte !== 0);
      if (paused) throw refusal('Paused', 6003);
      return {};
    },
  },
  {
    invariant: 14,
    name: 'a batch that nobody claims never ends',
    on: 'batch_close',
    plant: async (scene) => {
      const batch = scene.at('batch');
      const [open, deposited] = [await scene.u64(batch, BATCH.open), await scene.u64(batch, BATCH.deposited)];
      const claimed = Buffer.from((await scene.read(batch)).data).readUInt32LE(BATCH.claimed);
      if (deposited > 0n && claimed < 4 && open < deposited) throw refusal('BatchOpen', 6103);
      return {};
    },
  },
];
