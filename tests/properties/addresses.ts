import { createHash } from 'node:crypto';
import {
  AllowTree,
  agentAddress,
  attestationAddress,
  channelAddress,
  configAddress,
  configProposalAddress,
  type Deployment,
  mandateAddress,
  mandateVaultAddress,
  versionAddress,
  voucherTag,
} from '@agent-labs/sdk';
import { getAssociatedTokenAddressSync } from '@solana/spl-token';
import { Keypair, PublicKey } from '@solana/web3.js';
import { CHANNELS_EACH, type ChannelKey, PLACES, placeOf, type Wallet } from './model';

export const AGENTS = [
  { owner: 'owner0', key: 'agentKey0', payee: 'payee0', holdback: 10n, price: 1_000n },
  { owner: 'owner1', key: 'agentKey1', payee: 'payee1', holdback: 60n, price: 7_777n },
  { owner: 'owner2', key: 'agentKey2', payee: 'payee2', holdback: 200n, price: 20_000n },
] as const;
export const OWNERS: Wallet[] = ['owner0', 'owner1', 'owner2', 'heir0', 'heir1'];
export const PAYEES: Wallet[] = ['payee0', 'payee1', 'payee2', 'payee3'];
export const AGENT_KEYS: Wallet[] = ['agentKey0', 'agentKey1', 'agentKey2', 'agentKey3', 'agentKey4'];
export const SESSIONS: Wallet[] = ['session0', 'session1', 'session2', 'session3'];
const OFFICES: Wallet[] = ['admin', 'pauser', 'treasury', 'stranger', 'sponsor', 'attestor', 'approver'];
const PAYERS: Wallet[] = ['payerA', 'payerB'];
export const WALLETS: Wallet[] = [...PAYERS, ...OFFICES, ...OWNERS, ...PAYEES, ...AGENT_KEYS, ...SESSIONS];
/** What every wallet starts with. */
export const LAMPORTS = 1_000_000_000_000n;
/** Who may have tokens, base units at the start: so many that sums leave 64 bits. */
export const PURSES: Record<Wallet, bigint> = {
  payerA: 12n * 10n ** 18n + 10n ** 12n,
  payerB: 10n ** 12n,
  stranger: 10n ** 9n,
  treasury: 0n,
  payee0: 0n,
  payee1: 0n,
  payee2: 0n,
  payee3: 0n,
};
/** Most versions an agent publishes here. */
export const VERSIONS_MAX = 8;

/** Most proposals to change the config that a run makes. */
export const PROPOSALS_MAX = 12;

/** A public key that remembers its text, which each reading of an account asks for. */
class KnownKey extends PublicKey {
  readonly #text: string;
  constructor(key: PublicKey) {
    super(key.toBytes());
    this.#text = key.toBase58();
  }
  override toBase58(): string {
    return this.#text;
  }
}

const keypairs = new Map<string, Keypair>();

/** The same key for a name in every run, so that a seed replays. */
export function keyOf(name: string): Keypair {
  let key = keypairs.get(name);
  if (key === undefined) {
    key = Keypair.fromSeed(createHash('sha256').update(`agent-labs property ${name}`).digest());
    keypairs.set(name, key);
  }
  return key;
}

/** Addresses by what they are called here; the same on every chain. */
export class Addresses {
  readonly #known = new Map<string, KnownKey>();
  readonly #labels = new Map<string, string>();
  readonly #tags = new Map<string, string>();
  #tree: AllowTree | undefined;
  constructor(readonly deployment: Deployment) {
    for (const label of LABELS) this.at(label);
  }

