import { type Bug, growth, refusal } from './planted-chain';

/** Where fields lie in accounts, discriminator included; the programs' layout tests pin them. */
const MANDATE = { channels: 16, day: 20, generation: 32, dayCharged: 224, free: 256, fees: 272 };
const CHANNEL = { settled: 72, allotted: 80, matured: 112, pending: 120, generation: 216 };
const TOKENS = { amount: 64 };
const CONFIG = { pauseBits: 12 };

/** One bug, at least, for each invariant. */
export const BUGS: Bug[] = [
  {
    invariant: 1,
    name: 'drain returns the remainder twice',
    on: 'channel_drain',
    plant: async (scene) => {
      const mandate = scene.at('mandate');
      const grew = await growth(scene, mandate, MANDATE.free);
      const landed = async () => {
        const [free, more] = [await scene.u64(mandate, MANDATE.free), await grew()];
        // a program would refuse the sum that does not fit
        if (free + more < 1n << 64n) await scene.add(mandate, MANDATE.free, more);
      };
      return { landed };
    },
  },
  {
    invariant: 1,
    name: 'a withdrawal stays on the books',
    on: 'mandate_withdraw',
    plant: async (scene) => {
      const grew = await growth(scene, scene.at('mandate'), MANDATE.free);
      return { landed: async () => scene.add(scene.at('mandate'), MANDATE.free, -(await grew())) };
    },
  },
  {
    invariant: 4,
    name: 'settle goes beyond the allotment',
    on: 'channel_settle',
    plant: async (scene) => {
      const channel = scene.argument(1);
      const landed = async () => {
        const left =
          (await scene.u64(channel, CHANNEL.allotted)) - (await scene.u64(channel, CHANNEL.settled));
        await scene.add(channel, CHANNEL.settled, left + 1n);
      };
      return { landed };
    },
  },
  {
    invariant: 4,
    name: 'a refund lowers what was settled',
    on: 'channel_refund',
    plant: async (scene) => {
      const grew = await growth(scene, scene.at('destination'), TOKENS.amount);
      return { landed: async () => scene.add(scene.at('channel'), CHANNEL.settled, -(await grew())) };
    },
  },
  {
    invariant: 5,
    name: 'a payout reaches nobody',
    on: 'channel_payout',
    plant: async (scene) => {
      const grew = await growth(scene, scene.at('destination'), TOKENS.amount);
      return { landed: async () => scene.add(scene.at('destination'), TOKENS.amount, -(await grew())) };
    },
  },
  {
    invariant: 6,
    name: 'a payout does not wait for the holdback',
    on: 'channel_payout',
    plant: async (scene) => {
      const channel = scene.at('channel');
      if (!(await scene.exists(channel))) return {};
      const before = (await scene.read(channel)).data.slice(CHANNEL.matured, CHANNEL.matured + 16);
      const settled = await scene.u64(channel, CHANNEL.settled);
      for (const at of [CHANNEL.matured, CHANNEL.pending]) {
        await scene.add(channel, at, settled - (await scene.u64(channel, at)));
      }
      return { refused: () => scene.patch(channel, CHANNEL.matured, before) };
    },
  },
  {
    invariant: 8,
    name: "a channel's generation is its mandate's",
    on: 'channel_open',
    plant: async (scene) => {
      const landed = async () => {
        const { data } = await scene.read(scene.at('mandate'));
        const generation = data.slice(MANDATE.generation, MANDATE.generation + 8);
        await scene.patch(scene.at('channel'), CHANNEL.generation, generation);
      };
      return { landed };
    },
  },
  {
    invariant: 9,
    name: 'a payout pays the fee to the payee',
    on: 'channel_payout',
    plant: async (scene) => {
      const grew = await growth(scene, scene.at('mandate'), MANDATE.fees);
      const landed = async () => {
        const fee = await grew();
        await scene.add(scene.at('mandate'), MANDATE.fees, -fee);
        await scene.add(scene.at('vault'), TOKENS.amount, -fee);
        await scene.add(scene.at('destination'), TOKENS.amount, fee);
      };
      return { landed };
    },
  },
  {
    invariant: 11,
    name: 'opening a channel marks the agent',
    on: 'channel_open',
    plant: async (scene) => {
      const landed = async () => {
        const { data } = await scene.read(scene.at('agent'));
        await scene.patch(scene.at('agent'), data.length - 1, Uint8Array.of(1));
      };
      return { landed };
    },
  },
  {
    invariant: 12,
    name: 'a pause stops payouts',
    on: 'channel_payout',
    plant: async (scene) => {
      const { data } = await scene.read(scene.config);
      if (data[CONFIG.pauseBits] !== 0) throw refusal('Paused', 6004);
      return {};
    },
  },
  {
    invariant: 12,
    name: 'channels open while paused',
    from: 51,
    on: 'channel_open',
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
    name: "the caller of a finish gets the channel's rent",
    on: 'channel_finish',
    plant: async (scene) => {
      const channel = scene.at('channel');
      const rent = (await scene.exists(channel)) ? (await scene.read(channel)).lamports : 0n;
      return { landed: () => scene.moveLamports(scene.at('rent_payer'), scene.at('authority'), rent) };
    },
  },
  {
    invariant: 14,
    name: 'a finished channel still counts',
    on: 'channel_finish',
    plant: async (scene) => ({ landed: () => scene.add(scene.at('mandate'), MANDATE.channels, 1n) }),
  },
  {
    invariant: 16,
    name: 'opening charges no cap',
    on: 'channel_open',
    plant: async (scene) => {
      const mandate = scene.at('mandate');
      if (!(await scene.exists(mandate))) return {};
      const { data } = await scene.read(mandate);
      const day = data.slice(MANDATE.day, MANDATE.day + 4);
      const charged = data.slice(MANDATE.dayCharged, MANDATE.dayCharged + 16);
      const landed = async () => {
        await scene.patch(mandate, MANDATE.day, day);
        await scene.patch(mandate, MANDATE.dayCharged, charged);
      };
      return { landed };
    },
  },
];
