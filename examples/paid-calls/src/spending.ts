import { join } from 'node:path';
import {
  type ChannelAccount,
  caip2Network,
  channelClose,
  channelDrain,
  channelFinish,
  channelId,
  channelOpen,
  channelPayout,
  cheapestChannelNumber,
  createMessageSigner,
  decodeChannel,
  mandateOpen,
  PaidClient,
  PayerChannel,
  PayerStore,
  type TransactionOutcome,
} from '@agent-labs/sdk';
import { Keypair, type PublicKey } from '@solana/web3.js';
import { type Market, PRICE, short } from './market.js';
import { tokens } from './text.js';

/** Base units set aside, and of them allotted to the agent. */
const DEPOSIT = 50_000_000n;
const ALLOTMENT = 10_000_000n;
const DAY = 86_400n;

type OnStep = (title: string, detail: string, outcome?: TransactionOutcome) => void;

/** A payer's budget and its channel to the agent of a market. */
export interface Spending {
  client: PaidClient;
  channel: PublicKey;
  payer: PayerChannel;
  /** The channel as the chain has it now. */
  read(): Promise<ChannelAccount>;
  /** Waits for the holdback, and pays the agent's owner. */
  payOut(): Promise<void>;
  /** Closes the channel to its very end: grace, return of the rest, end of the claim window, rent back. */
  windDown(): Promise<void>;
  stop(): Promise<void>;
}

/** Sets money aside under limits, allots some of it to the agent, and makes ready to call. */
export async function startSpending(market: Market, onStep: OnStep): Promise<Spending> {
  const { chain, deployment, mint, payer, agent } = market;
  const session = Keypair.generate();
  const now = await chain.unixTime();
  const opened = await mandateOpen(deployment, {
    payer: payer.publicKey,
    mint,
    id: 1n,
    sessionKey: session.publicKey,
    perCallMax: PRICE,
    dailyCap: 2n * ALLOTMENT,
    totalCap: DEPOSIT,
    expiresAt: now + 30n * DAY,
    deposit: DEPOSIT,
  });
  const { mandate } = opened;
  onStep(
    'mandate',
    `${tokens(DEPOSIT)} set aside; at most ${tokens(PRICE)} a call, ${tokens(2n * ALLOTMENT)} a day`,
    await chain.send([opened.instruction], { payer }),
  );
  const { instruction, channel } = await channelOpen(deployment, {
    authority: session.publicKey,
    rentPayer: payer.publicKey,
    mandate,
    agent,
    versionNumber: 1,
    n: cheapestChannelNumber(deployment, mandate, agent),
    amount: ALLOTMENT,
    expiresAt: now + 2n * DAY,
  });
  const outcome = await chain.send([instruction], { payer, signers: [session] });
  onStep(
    'channel',
    `${tokens(ALLOTMENT)} of it allotted to ${short(agent)}; no token moves for that`,
    outcome,
  );

  const read = async () => {
    const account = await chain.getAccount(channel);
    if (account === null) throw new Error('the channel is gone');
    return decodeChannel(account.data);
  };
  const account = await read();
  const store = await PayerStore.open(join(market.directory, 'payer.journal'));
  const { genesisHash, escrow } = deployment;
  const payerChannel = new PayerChannel(store, createMessageSigner(session.secretKey), {
    id: channelId(genesisHash, escrow.toBytes(), channel.toBytes(), account.generation),
    agentKey: account.agentKey.toBytes(),
    perCallMax: account.perCallMax,
    allotted: account.allotted,
    returned: account.returned,
    expiresAt: account.expiresAt,
  });
  const client = new PaidClient({
    url: market.running.url,
    channel,
    payer: payerChannel,
    network: caip2Network(genesisHash),
    price: account.price,
    now: () => chain.unixTime(),
  });
  const ref = { channel, mandate };

  return {
    client,
    channel,
    payer: payerChannel,
    read,
    payOut: async () => {
      const { holdback } = await read();
      await chain.advance({ seconds: holdback });
      onStep('clock', `${holdback} s on: the holdback of what was settled is over`);
      const before = await read();
      const payout = await channelPayout(deployment, ref, mint, before.payoutOwner);
      const paid = await chain.send([payout], { payer: market.operator });
      const { paidGross } = await read();
      onStep('payout', `${tokens(paidGross - before.paidGross)} to the owner, 1 % of it kept as fee`, paid);
    },
    windDown: async () => {
      const { closeGrace, claimWindow } = await read();
      const close = await channelClose(deployment, ref, payer.publicKey);
      onStep('close', 'the payer closes; the agent may still settle', await chain.send([close], { payer }));
      const wait = closeGrace + claimWindow;
      await chain.advance({ seconds: wait });
      onStep('clock', `${wait} s on: grace and claim window are over`);
      const drain = await channelDrain(deployment, ref);
      const finish = await channelFinish(deployment, ref, payer.publicKey, payer.publicKey);
      const ended = await chain.send([drain, finish], { payer });
      onStep('end', 'the rest is free again, the channel is gone, its rent is back', ended);
    },
    stop: () => store.close(),
  };
}
