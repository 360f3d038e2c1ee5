import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AgentOptions,
  documentAnalystManifest,
  HANDLE,
  type RunningAgent,
  semverOf,
  startAgent,
} from '@agent-labs/example-document-analyst';
import { type SeededChain, startSeededChain } from '@agent-labs/localnet';
import {
  agentAddress,
  agentRegister,
  agentSetStatus,
  type ChannelAccount,
  type ChannelId,
  channelClose,
  channelDrain,
  channelFinish,
  channelId,
  channelOpen,
  createMessageSigner,
  decodeChannel,
  mandateOpen,
  PayerChannel,
  type PayerStore,
  type SettleReport,
  versionPublish,
} from '@agent-labs/sdk';
import { Keypair, type PublicKey } from '@solana/web3.js';

/** Base units a call. */
export const PRICE = 10_000n;
const PURSE = 1_000_000_000_000n;
const DEPOSIT = 1_000_000_000n;
const DAY = 86_400n;

/** A local chain with an agent registered on it at `PRICE`; nothing runs yet. */
export interface RegisteredAgent extends SeededChain {
  agent: PublicKey;
  agentKey: Keypair;
  /** For the stores of whoever takes part; gone when the tests are. */
  directory: string;
}

export async function registerAgent(): Promise<RegisteredAgent> {
  const seeded = await startSeededChain(PURSE);
  const { chain, deployment, mint, owner } = seeded;
  const agentKey = Keypair.generate();
  const agent = agentAddress(deployment, owner.publicKey, HANDLE);
  const owned = { agent, owner: owner.publicKey };
  const { instruction: register } = await agentRegister(deployment, {
    creator: owner.publicKey,
    handle: HANDLE,
    agentKey: agentKey.publicKey,
    payoutOwner: owner.publicKey,
    holdback: 60n,
  });
  const { instruction: publish } = await versionPublish(deployment, {
    ...owned,
    number: 1,
    semver: semverOf(1),
    manifestHash: new Uint8Array(32).fill(7),
    uri: 'http://127.0.0.1/manifest.json',
    price: PRICE,
    priceMint: mint,
  });
  const { instruction: activate } = await agentSetStatus(deployment, { ...owned, status: 'Active' });
  await chain.send([register, publish, activate], { payer: owner });
  const directory = mkdtempSync(join(tmpdir(), 'agent-labs-'));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  return { ...seeded, agent, agentKey, directory };
}

/** The agent's software, and what it reported. */
export interface TestAgent extends RunningAgent {
  store: string;
  errors: Error[];
  reports: SettleReport[];
}

/** Runs the agent on a chain. Its store is in `agent` below the directory unless named otherwise. */
export async function runAgent(
  registered: RegisteredAgent,
  changes: Partial<AgentOptions> & { name?: string } = {},
): Promise<TestAgent> {
  const { chain, deployment, mint, agent, agentKey, operator, directory } = registered;
  const errors: Error[] = [];
  const reports: SettleReport[] = [];
  const dataDirectory = join(directory, changes.name ?? 'agent');
  const running = await startAgent({
    chain,
    deployment,
    agent,
    agentVersion: 1,
    agentKey,
    feePayer: operator,
    manifest: (url) =>
      documentAnalystManifest({ url, price: PRICE, mint: mint.toBase58(), allowPrivateEndpoints: true }),
    dataDirectory,
    port: 0,
    onError: (error) => errors.push(error),
    onSettled: (report) => reports.push(report),
    ...changes,
  });
  return { ...running, store: join(dataDirectory, 'vouchers.journal'), errors, reports };
}

/** All that an agent has on disk, to see whether it changed. */
export function onDisk({ store }: TestAgent): string {
  return JSON.stringify([readFileSync(store, 'utf8'), readdirSync(`${store}.answers`)]);
}

export interface ChannelWish {
  /** base units; 1,000 calls by default */
  amount?: bigint;
  /** base units; three prices by default */
  perCallMax?: bigint;
  /** Unix seconds; in six days by default */
  expiresAt?: bigint;
  /** the agent's first by default */
  versionNumber?: number;
}

/** A channel to a registered agent, and who may sign for it. */
export interface PaidChannel {
  channel: PublicKey;
  mandate: PublicKey;
  session: Keypair;
  id: ChannelId;
  account(): Promise<ChannelAccount>;
  /** Starts the grace. */
  close(): Promise<void>;
  /** After the grace and the claim window: takes the channel off the chain. */
  finish(): Promise<void>;
  /** The payer's side of it, over a store. */
  payer(store: PayerStore): Promise<PayerChannel>;
}

let mandates = 0n;

/** Opens a mandate and a channel of its own, a slot ago. */
export async function openPaidChannel(
  { chain, deployment, mint, payer, agent }: RegisteredAgent,
  wish: ChannelWish = {},
): Promise<PaidChannel> {
  const session = Keypair.generate();
  const now = await chain.unixTime();
  const amount = wish.amount ?? 1_000n * PRICE;
  mandates += 1n;
  const opened = await mandateOpen(deployment, {
    payer: payer.publicKey,
    mint,
    id: mandates,
    sessionKey: session.publicKey,
    perCallMax: wish.perCallMax ?? 3n * PRICE,
    dailyCap: DEPOSIT,
    totalCap: DEPOSIT,
    expiresAt: now + 30n * DAY,
    deposit: DEPOSIT,
  });
  const { mandate } = opened;
  const { instruction, channel } = await channelOpen(deployment, {
    authority: session.publicKey,
    rentPayer: payer.publicKey,
    mandate,
    agent,
    versionNumber: wish.versionNumber ?? 1,
    n: 0,
    amount,
    expiresAt: wish.expiresAt ?? now + 6n * DAY,
  });
  await chain.send([opened.instruction, instruction], { payer, signers: [session] });
  await chain.advance({ slots: 1 });

  const ref = { channel, mandate };
  const account = async () => {
    const state = await chain.getAccount(channel);
    if (state === null) throw new Error('the channel is gone');
    return decodeChannel(state.data);
  };
  const { generation } = await account();
  const id = channelId(deployment.genesisHash, deployment.escrow.toBytes(), channel.toBytes(), generation);
  return {
    channel,
    mandate,
    session,
    id,
    account,
    close: async () => {
      await chain.send([await channelClose(deployment, ref, payer.publicKey)], { payer });
    },
    finish: async () => {
      const drain = await channelDrain(deployment, ref);
      const finish = await channelFinish(deployment, ref, payer.publicKey, payer.publicKey);
      await chain.send([drain, finish], { payer });
    },
    payer: async (store) => {
      const { agentKey, perCallMax, allotted, returned, expiresAt } = await account();
      return new PayerChannel(
        store,
        createMessageSigner(session.secretKey),
        { id, agentKey: agentKey.toBytes(), perCallMax, allotted, returned, expiresAt },
        () => now,
      );
    },
  };
}
