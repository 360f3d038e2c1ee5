import type { PublicKey } from '@solana/web3.js';
import { type Aftermath, type Bug, growth, refusal, type Scene } from '../planted-chain';

/** Where fields lie in accounts, discriminator included; the programs' layout tests pin them. */
const VAULT = { disputes: 20, disputedAt: 24, slashed: 272, nextDispute: 280, listEnds: 304, bonds: 368 };
const CHANNEL = { claimed: 168, holdDisputed: 198 };
const DISPUTE = { cited: 16, caps: 584, openedAt: 608 };
const TOKENS = { amount: 64, bytes: 165 };
const CONFIG = { pauseBits: 12 };

/** Bytes of an account that are zero while an instruction runs: (offset, how many) each. */
async function without(scene: Scene, at: PublicKey, ...ranges: [number, number][]): Promise<Aftermath> {
  if (!(await scene.exists(at))) return {};
  const { data } = await scene.read(at);
  const kept = ranges.map(([offset, bytes]) => [offset, data.slice(offset, offset + bytes)] as const);
  for (const [offset, bytes] of kept) await scene.patch(at, offset, new Uint8Array(bytes.length));
  const restore = async () => {
    if (!(await scene.exists(at))) return;
    for (const [offset, bytes] of kept) await scene.patch(at, offset, bytes);
  };
  return { landed: restore, refused: restore };
}

/** Whether an account, which may be left out, is a token account with something in it. */
async function pays(scene: Scene, name: string): Promise<boolean> {
  const { data } = await scene.read(scene.at(name));
  return data.length === TOKENS.bytes && (await scene.u64(scene.at(name), TOKENS.amount)) > 0n;
}

/** One bug, at least, for each invariant. */
export const DISPUTE_BUGS: Bug[] = [
  {
    invariant: 1,
    name: 'an answer counts its bond twice',
    on: 'dispute_answer',
    plant: async (scene) => {
      const grew = await growth(scene, scene.at('vault'), VAULT.bonds);
      return { landed: async () => scene.add(scene.at('vault'), VAULT.bonds, await grew()) };
    },
  },
  {
    invariant: 2,
    name: 'a slash is not counted',
    on: 'dispute_execute',
    plant: async (scene) => {
      const grew = await growth(scene, scene.at('vault'), VAULT.slashed);
      return { landed: async () => scene.add(scene.at('vault'), VAULT.slashed, -(await grew())) };
    },
  },
  {
    invariant: 3,
    name: 'a slash has no caps',
    from: 5,
    on: 'dispute_execute',
    plant: async (scene) => {
      const at = scene.at('dispute');
      if (!(await scene.exists(at))) return {};
      const kept = (await scene.read(at)).data.slice(DISPUTE.caps, DISPUTE.caps + 16);
      await scene.patch(at, DISPUTE.caps, new Uint8Array(16).fill(0x3f));
      return { refused: () => scene.patch(at, DISPUTE.caps, kept) };
    },
  },
  {
    invariant: 4,
    name: 'a claim does not count as claimed',
    on: 'dispute_open',
    plant: async (scene) => {
      const grew = await growth(scene, scene.at('subject'), CHANNEL.claimed);
      return { landed: async () => scene.add(scene.at('subject'), CHANNEL.claimed, -(await grew())) };
    },
  },
  {
    invariant: 4,
    name: 'a claim that ended keeps the hold',
    on: 'dispute_execute',
    plant: async (scene) => ({
      landed: () => scene.patch(scene.at('subject'), CHANNEL.holdDisputed, Uint8Array.of(1)),
    }),
  },
  {
    invariant: 5,
    name: "an arbiter's fee reaches nobody",
    on: 'dispute_vote',
    plant: async (scene) => {
      const grew = await growth(scene, scene.at('destination'), TOKENS.amount);
      return { landed: async () => scene.add(scene.at('destination'), TOKENS.amount, -(await grew())) };
    },
  },
  {
    invariant: 7,
    name: 'a withdrawal does not look at disputes',
    from: 6,
    on: 'withdraw',
    plant: async (scene) => without(scene, scene.at('vault'), [VAULT.disputedAt, 8], [VAULT.listEnds, 64]),
  },
  {
    invariant: 7,
    name: 'the newest dispute is taken for the oldest',
    on: 'dispute_open',
    plant: async (scene) => ({
      landed: async () => {
        const { data } = await scene.read(scene.at('dispute'));
        const opened = data.slice(DISPUTE.openedAt, DISPUTE.openedAt + 8);
        await scene.patch(scene.at('vault'), VAULT.disputedAt, opened);
      },
    }),
  },
  {
    invariant: 8,
    name: 'a number is given again once its dispute is over',
    on: 'dispute_execute',
    plant: async (scene) => ({ landed: () => scene.add(scene.at('vault'), VAULT.nextDispute, -1n) }),
  },
  {
    invariant: 9,
    name: "what is the claimant's goes to the treasury",
    on: 'dispute_execute',
    plant: async (scene) => ({
      landed: async () => {
        if (!(await pays(scene, 'claimant_tokens'))) return;
        if ((await scene.read(scene.at('treasury_tokens'))).data.length !== TOKENS.bytes) return;
        await scene.add(scene.at('claimant_tokens'), TOKENS.amount, -1n);
        await scene.add(scene.at('treasury_tokens'), TOKENS.amount, 1n);
      },
    }),
  },
  {
    invariant: 10,
    name: 'a cited call counts twice',
    on: 'dispute_cite',
    plant: async (scene) => ({ landed: () => scene.add(scene.at('dispute'), DISPUTE.cited, 1n) }),
  },
  {
    invariant: 11,
    name: 'a vote marks the agent',
    on: 'dispute_vote',
    plant: async (scene) => ({
      landed: async () => {
        const { data } = await scene.read(scene.at('agent'));
        await scene.patch(scene.at('agent'), data.length - 1, Uint8Array.of((data.at(-1) ?? 0) ^ 1));
      },
    }),
  },
  {
    invariant: 12,
    name: 'a pause of executions stops no slash',
    from: 38,
    on: 'dispute_execute',
    plant: async (scene) => without(scene, scene.config, [CONFIG.pauseBits, 2]),
  },
  {
    invariant: 12,
    name: 'a pause stops votes',
    on: 'dispute_vote',
    plant: async (scene) => {
      const { data } = await scene.read(scene.config);
      if (data[CONFIG.pauseBits] !== 0) throw refusal('Paused', 6003);
      return {};
    },
  },
  {
    invariant: 13,
    name: "who executes gets the dispute's rent",
    on: 'dispute_execute',
    plant: async (scene) => {
      const at = scene.at('dispute');
      const rent = (await scene.exists(at)) ? (await scene.read(at)).lamports : 0n;
      return { landed: () => scene.moveLamports(scene.at('claimant'), scene.at('authority'), rent) };
    },
  },
  {
    invariant: 14,
    name: 'a dispute that is over still counts',
    on: 'dispute_execute',
    plant: async (scene) => ({
      landed: async () => {
        const { data } = await scene.read(scene.at('vault'));
        const count = Uint8Array.of((data[VAULT.disputes] ?? 0) + 1);
        await scene.patch(scene.at('vault'), VAULT.disputes, count);
      },
    }),
  },
];
