import {
  channelSettle as channelSettleInstructions,
  createMessageSigner,
  encodeVoucher,
  type MessageSigner,
  type SettleItem,
} from '@agent-labs/sdk';
import { SystemProgram, TransactionInstruction } from '@solana/web3.js';
import fc from 'fast-check';
import { type Addresses, feePayer, keyOf, SESSIONS } from '../addresses';
import {
  type Channel,
  type ChannelKey,
  type Model,
  pastSettling,
  placeOf,
  settle,
  U32_MAX,
  unspent,
  type Voucher,
  voucherRefusal,
} from '../model';
import { Command, type Planner } from '../step';
import { choose, pickChannel, type Target, target } from './wishes';

type Flaw =
  | 'none'
  | 'most'
  | 'stale'
  | 'high'
  | 'dear'
  | 'sameCalls'
  | 'expired'
  | 'wrongKey'
  | 'wrongTag'
  | 'replay';
/** How the two instructions are put together. */
type Form =
  | 'right'
  | 'missing'
  | 'between'
  | 'padded'
  | 'forged'
  | 'fewer'
  | 'twice'
  | 'notChannel'
  | 'notSysvar';

interface Item {
  at: Target;
  flaw: Flaw;
  thousandths: number;
  extraCalls: number;
}
interface Wish {
  items: Item[];
  form: Form;
}

const signers = new Map<string, MessageSigner>();

function signerOf(name: string): MessageSigner {
  const known = signers.get(name) ?? createMessageSigner(keyOf(name).secretKey);
  signers.set(name, known);
  return known;
}

/** Most that a voucher here raises a channel by, calls: 32 bits count them. */
const CALLS_MOST = 1_000n;

function voucherFor(model: Model, key: ChannelKey, channel: Channel, item: Item): Voucher {
  const { settled, calls, perCallMax, session } = channel;
  const bound = perCallMax * CALLS_MOST;
  const left = unspent(channel) < bound ? unspent(channel) : bound;
  const some = left > 0n ? 1n + ((left - 1n) * BigInt(item.thousandths)) / 1_000n : 1n;
  const raise =
    { most: left > 0n ? left : 1n, high: unspent(channel) + 1n, stale: 0n }[item.flaw as string] ?? some;
  const needed = Number((raise + perCallMax - 1n) / perCallMax);
  const voucher: Voucher = {
    tag: channel.tag,
    signer: session,
    cumulative: settled + raise,
    calls: Math.min(U32_MAX, calls + Math.max(1, needed) + item.extraCalls),
    expires: Number(model.now) + 1 + item.thousandths,
  };
  const another = SESSIONS.find((name) => name !== session) ?? session;
  const archived = model.archive.filter((entry) => entry.key === key);
  switch (item.flaw) {
    case 'dear':
      return { ...voucher, calls: calls + 1, cumulative: settled + perCallMax + 1n };
    case 'sameCalls':
      return { ...voucher, calls };
    case 'expired':
      return { ...voucher, expires: Number(model.now) };
    case 'wrongKey':
      return { ...voucher, signer: another };
    case 'wrongTag': {
      const other = [...model.channels.values()].find(({ tag }) => tag !== channel.tag);
      return { ...voucher, tag: other?.tag ?? '00'.repeat(16) };
    }
    case 'replay':
      return archived[item.thousandths % Math.max(1, archived.length)]?.voucher ?? voucher;
    default:
      return voucher;
  }
}

interface Entry {
  key: ChannelKey;
  voucher: Voucher;
  /** Passed in the channel's place. */
  label: string;
}

/** Draws up the vouchers, of channels that differ unless the form repeats one. */
function entriesOf(model: Model, wish: Wish): Entry[] {
  const entries: Entry[] = [];
  // five vouchers do not fit a packet without a lookup table
  for (const item of wish.items.slice(0, wish.form === 'twice' ? 3 : 4)) {
    const free = (channel: Channel) =>
      !pastSettling(channel, model.now) &&
      (unspent(channel) > 0n || item.flaw !== 'none') &&
      !entries.some(({ key }) => model.channels.get(key) === channel);
    const key = pickChannel(model, item.at, free);
    const channel = model.channels.get(key);
    const more = channel !== undefined && free(channel);
    if (entries.length > 0 && !more) continue;
    const blank: Voucher = {
      tag: '00'.repeat(16),
      signer: 'session0',
      cumulative: 1n,
      calls: 1,
      expires: U32_MAX,
    };
    const voucher = channel === undefined ? blank : voucherFor(model, key, channel, item);
    entries.push({ key, voucher, label: `channel${key}` });
  }
  const last = entries.at(-1);
  const channel = model.channels.get(last?.key ?? '');
  if (wish.form === 'twice' && last !== undefined && channel !== undefined) {
    const { cumulative, calls } = last.voucher;
    entries.push({
      ...last,
      voucher: { ...last.voucher, cumulative: cumulative + 1n, calls: Math.min(U32_MAX, calls + 1) },
    });
  }
  if (wish.form === 'notChannel' && last !== undefined) {
    const { mandate, agent } = placeOf(last.key);
    last.label = mandate === 0 ? `agent${agent}` : `mandate${mandate}`;
  }
  return entries;
}

