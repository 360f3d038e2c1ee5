import { join } from 'node:path';
import {
  type ActionStep,
  type ChannelAccount,
  type ChannelId,
  caip2Network,
  channelId,
  createMessageSigner,
  ensureChannel,
  ensureMandate,
  PaidClient,
  PayerChannel,
  PayerStore,
  payOut,
  readChannel,
  type TransactionOutcome,
} from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { StackDirectory } from '../directory.js';
import { keyFile } from '../key-files.js';
import type { LocalChain } from '../local-chain.js';
import type { StackPorts } from '../port-file.js';
import { PRICE } from '../stack.js';
import { short, tokens } from './text.js';

/** Base units set aside, and of them allotted to the agent. */
const DEPOSIT = 50_000_000n;
const ALLOTMENT = 10_000_000n;
const DAY = 86_400n;
/** Milliseconds between two looks whether the agent has settled, and until that is given up. */
const LOOK_EVERY = 100;
const SETTLING_TIME = 30_000;

type OnStep = (title: string, detail: string, outcome?: TransactionOutcome) => void;

/** A payer's budget and its channel to the agent. */
export interface Spending {
  client: PaidClient;
  channel: PublicKey;
  /** What opening or re-arming took, in order; empty where the channel of an earlier run serves. */
  steps: ActionStep[];
  /** The channel as the chain has it now. */
  read(): Promise<ChannelAccount>;
  /** Waits until the agent has settled every answered call. @returns the channel then */
  settled(): Promise<ChannelAccount>;
  /** Waits for the holdback, and pays the agent's owner. @returns base units */
  payOut(): Promise<{ paid: bigint; waited: bigint; outcome: TransactionOutcome }>;
  stop(): Promise<void>;
}

export interface SpendingOptions {
  local: LocalChain;
  ports: StackPorts;
  directory: StackDirectory;
  /** calls that are to be made */
  calls: number;
  onStep: OnStep;
}

const WORDS: Record<ActionStep['what'], string> = {
  'mandate opened': `${tokens(DEPOSIT)} set aside; at most ${tokens(PRICE)} a call, ${tokens(2n * ALLOTMENT)} a day`,
  deposited: 'more set aside',
  'channel opened': `${tokens(ALLOTMENT)} of it allotted to the agent; no token moves for that`,
  'channel re-armed': `${tokens(ALLOTMENT)} more allotted`,
};

/** Has money set aside under limits and some of it allotted to the agent, as an earlier run left it or anew. */
export async function startSpending(options: SpendingOptions): Promise<Spending> {
  const { local, ports, directory, calls, onStep } = options;
  const { chain, deployment, mint } = local;
  const payer = local.persona('payer');
  const session = keyFile(join(directory.payer, 'session-key.json'));
  const agent = new PublicKey(ports.agent);
  const store = await PayerStore.open(join(directory.payer, 'vouchers.journal'));
  try {
    const idOf = (channel: PublicKey, { generation }: ChannelAccount): ChannelId =>
      channelId(deployment.genesisHash, deployment.escrow.toBytes(), channel.toBytes(), generation);
    const owed = (channel: PublicKey, account: ChannelAccount) =>
      store.state(idOf(channel, account)).highestSigned.cumulative;
    const mandate = await ensureMandate(chain, deployment, {
      payer,
      session,
      mint,
      perCallMax: PRICE,
      dailyCap: 2n * ALLOTMENT,
      totalCap: 10n * DEPOSIT,
      lifetime: 30n * DAY,
      deposit: DEPOSIT,
    });
    const ready = await ensureChannel(chain, deployment, {
      payer,
      session,
      mandate: mandate.mandate,
      agent,
      allotment: ALLOTMENT,
      least: BigInt(calls) * PRICE,
      lifetime: 2n * DAY,
      leastLifetime: DAY / 4n,
      owed,
    });
    const steps = [...mandate.steps, ...ready.steps];
    for (const { what, outcome } of steps) onStep(what.split(' ')[0] ?? what, WORDS[what], outcome);
    const { channel, account } = ready;
    if (ready.steps.length === 0) {
      const left = account.allotted - account.returned - owed(channel, account);
      onStep('channel', `${short(channel)} of an earlier run is used again, ${tokens(left)} left of it`);
    }
    const payerChannel = new PayerChannel(store, createMessageSigner(session.secretKey), {
      id: idOf(channel, account),
      agentKey: account.agentKey.toBytes(),
      perCallMax: account.perCallMax,
      allotted: account.allotted,
      returned: account.returned,
      expiresAt: account.expiresAt,
      settled: { calls: account.calls, cumulative: account.settled },
    });
    const client = new PaidClient({
      url: `${ports.gatewayUrl}/v1/agents/${ports.agent}`,
      channel,
      payer: payerChannel,
      network: caip2Network(deployment.genesisHash),
      price: account.price,
      now: () => chain.unixTime(),
    });
    // a run that was killed in mid-call left one: what it was is known, and it is charged once
    const recovered = await client.recover();
    if (recovered !== null) onStep('recover', `call ${recovered.receipt.callNumber} of a run that broke off`);
    const read = async () => {
      const now = await readChannel(chain, deployment, channel);
      if (now === null) throw new Error('the channel is gone');
      return now;
    };
    return {
      client,
      channel,
      steps,
      read,
      settled: async () => {
        const { cumulative } = payerChannel.state();
        for (const end = Date.now() + SETTLING_TIME; ; ) {
          const now = await read();
          if (now.settled >= cumulative) return now;
          if (Date.now() > end) throw new Error(`the agent has not settled in ${SETTLING_TIME / 1_000} s`);
          await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
        }
      },
      payOut: async () => {
        const before = await read();
        await local.advance(before.holdback + 1n);
        const outcome = await payOut(chain, deployment, channel, local.persona('operator'));
        const { paidGross } = await read();
        return { paid: paidGross - before.paidGross, waited: before.holdback + 1n, outcome };
      },
      stop: () => store.close(),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
