import {
  ApprovalNeeded,
  BrowserPayerStore,
  type ChannelAccount,
  type ChannelId,
  caip2Network,
  channelId,
  createMessageSigner,
  decodeVoucher,
  ensureChannel,
  type PaidAnswer,
  PaidClient,
  PayerChannel,
  readChannel,
  requestHash,
  responseProofMessage,
  settleLast,
  verifySignature,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { chainClock } from '../data/clock.js';
import { config } from '../data/config.js';
import type { MandateView } from '../data/views.js';
import { counted } from '../lib/text.js';
import { connected } from '../wallet/standard.js';
import { allowListOf, allowProofFor } from './allow-lists.js';
import { NoWallet, signer } from './app-chain.js';
import { askFor } from './approval-actions.js';
import { addressOf, connectChain, deployment } from './connection.js';
import { sessionKeyOf } from './session-keys.js';

const DAY = 86_400n;

/** The mandate's session key is not in this browser. Nothing was signed. */
export class SessionKeyElsewhere extends Error {
  override readonly name = 'SessionKeyElsewhere';
}

/** A call as this browser keeps it: both signatures, and what they are over. */
export interface MadeCall {
  channel: string;
  callNumber: number;
  /** base units of this call, and of all until it */
  amount: bigint;
  cumulative: bigint;
  /** hexadecimal */
  requestHash: string;
  responseHash: string;
  responseProof: string;
  agentKey: string;
}

/** What a check of a call's receipt found, each line a fact that was checked in this browser. */
export interface CallCheck {
  /** signed by the agent, and settled on the chain */
  holds: boolean;
  /** signed by the agent's key as the channel has it */
  signed: boolean;
  facts: string[];
}

export interface CallRequest {
  agent: string;
  mandate: MandateView;
  /** base units to allot where a channel has to be opened */
  allotment: bigint;
  path: string;
  contentType: string;
  fileName: string;
  body: Uint8Array;
}

const stores = new Map<string, Promise<BrowserPayerStore>>();

/** This wallet's vouchers in this browser; one page at a time has them. */
export function storeOf(wallet: string): Promise<BrowserPayerStore> {
  const known = stores.get(wallet);
  if (known !== undefined) return known;
  const opening = BrowserPayerStore.open(wallet);
  stores.set(wallet, opening);
  opening.catch(() => stores.delete(wallet));
  return opening;
}

/**
 * Calls an agent for pay: has a channel ready, shown and signed where it has to be opened, then pays with one
 * voucher of the session key.
 * @throws SessionKeyElsewhere, AgentUnavailable, NoChannelFree; CallRefused (nothing charged), CallUnanswered
 *   (the same again is charged once); StoreLocked while another page has the vouchers
 */
export async function callAgent(request: CallRequest): Promise<{ answer: PaidAnswer; call: MadeCall }> {
  const { chain, wallet } = await signer();
  const session = await keyOf(request.mandate);
  const store = await storeOf(wallet.publicKey.toBase58());
  // an open channel needs no proof: where the list is away, only a new one is refused
  const { allowRoot } = request.mandate;
  const isListed = allowRoot !== null && (await allowListOf(allowRoot)) !== null;
  const { allowProof } = isListed ? await allowProofFor(request.mandate, request.agent) : {};
  const { channel, account } = await ensureChannel(chain.named('Allot to the agent'), deployment(), {
    payer: wallet,
    session,
    mandate: addressOf(request.mandate.address),
    agent: addressOf(request.agent),
    allotment: request.allotment,
    least: 1n,
    lifetime: 2n * DAY,
    leastLifetime: DAY / 4n,
    ...(allowProof !== undefined && { allowed: { proof: allowProof } }),
    owed: (at, state) => store.state(idOf(at, state)).highestSigned.cumulative,
  });
  const client = await clientOf(request.agent, channel, account, store, session);
  const { path, contentType, fileName, body } = request;
  const { pending } = store.state(idOf(channel, account));
  const hash = requestHash({ method: 'POST', path, contentType, fileName }, body);
  // another call that broke off comes first: it is charged once, or given up
  if (pending !== null && !Buffer.from(pending.requestHash).equals(hash)) await client.recover();
  const answer = await client.call({ path, contentType, fileName, body });
  const calls = await callsIn(store, channel, account);
  const call = calls.find(({ callNumber }) => callNumber === answer.receipt.callNumber);
  if (call === undefined) throw new Error('the call was answered and is not kept');
  return { answer, call };
}

/**
 * Asks the mandate's approvers for the channel that a call lacked.
 * @param error what `callAgent` threw
 * @returns the request's address
 */
export async function askForChannel(error: Error, mandate: MandateView, lifetime: number): Promise<string> {
  if (!(error instanceof ApprovalNeeded)) throw error;
  return askFor('open a channel', mandate, error.instruction, lifetime);
}

/** Whether a call of this channel was sent and not answered, so that a second look is due. */
export async function unfinishedCall(channel: string): Promise<boolean> {
  const wallet = connected.get();
  const account = await readChannel(await connectChain(), deployment(), addressOf(channel));
  if (wallet === null || account === null) return false;
  const store = await storeOf(wallet.account.address);
  return store.state(idOf(addressOf(channel), account)).pending !== null;
}

/** Calls that this browser made over a channel, newest first. */
export async function callsMade(channel: string): Promise<MadeCall[]> {
  const wallet = connected.get();
  if (wallet === null) throw new NoWallet();
  const at = addressOf(channel);
  const account = await readChannel(await connectChain(), deployment(), at);
  if (account === null) return [];
  return (await callsIn(await storeOf(wallet.account.address), at, account)).reverse();
}

/** Settles what was paid on a channel, where the agent does not. @returns whether there was anything to settle */
export async function settleMine(channel: string): Promise<boolean> {
  const { chain, wallet } = await signer();
  const store = await storeOf(wallet.publicKey.toBase58());
  const named = chain.named('Settle what was paid');
  return (await settleLast(named, deployment(), addressOf(channel), store, wallet)) !== null;
}

/**
 * Checks a call's receipt here: the agent's signature over this very call, the key against the channel on the
 * chain, and how far the chain has settled.
 */
export async function checkCall(call: MadeCall): Promise<CallCheck> {
  const at = addressOf(call.channel);
  const account = await readChannel(await connectChain(), deployment(), at);
  if (account === null)
    return { holds: false, signed: false, facts: ['The channel is no longer on the chain.'] };
  const message = responseProofMessage({
    tag: Uint8Array.from(account.tag),
    callNumber: call.callNumber,
    requestHash: Buffer.from(call.requestHash, 'hex'),
    responseHash: Buffer.from(call.responseHash, 'hex'),
    cumulative: call.cumulative,
  });
  const { agentKey, settled, calls } = account;
  const signed = verifySignature(agentKey.toBytes(), message, Buffer.from(call.responseProof, 'base64'));
  if (!signed) return { holds: false, signed, facts: ["The signature is not the agent's over this call."] };
  const facts = ["The agent's key, as the channel on the chain has it, signed this call and its answer."];
  const isSettled = settled >= call.cumulative;
  facts.push(
    isSettled
      ? `The chain has settled ${counted(calls, 'call')} of this channel, this one among them.`
      : 'Not settled yet: the agent does that with others, later.',
  );
  return { holds: isSettled, signed, facts };
}

async function callsIn(
  store: BrowserPayerStore,
  channel: PublicKey,
  account: ChannelAccount,
): Promise<MadeCall[]> {
  const evidence = await store.evidence(idOf(channel, account));
  let before = 0n;
  return evidence.map((entry) => {
    const { cumulative } = decodeVoucher(entry.voucher);
    const amount = cumulative - before;
    before = cumulative;
    return {
      channel: channel.toBase58(),
      callNumber: entry.callNumber,
      amount,
      cumulative,
      requestHash: Buffer.from(entry.requestHash).toString('hex'),
      responseHash: Buffer.from(entry.responseHash).toString('hex'),
      responseProof: Buffer.from(entry.responseProof).toString('base64'),
      agentKey: account.agentKey.toBase58(),
    };
  });
}

async function keyOf(mandate: MandateView): Promise<Keypair> {
  const key = await sessionKeyOf(mandate.sessionKey);
  if (key !== null) return key;
  throw new SessionKeyElsewhere(
    `The session key ${mandate.sessionKey} of this mandate is not in this browser. Replace it on the mandate's page, or open another mandate.`,
  );
}

async function clientOf(
  agent: string,
  channel: PublicKey,
  account: ChannelAccount,
  store: BrowserPayerStore,
  session: Keypair,
): Promise<PaidClient> {
  const { gatewayUrl } = config();
  if (gatewayUrl === null)
    throw new Error('This server names no gateway: agents cannot be called from here.');
  const rpc = await connectChain();
  const terms = {
    id: idOf(channel, account),
    agentKey: account.agentKey.toBytes(),
    perCallMax: account.perCallMax,
    allotted: account.allotted,
    returned: account.returned,
    expiresAt: account.expiresAt,
    settled: { calls: account.calls, cumulative: account.settled },
  };
  const payer = new PayerChannel(store, createMessageSigner(session.secretKey), terms, chainClock);
  return new PaidClient({
    url: `${gatewayUrl}/v1/agents/${agent}`,
    channel,
    payer,
    network: caip2Network(deployment().genesisHash),
    price: account.price,
    now: () => rpc.unixTime(),
  });
}

function idOf(channel: PublicKey, { generation }: ChannelAccount): ChannelId {
  const { genesisHash, escrow } = deployment();
  return channelId(genesisHash, escrow.toBytes(), channel.toBytes(), generation);
}
