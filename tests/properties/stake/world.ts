import {
  type AccountState,
  type Deployment,
  decodePosition,
  decodeStakeVault,
  positionAddress,
} from '@agent-labs/sdk';
import { AccountLayout } from '@solana/spl-token';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { tokenAccount } from '../../fixtures/escrow';
import { funded, registryFixture, startProgramChain, TEST_WINDOWS } from '../../fixtures/registry';
import { stakeOn, stakeTokensOf } from '../../fixtures/stake';
import type { TestChain } from '../../helpers/chains/test-chain';
import { type Actor, type Model, newVault, PLACES, type Place, PURSE, STAKERS, type Vault } from './model';

/** A chain with an agent of ann's, everybody's purse, and where everything is. */
export interface World {
  chain: TestChain;
  deployment: Deployment;
  agent: PublicKey;
  vault: PublicKey;
  stakeMint: PublicKey;
  feePayer: Keypair;
  admin: Keypair;
  pauser: Keypair;
  keys: Record<Actor, Keypair>;
  addresses: ReadonlyMap<string, PublicKey>;
}

/** Accounts by label at one moment. */
export type Snapshot = ReadonlyMap<string, AccountState | null>;

export async function startWorld(): Promise<World> {
  const windows = { ...TEST_WINDOWS, lease: 10_000_000n };
  const chain = await startProgramChain('litesvm', 'registry', 'stake');
  const on = await stakeOn(await registryFixture(chain, { settings: { windows } }), { vault: false });
  const others = await Promise.all(['ben', 'cat', 'dan', 'stranger'].map(() => funded(chain)));
  const [ben, cat, dan, stranger] = others as [Keypair, Keypair, Keypair, Keypair];
  const keys: Record<Actor, Keypair> = { ann: on.owner, ben, cat, dan, stranger };
  const addresses = new Map<string, PublicKey>([
    ['config', on.config],
    ['agent', on.agent],
    ['vault', on.vault],
    ['tokens', on.tokens],
  ]);
  for (const [name, { publicKey }] of Object.entries(keys)) {
    await tokenAccount(chain, on.stakeMint, publicKey, PURSE);
    addresses.set(`purse:${name}`, stakeTokensOf(on, publicKey));
    addresses.set(`wallet:${name}`, publicKey);
  }
  for (const place of PLACES) addresses.set(place, placeAddress(on.deployment, on.vault, keys, place));
  const { deployment, agent, vault, stakeMint, feePayer, admin, pauser } = on;
  return { chain, deployment, agent, vault, stakeMint, feePayer, admin, pauser, keys, addresses };
}

function placeAddress(deployment: Deployment, vault: PublicKey, keys: World['keys'], place: Place) {
  const [staker, tranche] = place.split(':') as [Actor, 'FirstLoss' | 'Backers'];
  return positionAddress(deployment, vault, keys[staker].publicKey, tranche);
}

export async function startModel(chain: TestChain): Promise<Model> {
  const now = await chain.unixTime();
  return { now, paused: false, retiring: false, owner: 'ann', epoch: 1, vault: null, donated: 0n };
}

export async function observe({ addresses }: World, chain: TestChain): Promise<Snapshot> {
  const seen = new Map<string, AccountState | null>();
  for (const [label, at] of addresses) {
    const state = await chain.getAccount(at);
    seen.set(label, state === null || (state.data.length === 0 && state.lamports === 0n) ? null : state);
  }
  return seen;
}

/** Base units in a token account; 0 where there is none. */
export function tokensOf(seen: Snapshot, label: string): bigint {
  const data = seen.get(label)?.data ?? new Uint8Array();
  return data.length === 0 ? 0n : AccountLayout.decode(Buffer.from(data)).amount;
}

export const lamportsOf = (seen: Snapshot, label: string) => seen.get(label)?.lamports ?? 0n;

/** The vault and its positions as the chain has them, in the model's words; null where there is none. */
export function vaultOf(seen: Snapshot): (Vault & { count: number }) | null {
  const state = seen.get('vault');
  if (!state || state.data.length === 0) return null;
  const { ownershipEpoch, firstLoss, firstLossCooling, backers, backersCooling, ...read } = decodeStakeVault(
    state.data,
  );
  const pool = ({ tokens, shares, epoch }: typeof backers) => ({ tokens, shares, epoch });
  const vault = newVault(ownershipEpoch);
  vault.pools = {
    FirstLoss: { active: pool(firstLoss), cooling: pool(firstLossCooling) },
    Backers: { active: pool(backers), cooling: pool(backersCooling) },
  };
  for (const place of PLACES) {
    const data = seen.get(place)?.data ?? new Uint8Array();
    if (data.length === 0) continue;
    const { activeShares, activeEpoch, coolingShares, coolingEpoch, coolingUntil } = decodePosition(data);
    const position = { active: activeShares, activeEpoch, cooling: coolingShares, coolingEpoch };
    vault.positions.set(place, { ...position, until: coolingUntil });
  }
  const { staked, returned, slashed, oldestDisputeAt, positions } = read;
  return { ...vault, staked, returned, slashed, disputedAt: oldestDisputeAt, count: positions };
}

export const WALLETS = [...STAKERS, 'stranger'] as const;
