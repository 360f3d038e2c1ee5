import {
  type AccountState,
  agentAddress,
  agentRegister,
  agentSetStatus,
  channelAddress,
  configAddress,
  configInitialize,
  type Deployment,
  disputeAddress,
  mandateAddress,
  mandateVaultAddress,
  positionAddress,
  type SignedCall,
  stakeVaultAddress,
  vaultTokensAddress,
  versionAddress,
} from '@agent-labs/sdk';
import { getAssociatedTokenAddressSync } from '@solana/spl-token';
import type { Keypair, PublicKey, TransactionInstruction } from '@solana/web3.js';
import { tokenAccount } from '../../fixtures/escrow';
import {
  createMint,
  deploymentOn,
  NOW,
  SOL,
  startProgramChain,
  TEST_WINDOWS,
  testSettings,
  UPGRADE_AUTHORITY,
} from '../../fixtures/registry';
import type { TestChain } from '../../helpers/chains/test-chain';
import { keyOf } from '../addresses';
import {
  CAPS,
  CHANNELS,
  entry,
  FEE_BPS,
  LAMPORTS,
  MANDATES,
  MINTS,
  PANELS,
  PLACES,
  PURSE,
  stakerOf,
  trancheOf,
  WALLETS,
} from './cast';

/** A call as both sides signed it; `call` is null where the agent signed nothing. */
export interface Evidence {
  number: number;
  call: SignedCall | null;
  transcriptBefore: Uint8Array;
  responseBefore: Uint8Array;
  /** Where the next call goes on from. */
  transcript: Uint8Array;
  response: Uint8Array;
}

export const feePayer = keyOf('feePayer');
const HANDLE = 'disputed-agent';
export const HOLDBACK = 60n;

/** One chain, where everything on it is, and what was signed off it. */
export class World {
  /** By the tag of the channel's generation, in order. */
  readonly evidence = new Map<string, Evidence[]>();
  readonly #addresses = new Map<string, PublicKey>();
  readonly #labels = new Map<string, string>();

  constructor(
    readonly chain: TestChain,
    readonly deployment: Deployment,
  ) {
    for (const label of FIXED) this.at(label);
  }

  /** Every label asked for so far. */
  get labels(): string[] {
    return [...this.#addresses.keys()];
  }

  /**
   * `config`, `agent`, `version2`, `vault`, `tokens`, `position:cat:Backers`, `mandate0`, `money0`, `channel2`,
   * `dispute:0.7` (channel and number), `mint:gold`, `purse:gold:ann`, `wallet:ann`; else a name of its own
   */
  at(label: string): PublicKey {
    let key = this.#addresses.get(label);
    if (key === undefined) {
      key = this.#derive(label);
      this.#addresses.set(label, key);
      this.#labels.set(key.toBase58(), label);
    }
    return key;
  }

  labelOf(key: PublicKey): string {
    return this.#labels.get(key.toBase58()) ?? key.toBase58();
  }

  /** Name of a wallet. */
  nameOf(key: PublicKey): string {
    return this.labelOf(key).replace(/^wallet:/, '');
  }

  key(name: string): Keypair {
    return keyOf(name);
  }

  #derive(label: string): PublicKey {
    const { deployment } = this;
    const [, kind = '', rest = ''] = /^([a-z]+):?(.*)$/.exec(label) ?? [];
    const [first = '', second = ''] = rest.split(/[:.]/);
    switch (kind) {
      case 'config':
        return configAddress(deployment);
      case 'agent':
        return agentAddress(deployment, keyOf('ann').publicKey, HANDLE);
      case 'other':
        return agentAddress(deployment, keyOf('stranger').publicKey, HANDLE);
      case 'version':
        return versionAddress(deployment, this.at('agent'), Number(rest));
      case 'vault':
        return stakeVaultAddress(deployment, this.at('agent'));
      case 'tokens':
        return vaultTokensAddress(deployment, this.at('vault'));
      case 'position': {
        const staker = keyOf(first).publicKey;
        return positionAddress(deployment, this.at('vault'), staker, second as 'FirstLoss' | 'Backers');
      }
      case 'mandate':
        return mandateAddress(deployment, keyOf(entry(MANDATES, Number(rest)).payer).publicKey, 1n);
      case 'money':
        return mandateVaultAddress(deployment, this.at(`mandate${rest}`));
      case 'channel': {
        const { mandate, n } = entry(CHANNELS, Number(rest));
        return channelAddress(deployment, this.at(`mandate${mandate}`), this.at('agent'), n);
      }
      case 'dispute':
        return disputeAddress(deployment, this.at(`channel${first}`), BigInt(second));
      case 'purse':
        return getAssociatedTokenAddressSync(this.at(`mint:${first}`), keyOf(second).publicKey, true);
      case 'wallet':
        return keyOf(rest).publicKey;
      default:
        return keyOf(`account ${label}`).publicKey;
    }
  }
}

