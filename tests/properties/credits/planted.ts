import { again, type Bug, refusal } from '../planted-chain';

/** Where fields lie in accounts, discriminator included; the programs' layout tests pin them. */
const ISSUER = { mintedToday: 56 };
const CONFIG = { pauseBits: 12 };
const MINT = { supply: 36 };
const TOKENS = { amount: 64 };

/** Bugs that credits do not have, by the invariant that each breaks. */
export const CREDIT_BUGS: Bug[] = [
  {
    invariant: 5,
    name: 'what is burned stays in the supply',
    on: 'credits_burn',
    plant: (scene) => again(scene, 'mint', MINT.supply, -1n),
  },
  {
    invariant: 9,
    name: 'credits reach nobody',
    on: 'credits_mint',
    plant: (scene) => again(scene, 'destination', TOKENS.amount, -1n),
  },
  {
    invariant: 10,
    name: 'a payment is credited again',
    on: 'credits_mint',
    plant: async (scene) => {
      const payment = scene.at('payment');
      if (!(await scene.exists(payment))) return {};
      const state = await scene.read(payment);
      await scene.replace(payment, null);
      return { refused: () => scene.replace(payment, state) };
    },
  },
  {
    invariant: 12,
    name: 'credits are minted while paused',
    on: 'credits_mint',
    plant: async (scene) => {
      const { data } = await scene.read(scene.config);
      const bits = data.slice(CONFIG.pauseBits, CONFIG.pauseBits + 2);
      await scene.patch(scene.config, CONFIG.pauseBits, Uint8Array.of(0, 0));
      const restore = () => scene.patch(scene.config, CONFIG.pauseBits, bits);
      return { landed: restore, refused: restore };
    },
  },
  {
    invariant: 14,
    name: 'a pause stops burning',
    on: 'credits_burn',
    plant: async (scene) => {
      const { data } = await scene.read(scene.config);
      if (data.slice(CONFIG.pauseBits, CONFIG.pauseBits + 2).some((byte) => byte !== 0)) {
        throw refusal('Paused', 6004);
      }
      return {};
    },
  },
  {
    invariant: 16,
    name: 'a mint charges no cap',
    on: 'credits_mint',
    plant: (scene) => again(scene, 'credit_issuer', ISSUER.mintedToday, -1n),
  },
];