  /**
   * `config`, `proposal0`, `decoy`, `mint`, `foreignMint`, `agent0`, `version0.1`, `mandate0`, `vault0`, `channel0.1.2`,
   * `tokens:payerA`, `foreign:payerA`, `wallet:payerA`, `attestation:owner0`
   */
  at(label: string): PublicKey {
    let key = this.#known.get(label);
    if (key === undefined) {
      key = new KnownKey(this.#derive(label));
      this.#known.set(label, key);
      this.#labels.set(key.toBase58(), label);
    }
    return key;
  }

  /** The agents that a mandate with a tree allows: the first two, and one that never was. */
  get tree(): AllowTree {
    this.#tree ??= new AllowTree(['agent0', 'agent1', 'nobody'].map((label) => this.at(label)));
    return this.#tree;
  }

  /** What a wallet or an account is called here. */
  nameOf(key: PublicKey): string {
    if (key.equals(PublicKey.default)) return '';
    return this.labelOf(key)?.replace(/^wallet:/, '') ?? key.toBase58();
  }

  /** The label of an account that `at` was asked for. */
  labelOf(key: PublicKey): string | undefined {
    return this.#labels.get(key.toBase58());
  }

  /** What vouchers for one generation of a channel carry, hexadecimal. */
  tag(channel: ChannelKey, generation: bigint): string {
    const id = `${channel}@${generation}`;
    let tag = this.#tags.get(id);
    if (tag === undefined) {
      const { genesisHash, escrow } = this.deployment;
      const address = this.at(`channel${channel}`).toBytes();
      tag = Buffer.from(voucherTag(genesisHash, escrow.toBytes(), address, generation)).toString('hex');

      this.#tags.set(id, tag);
    }
    return tag;
  }

  #derive(label: string): PublicKey {
    const { deployment } = this;
    const [, kind = '', rest = ''] = /^([a-zA-Z]+):?(.*)$/.exec(label) ?? [];
    const { mandate, agent, n } = placeOf(rest);
    const place = PLACES[mandate] ?? PLACES[0];
    switch (kind) {
      case 'config':
        return configAddress(deployment);
      case 'proposal':
        return configProposalAddress(deployment, BigInt(rest));
      case 'agent':
        return agentAddress(deployment, keyOf(AGENTS[mandate]?.owner ?? '').publicKey, `agent-${rest}`);
      case 'version':
        return versionAddress(deployment, this.at(`agent${mandate}`), agent);
      case 'attestation':
        return attestationAddress(deployment, keyOf('attestor').publicKey, keyOf(rest).publicKey);
      case 'mandate':
        return mandateAddress(deployment, keyOf(place.payer).publicKey, place.id);
      case 'vault':
        return mandateVaultAddress(deployment, this.at(`mandate${mandate}`));
      case 'channel':
        return channelAddress(deployment, this.at(`mandate${mandate}`), this.at(`agent${agent}`), n);
      case 'tokens':
        return getAssociatedTokenAddressSync(this.at('mint'), keyOf(rest).publicKey, true);
      case 'foreign':
        return getAssociatedTokenAddressSync(this.at('foreignMint'), keyOf(rest).publicKey, true);
      case 'wallet':
        return keyOf(rest).publicKey;
      default:
        return keyOf(`account ${label}`).publicKey;
    }
  }
}

const PLACE_LABELS = PLACES.flatMap((_, m) => [
  `mandate${m}`,
  `vault${m}`,
  ...AGENTS.flatMap((__, a) => Array.from({ length: CHANNELS_EACH }, (___, n) => `channel${m}.${a}.${n}`)),
]);
const FIXED_LABELS = [
  ...['config', 'decoy', 'mint', 'foreignMint', 'agent0', 'agent1', 'agent2'],
  ...Object.keys(PURSES).flatMap((wallet) => [`tokens:${wallet}`, `foreign:${wallet}`]),
  ...WALLETS.map((wallet) => `wallet:${wallet}`),
  ...[...OWNERS, 'payerA'].map((wallet) => `attestation:${wallet}`),
];
const VERSION_LABELS = AGENTS.flatMap((_, a) =>
  Array.from({ length: VERSIONS_MAX }, (__, n) => `version${a}.${n + 1}`),
);
const PROPOSAL_LABELS = Array.from({ length: PROPOSALS_MAX }, (_, number) => `proposal${number}`);
/** Every account that a run can touch, but the fee payer. */
export const LABELS = [...FIXED_LABELS, ...PROPOSAL_LABELS, ...VERSION_LABELS, ...PLACE_LABELS];

export const feePayer = keyOf('feePayer');