const FIXED = [
  ...['config', 'decoy', 'agent', 'other', 'vault', 'tokens', 'version1', 'version2'],
  ...PLACES.map((place) => `position:${stakerOf(place)}:${trancheOf(place)}`),
  ...[...MANDATES.keys()].flatMap((at) => [`mandate${at}`, `money${at}`]),
  ...[...CHANNELS.keys()].map((at) => `channel${at}`),
  ...MINTS.flatMap((mint) => [`mint:${mint}`, ...WALLETS.map((wallet) => `purse:${mint}:${wallet}`)]),
  ...WALLETS.map((wallet) => `wallet:${wallet}`),
];

const WINDOWS = { ...TEST_WINDOWS, lease: 100_000_000n };
let prepared: Promise<Map<string, AccountState>> | undefined;

/** A config, two mints, everybody's lamports and purses, and two agents without versions. */
async function prepare(): Promise<Map<string, AccountState>> {
  const chain = await startProgramChain('litesvm', 'registry');
  const deployment = deploymentOn(chain);
  const world = new World(chain, deployment);
  await chain.airdrop(feePayer.publicKey, 1_000_000n * SOL);
  for (const wallet of WALLETS) await chain.airdrop(world.at(`wallet:${wallet}`), LAMPORTS);
  for (const mint of MINTS) {
    const made = await chain.getAccount(await createMint(chain, keyOf('admin').publicKey));
    await chain.setAccount(world.at(`mint:${mint}`), made);
    for (const wallet of WALLETS) {
      await tokenAccount(chain, world.at(`mint:${mint}`), keyOf(wallet).publicKey, PURSE);
    }
  }
  const send = (instruction: TransactionInstruction, ...signers: Keypair[]) =>
    chain.send([instruction], { payer: feePayer, signers });
  const [admin, pauser, treasury] = [keyOf('admin'), keyOf('pauser'), keyOf('treasury')];
  const arbiters = PANELS.map((panel) => panel.map(keyOf));
  const usual = testSettings(
    { admin, pauser, treasury, arbiters } as never,
    world.at('mint:tin'),
    world.at('mint:gold'),
  );
  const { instruction } = await configInitialize(deployment, {
    authority: UPGRADE_AUTHORITY.publicKey,
    payer: feePayer.publicKey,
    settings: {
      ...usual,
      ...{ feeBps: FEE_BPS, bondMin: 900n, bondBps: 700, arbiterFee: 333n, penaltyBps: 2_500 },
      ...{ slashCapDispute: CAPS.dispute, slashCapPeriod: CAPS.period, windows: WINDOWS },
    },
  });
  await send(instruction, UPGRADE_AUTHORITY);
  await chain.setAccount(world.at('decoy'), await chain.getAccount(world.at('config')));
  for (const owner of ['ann', 'stranger']) {
    const { instruction: register } = await agentRegister(deployment, {
      creator: keyOf(owner).publicKey,
      handle: HANDLE,
      agentKey: keyOf('agentKey').publicKey,
      payoutOwner: keyOf('payee').publicKey,
      holdback: HOLDBACK,
    });
    await send(register, keyOf(owner));
  }
  const accounts = new Map<string, AccountState>();
  for (const label of [...FIXED, 'wallet:feePayer']) {
    const state = await chain.getAccount(world.at(label));
    if (state !== null) accounts.set(label, state);
  }
  return accounts;
}

/** A fresh chain on which everything is as `prepare` left it. */
export async function startWorld(): Promise<World> {
  prepared ??= prepare();
  const accounts = await prepared;
  const chain = await startProgramChain('litesvm', 'registry', 'stake', 'escrow');
  await chain.setUnixTime(NOW);
  const world = new World(chain, deploymentOn(chain));
  for (const [label, state] of accounts) {
    const at = label === 'wallet:feePayer' ? feePayer.publicKey : world.at(label);
    await chain.setAccount(at, state);
  }
  for (const wallet of WALLETS) world.at(`wallet:${wallet}`);
  return world;
}

/** Brings the agent to Active: what `begin` does once it has a version. */
export async function activation(world: World): Promise<TransactionInstruction> {
  const owned = { agent: world.at('agent'), owner: keyOf('ann').publicKey, status: 'Active' } as const;
  return (await agentSetStatus(world.deployment, owned)).instruction;
}
