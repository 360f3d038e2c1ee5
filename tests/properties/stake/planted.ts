import { type Bug, refusal, type Scene } from '../planted-chain';

/** Where fields lie in accounts, discriminator included; the programs' layout tests pin them. */
const VAULT = {
  positions: 16,
  disputes: 20,
  disputedAt: 24,
  firstLoss: 160,
  backers: 208,
  staked: 256,
  returned: 264,
  disputeList: 304,
};
const POSITION = { tranche: 10, activeShares: 88, coolingUntil: 104 };
/** Behind a pool's tokens. */
const SHARES = 8;
const CONFIG = { pauseBits: 12 };

/** Bytes of an account set aside while an instruction runs. */
async function without(scene: Scene, name: string, offset: number, bytes: number) {
  const at = scene.at(name);
  if (!(await scene.exists(at))) return {};
  const kept = (await scene.read(at)).data.slice(offset, offset + bytes);
  await scene.patch(at, offset, new Uint8Array(bytes));
  const restore = async () => {
    if (await scene.exists(at)) await scene.patch(at, offset, kept);
  };
  return { landed: restore, refused: restore };
}

/** One bug, at least, for each invariant. */
export const STAKE_BUGS: Bug[] = [
  {
    invariant: 1,
    name: 'stake counts one base unit too many',
    on: 'stake',
    plant: async (scene) => ({
      landed: async () => {
        for (const at of [VAULT.backers, VAULT.staked]) await scene.add(scene.at('vault'), at, 1n);
      },
    }),
  },
  {
    invariant: 2,
    name: 'a withdrawal is not counted as returned',
    on: 'withdraw',
    plant: async (scene) => {
      const vault = scene.at('vault');
      if (!(await scene.exists(vault))) return {};
      const before = await scene.u64(vault, VAULT.returned);
      const landed = async () =>
        scene.add(vault, VAULT.returned, before - (await scene.u64(vault, VAULT.returned)));
      return { landed };
    },
  },
  {
    invariant: 6,
    name: 'a withdrawal does not wait for cooling to end',
    on: 'withdraw',
    plant: async (scene) => {
      const position = scene.at('position');
      if (!(await scene.exists(position))) return {};
      const kept = (await scene.read(position)).data.slice(POSITION.coolingUntil, POSITION.coolingUntil + 8);
      if (kept.every((byte) => byte === 0)) return {};
      await scene.patch(position, POSITION.coolingUntil, Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0));
      return { refused: () => scene.patch(position, POSITION.coolingUntil, kept) };
    },
  },
  {
    invariant: 7,
    name: 'a withdrawal does not look at disputes',
    from: 22,
    on: 'withdraw',
    plant: async (scene) => {
      const open = await without(scene, 'vault', VAULT.disputes, 12);
      const list = await without(scene, 'vault', VAULT.disputeList, 64);
      const restore = async () => {
        await open.refused?.();
        await list.refused?.();
      };
      return { landed: restore, refused: restore };
    },
  },
  {
    invariant: 8,
    name: "a release goes back to the tranche's first owner",
    on: 'tranche_release',
    plant: async (scene) => ({ landed: () => scene.patch(scene.at('vault'), 12, new Uint8Array(4)) }),
  },
  {
    invariant: 9,
    name: 'stake buys a share that nobody paid for',
    on: 'stake',
    plant: async (scene) => ({
      landed: async () => {
        const [position, vault] = [scene.at('position'), scene.at('vault')];
        const backs = (await scene.read(position)).data[POSITION.tranche] === 1;
        await scene.add(position, POSITION.activeShares, 1n);
        await scene.add(vault, (backs ? VAULT.backers : VAULT.firstLoss) + SHARES, 1n);
      },
    }),
  },
  {
    invariant: 10,
    name: 'unstaked shares stay active in the position',
    on: 'unstake',
    plant: async (scene) => {
      const position = scene.at('position');
      if (!(await scene.exists(position))) return {};
      const before = await scene.u64(position, POSITION.activeShares);
      const landed = async () =>
        scene.add(
          position,
          POSITION.activeShares,
          before - (await scene.u64(position, POSITION.activeShares)),
        );
      return { landed };
    },
  },
  {
    invariant: 11,
    name: 'staking marks the agent',
    on: 'stake',
    plant: async (scene) => ({
      landed: async () => {
        const { data } = await scene.read(scene.at('agent'));
        await scene.patch(scene.at('agent'), data.length - 1, Uint8Array.of((data.at(-1) ?? 0) ^ 1));
      },
    }),
  },
  {
    invariant: 12,
    name: 'a pause stops withdrawals',
    on: 'withdraw',
    plant: async (scene) => {
      const { data } = await scene.read(scene.config);
      if (data[CONFIG.pauseBits] !== 0) throw refusal('Paused', 6003);
      return {};
    },
  },
  {
    invariant: 12,
    name: 'stake is taken while paused',
    on: 'stake',
    plant: async (scene) => without(scene, 'config', CONFIG.pauseBits, 2),
  },
  {
    invariant: 13,
    name: 'whoever closes a vault gets its rent',
    on: 'vault_close',
    plant: async (scene) => {
      const vault = scene.at('vault');
      const rent = (await scene.exists(vault)) ? (await scene.read(vault)).lamports : 0n;
      return { landed: () => scene.moveLamports(scene.at('rent_payer'), scene.at('authority'), rent) };
    },
  },
  {
    invariant: 14,
    name: 'a position that is gone still counts',
    on: 'position_close',
    plant: async (scene) => ({
      landed: () => scene.patch(scene.at('vault'), VAULT.positions, Uint8Array.of(9, 0, 0, 0)),
    }),
  },
];