function itemOf(addresses: Addresses, { label, voucher }: Entry): SettleItem {
  const signer = signerOf(voucher.signer);
  const message = encodeVoucher({
    tag: Uint8Array.from(Buffer.from(voucher.tag, 'hex')),
    cumulative: voucher.cumulative,
    calls: voucher.calls,
    expires: voucher.expires,
    transcript: new Uint8Array(32).fill(voucher.calls & 0xff),
  });
  return {
    channel: addresses.at(label),
    message,
    publicKey: signer.publicKey,
    signature: signer.sign(message),
  };
}

const idle = { fromPubkey: feePayer.publicKey, toPubkey: feePayer.publicKey, lamports: 0 };

/** What is wrong with how the instructions stand, whatever the vouchers say. */
const FORM_ERRORS: Partial<Record<Form, string>> = {
  missing: 'Ed25519Missing',
  between: 'Ed25519Missing',
  padded: 'Ed25519NotCanonical',
  forged: '?:2',
  fewer: 'SignatureCountMismatch',
  notSysvar: 'NotInstructionsSysvar',
};

const channelSettle: Planner<Wish> = async (model, addresses, wish) => {
  const entries = entriesOf(model, wish);
  const items = entries.map((entry) => itemOf(addresses, entry));
  const [check, settleAll] = channelSettleInstructions(addresses.deployment, items);
  let instructions = [check, settleAll];
  if (wish.form === 'missing') instructions = [settleAll];
  if (wish.form === 'between') instructions = [check, SystemProgram.transfer(idle), settleAll];
  if (wish.form === 'padded') check.data[1] = 1;
  if (wish.form === 'forged') check.data[check.data.length - 1] = ~Number(check.data.at(-1)) & 0xff;
  if (wish.form === 'fewer') settleAll.keys.pop();
  if (wish.form === 'notSysvar') {
    const keys = settleAll.keys.map((meta, at) =>
      at === 0 ? { ...meta, pubkey: addresses.at('config') } : meta,
    );
    instructions = [check, new TransactionInstruction({ ...settleAll, keys })];
  }
  const settled = new Map<ChannelKey, Channel>();
  const refusal = FORM_ERRORS[wish.form] ?? settleCopies(model, entries, settled);
  return {
    act: { kind: 'channel_settle', channels: entries.map(({ key }) => key) },
    refusal,
    instructions,
    signers: [],
    apply: () => {
      for (const [key, channel] of settled) model.channels.set(key, channel);
      for (const { key, voucher } of entries) model.archive.push({ key, voucher });
      model.archive.splice(0, model.archive.length - 60);
    },
  };
};

/** Settles on copies, so that a refusal leaves nothing behind. @returns the first refusal, or null */
function settleCopies(model: Model, entries: Entry[], settled: Map<ChannelKey, Channel>): string | null {
  for (const { key, voucher, label } of entries) {
    const channel = model.channels.get(key);
    if (settled.has(key)) return 'DuplicateChannel';
    if (channel === undefined || label !== `channel${key}`) return 'NotAChannel';
    const refusal = voucherRefusal(channel, voucher, model.now);
    if (refusal !== null) return refusal;
    const copy = { ...channel };
    settle(copy, voucher, model.now);
    settled.set(key, copy);
  }
  return null;
}

const item = fc.record<Item>({
  at: target,
  flaw: choose<Flaw>(
    [50, 'none'],
    [10, 'most'],
    [1, 'stale'],
    [1, 'high'],
    [1, 'dear'],
    [1, 'sameCalls'],
    [1, 'expired'],
    [1, 'wrongKey'],
    [1, 'wrongTag'],
    [2, 'replay'],
  ),
  thousandths: fc.nat({ max: 999 }),
  extraCalls: fc.nat({ max: 3 }),
});

export const channelSettles = fc
  .record<Wish>({
    items: fc.array(item, { minLength: 1, maxLength: 4 }),
    form: choose<Form>(
      [40, 'right'],
      [1, 'missing'],
      [1, 'between'],
      [1, 'padded'],
      [1, 'forged'],
      [1, 'fewer'],
      [2, 'twice'],
      [1, 'notChannel'],
      [1, 'notSysvar'],
    ),
  })
  .map((wish) => new Command(channelSettle, wish));
