import assert from 'node:assert/strict';
import {
  type AgentAccount,
  configAddress,
  configProposalAddress,
  decodeAgent,
  decodeAgentVersion,
  decodeConfig,
  decodeConfigProposal,
  decodeDelegates,
  type TransactionOutcome,
} from '@agent-labs/sdk';
import { Keypair, PublicKey, SystemProgram } from '@solana/web3.js';
import {
  deploymentOn,
  NOW,
  type RegistryFixture,
  type RegistryFixtureOptions,
  registryFixture,
  startProgramChain,
} from '../fixtures/registry';
import type { ChainKind, TestChain } from '../helpers/chains/test-chain';
import { eventsOf } from '../helpers/events';

/** Bytes before the layout version of every account. */
export const LAYOUT_AT = 8;

/** Mint of the credits, by escrow's id as it is built. */
export const CREDITS = new PublicKey('G17srd1NfhYue6obr254c8tHSQz9BMaHacwef63gmGaF');

/** Where fields of an `Agent` begin in its account. */
export const AGENT_AT = { status: 10, latestVersion: 12, ownershipEpoch: 16 } as const;

export async function setup(
  options: RegistryFixtureOptions = {},
  kind: ChainKind = 'litesvm',
): Promise<RegistryFixture> {
  return registryFixture(await bareChain(kind), options);
}

/** More proposals than a test makes. */
const PROPOSALS = 16n;
let bankrun: Promise<TestChain> | undefined;

/**
 * A chain at `NOW` with the registry and no config. Each on LiteSVM is another one; on bankrun, whose chains go on
 * making blocks until the process ends, it is one for all tests, cleared: one test at a time has it.
 */
export async function bareChain(kind: ChainKind): Promise<TestChain> {
  if (kind === 'litesvm') return startProgramChain('litesvm', 'registry');
  if (bankrun === undefined) {
    bankrun = startProgramChain('bankrun', 'registry');
    return bankrun;
  }
  const chain = await bankrun;
  const deployment = deploymentOn(chain);
  const numbers = Array.from({ length: Number(PROPOSALS) }, (_, at) => BigInt(at));
  const left = [configAddress(deployment), ...numbers.map((n) => configProposalAddress(deployment, n))];
  for (const at of left) await chain.setAccount(at, null);
  await chain.setUnixTime(NOW);
  return chain;
}

/** Runs a test on either runtime; `events` is for the one that tells inner instructions. */
export function onBothChains(title: string, test: (kind: ChainKind) => Promise<void>): void {
  for (const kind of ['bankrun', 'litesvm'] as const) it(`${title} (${kind})`, () => test(kind));
}

/** Checks that a transaction recorded exactly this event. Bankrun does not tell. */
export function assertRecorded(
  kind: ChainKind,
  outcome: TransactionOutcome,
  name: string,
  data: Record<string, unknown>,
): void {
  if (kind !== 'bankrun') assertSame(eventsOf(outcome), [{ name, data }]);
}

/** Deep equality that takes keys and byte arrays for what they say. */
export function assertSame(actual: unknown, expected: unknown): void {
  assert.deepEqual(told(actual), told(expected));
}

function told(value: unknown): unknown {
  if (value instanceof PublicKey) return value.toBase58();
  if (value instanceof Uint8Array) return Array.from(value);
  if (Array.isArray(value)) return value.map(told);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, told(entry)]));
}

export async function dataOf(chain: TestChain, at: PublicKey): Promise<Buffer> {
  const account = await chain.getAccount(at);
  assert.ok(account, `no account ${at.toBase58()}`);
  return Buffer.from(account.data);
}

export async function lamportsOf(chain: TestChain, at: PublicKey): Promise<bigint> {
  return (await chain.getAccount(at))?.lamports ?? 0n;
}

export async function readAgent({
  chain,
  agent,
}: Pick<RegistryFixture, 'chain' | 'agent'>): Promise<AgentAccount> {
  return decodeAgent(await dataOf(chain, agent));
}

export async function readVersion(chain: TestChain, version: PublicKey) {
  return decodeAgentVersion(await dataOf(chain, version));
}

export async function readConfig({ chain, config }: Pick<RegistryFixture, 'chain' | 'config'>) {
  return decodeConfig(await dataOf(chain, config));
}

export async function readProposal(chain: TestChain, proposal: PublicKey) {
  return decodeConfigProposal(await dataOf(chain, proposal));
}

export async function readDelegates(chain: TestChain, delegates: PublicKey) {
  return decodeDelegates(await dataOf(chain, delegates));
}

/** Runs `change` over the bytes of an account, past every rule. */
export async function patch(chain: TestChain, at: PublicKey, change: (data: Buffer) => void): Promise<void> {
  const account = await chain.getAccount(at);
  assert.ok(account, `no account ${at.toBase58()}`);
  const data = Buffer.from(account.data);
  change(data);
  await chain.setAccount(at, { ...account, data });
}

/** A copy of an account at an address of its own. */
export async function copyOf(chain: TestChain, at: PublicKey, owner?: PublicKey): Promise<PublicKey> {
  const account = await chain.getAccount(at);
  assert.ok(account, `no account ${at.toBase58()}`);
  const copy = Keypair.generate().publicKey;
  await chain.setAccount(copy, { ...account, owner: owner ?? account.owner });
  return copy;
}

/** The address that `seeds` derive with the highest bump below the canonical one. */
export function nonCanonical(seeds: Uint8Array[], program: PublicKey): PublicKey {
  const [, canonical] = PublicKey.findProgramAddressSync(seeds, program);
  for (let bump = canonical - 1; bump >= 0; bump -= 1) {
    try {
      return PublicKey.createProgramAddressSync([...seeds, Buffer.from([bump])], program);
    } catch {
      // on the curve; the next one
    }
  }
  throw new Error('no second address');
}

/** The larger of two amounts. */
export function larger(a: bigint, b: bigint): bigint {
  if (a > b) return a;
  return b;
}

export const key = () => Keypair.generate().publicKey;

/** Lamports that somebody sends to an address. */
export const donation = (from: PublicKey, to: PublicKey, lamports: bigint) =>
  SystemProgram.transfer({ fromPubkey: from, toPubkey: to, lamports });
