import {
  type AccountState,
  agentRegister,
  agentSetStatus,
  attestationIssue,
  configInitialize,
  TransactionFailed,
  versionPublish,
} from '@agent-labs/sdk';
import { type Keypair, PublicKey, type TransactionInstruction } from '@solana/web3.js';
import { tokenAccount } from '../fixtures/escrow';
import {
  createMint,
  deploymentOn,
  NOW,
  SOL,
  startProgramChain,
  TEST_WINDOWS,
  testSettings,
  UPGRADE_AUTHORITY,
} from '../fixtures/registry';
import type { TestChain } from '../helpers/chains/test-chain';
import { Addresses, AGENTS, feePayer, keyOf, LABELS, LAMPORTS, PURSES, WALLETS } from './addresses';
import { ATTESTOR, BYSTANDER } from './commands/attestation';
import { type Model, PLACES } from './model';

/** Shortly before midnight UTC, so that most runs see two days of the daily caps. */
export const START = NOW + 57_600n - 200n;
export const FEE_BPS = 137;
/** A proposal that is due stays so however far the clock leaps in most runs. */
const ATTESTED_UNTIL = START + 9n * 365n * 86_400n;
const WINDOWS = { ...TEST_WINDOWS, configExpiry: 60_000n };

interface Prepared {
  addresses: Addresses;
  accounts: Map<string, AccountState>;
}
let prepared: Promise<Prepared> | undefined;

/** A config, two mints, three agents with a version each, and actors with lamports and tokens. */
async function prepare(): Promise<Prepared> {
  const chain = await startProgramChain('litesvm');
  await chain.setUnixTime(START);
  const deployment = deploymentOn(chain);
  const addresses = new Addresses(deployment);
  const send = (instruction: TransactionInstruction, ...names: string[]) =>
    chain.send([instruction], { payer: feePayer, signers: names.map(keyOf) });

  await chain.airdrop(feePayer.publicKey, 1_000_000n * SOL);
  for (const wallet of WALLETS) await chain.airdrop(addresses.at(`wallet:${wallet}`), LAMPORTS);
  for (const [mint, prefix] of [
    ['mint', 'tokens'],
    ['foreignMint', 'foreign'],
  ] as const) {
    const made = await chain.getAccount(await createMint(chain, keyOf('admin').publicKey));
    await chain.setAccount(addresses.at(mint), made);
    for (const [wallet, amount] of Object.entries(PURSES)) {
      const at = addresses.at(`${prefix}:${wallet}`);
      await tokenAccount(chain, addresses.at(mint), keyOf(wallet).publicKey, amount, { at });
    }
  }

  const [admin, pauser, treasury] = [keyOf('admin'), keyOf('pauser'), keyOf('treasury')];
  const arbiters: [Keypair[], Keypair[]] = [[keyOf('arbiter0')], [keyOf('arbiter1')]];
  const settings = testSettings(
    { admin, pauser, treasury, arbiters } as never,
    addresses.at('mint'),
    PublicKey.unique(),
  );
  const panels = settings.panels.map((panel) => ({ ...panel, threshold: 1 })) as typeof settings.panels;
  const { instruction } = await configInitialize(deployment, {
    authority: UPGRADE_AUTHORITY.publicKey,
    payer: feePayer.publicKey,
    settings: { ...settings, panels, windows: WINDOWS, feeBps: FEE_BPS },
  });
  await chain.send([instruction], { payer: feePayer, signers: [UPGRADE_AUTHORITY] });
  await chain.setAccount(addresses.at('decoy'), await chain.getAccount(addresses.at('config')));

  for (const [at, { owner, key, payee, holdback, price }] of AGENTS.entries()) {
    const owned = { agent: addresses.at(`agent${at}`), owner: keyOf(owner).publicKey };
    const register = await agentRegister(deployment, {
      creator: owned.owner,
      handle: `agent-${at}`,
      agentKey: keyOf(key).publicKey,
      payoutOwner: keyOf(payee).publicKey,
      holdback,
    });
    const publish = await versionPublish(deployment, {
      ...owned,
      ...VERSION,
      number: 1,
      price,
      priceMint: addresses.at('mint'),
    });
    const activate = await agentSetStatus(deployment, { ...owned, status: 'Active' });
    for (const step of [register, publish, activate]) await send(step.instruction, owner);
  }

  const attest = await attestationIssue(deployment, {
    attestor: keyOf(ATTESTOR).publicKey,
    subject: keyOf(BYSTANDER).publicKey,
    expiresAt: ATTESTED_UNTIL,
    evidence: VERSION.manifestHash,
  });
  await send(attest.instruction, ATTESTOR);

  const accounts = new Map<string, AccountState>();
  for (const label of [...LABELS, 'wallet:feePayer']) {
    const state = await chain.getAccount(addresses.at(label));
    if (state !== null) accounts.set(label, state);
  }
  return { addresses, accounts };
}

/** What every version here is alike in. */
export const VERSION = {
  semver: '1.0.0',
  manifestHash: new Uint8Array(32).fill(7),
  uri: 'https://agents.example/manifest.json',
};

/** A fresh chain on which everything is as `prepare` left it. */
export async function startWorld(): Promise<{ chain: TestChain; addresses: Addresses }> {
  prepared ??= prepare();
  const { addresses, accounts } = await prepared;
  const chain = await startProgramChain('litesvm');
  await chain.setUnixTime(START);
  for (const [label, state] of accounts) await chain.setAccount(addresses.at(label), state);
  return { chain, addresses };
}

/** The model of what `startWorld` starts. */
export async function startModel(chain: TestChain): Promise<Model> {
  return {
    now: START,
    slot: await chain.slot(),
    pauseBits: 0,
    windows: WINDOWS,
    feeBps: FEE_BPS,
    attested: new Map([[BYSTANDER, ATTESTED_UNTIL]]),
    nextProposal: 0,
    liveProposalsFrom: 0,
    proposals: new Map(),
    agents: AGENTS.map(({ owner, key, payee, holdback }) => ({
      status: 'Active',
      latestVersion: 1,
      ownershipEpoch: 1,
      owner,
      pendingOwner: '',
      agentKey: key,
      payoutOwner: payee,
      holdback,
      leaseEnds: START + TEST_WINDOWS.lease,
    })),
    versions: AGENTS.map(({ price }) => [{ price, mint: 'mint', yanked: false }]),
    mandates: PLACES.map(() => null),
    channels: new Map(),
    tokens: new Map(Object.entries(PURSES).map(([wallet, amount]) => [`tokens:${wallet}`, amount])),
    archive: [],
  };
}

/** Programs that ours call, by address. */
const CALLED: Record<string, string> = {
  '11111111111111111111111111111111': 'system',
  TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA: 'token',
};

/** A refusal's error by name: of our programs and Anchor `Paused`, of others `token:1`, of the runtime as it says. */
export function errorName(refusal: unknown): string {
  if (!(refusal instanceof TransactionFailed)) throw refusal;
  const { code, logs, message } = refusal;
  if (code === null) return message.replace(/^.*(failed|refused): /, '');
  const anchor = logs.map((line) => /Error Code: (\w+)\. Error Number: (\d+)\./.exec(line));
  const named = anchor.find((found) => found !== null && Number(found[2]) === code);
  if (named?.[1] !== undefined) return named[1];
  const failed = logs.map((line) => /^Program (\w+) failed: custom/.exec(line)?.[1]).find(Boolean) ?? '?';
  return `${CALLED[failed] ?? failed}:${code}`;
}
