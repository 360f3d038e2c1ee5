import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  channelClose,
  channelOpen,
  channelSettle,
  createMessageSigner,
  type MandateOpenParams,
  mandateOpen,
  type SettleItem,
  type SignedMessage,
  TransactionFailed,
} from '@agent-labs/sdk';
import {
  Ed25519Program,
  Keypair,
  type PublicKey,
  type Signer,
  TransactionInstruction,
} from '@solana/web3.js';
import type { EscrowFixture, VoucherWish } from '../fixtures/escrow';
import { NOW } from '../fixtures/registry';
import { bytesOf, L, littleEndian } from '../sdk/edwards';
import type { TestChain } from './chains/test-chain';
import { expectRefused } from './refused';

/** InvalidPublicKey or InvalidSignature of the runtime's own check of a proof in the first place. */
export const UNVERIFIED = /^instruction 0 failed: custom program error [02]$/;
/** The instruction that an offset is in is the Ed25519 instruction itself. */
export const THIS_INSTRUCTION = 0xffff;
/** Bytes of a public key, a signature and a voucher. */
export const BLOCK = 160;
const HEADER = 2;
const ENTRY = 14;

/** Where the parts of one signature lie: offsets into the data of the instructions with these indices. */
export interface Ed25519Entry {
  signatureOffset: number;
  signatureIndex: number;
  keyOffset: number;
  keyIndex: number;
  messageOffset: number;
  messageLength: number;
  messageIndex: number;
}

/** The data of an Ed25519 instruction, every number of it free to be wrong. */
export interface Ed25519Form {
  count: number;
  padding: number;
  entries: Ed25519Entry[];
  /** What stands behind the entries. */
  body: Uint8Array;
}

type Part = 'key' | 'signature' | 'message';

/** How blocks lie behind the entries. */
export interface Ed25519Layout {
  /** Surplus bytes before the first block. */
  before?: number;
  between?: number;
  after?: number;
  /** Blocks in the order they lie in; entries keep the order of the messages. */
  order?: number[];
  /** Parts of a block in the order they lie in. */
  parts?: Part[];
}

/** A form that the runtime verifies; without a layout, the one that `channel_settle` takes. */
export function ed25519Form(messages: readonly SignedMessage[], layout: Ed25519Layout = {}): Ed25519Form {
  const { before = 0, between = 0, after = 0, parts = ['key', 'signature', 'message'] } = layout;
  const chunks: Uint8Array[] = [];
  let end = HEADER + ENTRY * messages.length;
  const put = (bytes: Uint8Array): number => {
    chunks.push(bytes);
    end += bytes.length;
    return end - bytes.length;
  };
  put(Buffer.alloc(before, 0xee));
  const order = layout.order ?? messages.map((_, at) => at);
  const offsets = new Map<number, Record<Part, number>>();
  order.forEach((which, nth) => {
    if (nth > 0) put(Buffer.alloc(between, 0xee));
    const { publicKey: key, signature, message } = messages[which] as SignedMessage;
    const bytes = { key, signature, message };
    const at = { key: 0, signature: 0, message: 0 };
    for (const part of parts) at[part] = put(bytes[part]);
    offsets.set(which, at);
  });
  put(Buffer.alloc(after, 0xee));
  const entries = messages.map(({ message }, which) => {
    const at = offsets.get(which);
    assert.ok(at, `no place for block ${which}`);
    return {
      signatureOffset: at.signature,
      signatureIndex: THIS_INSTRUCTION,
      keyOffset: at.key,
      keyIndex: THIS_INSTRUCTION,
      messageOffset: at.message,
      messageLength: message.length,
      messageIndex: THIS_INSTRUCTION,
    };
  });
  return { count: messages.length, padding: 0, entries, body: Buffer.concat(chunks) };
}

/** The instruction of a form, as it is. */
export function ed25519Raw(form: Ed25519Form): TransactionInstruction {
  const head = Buffer.alloc(HEADER + ENTRY * form.entries.length);
  head[0] = form.count;
  head[1] = form.padding;
  form.entries.forEach((entry, at) => {
    const fields = [
      entry.signatureOffset,
      entry.signatureIndex,
      entry.keyOffset,
      entry.keyIndex,
      entry.messageOffset,
      entry.messageLength,
      entry.messageIndex,
    ];
    fields.forEach((value, field) => {
      head.writeUInt16LE(value, HEADER + ENTRY * at + 2 * field);
    });
  });
  return new TransactionInstruction({
    programId: Ed25519Program.programId,
    keys: [],
    data: Buffer.concat([head, form.body]),
  });
}

/** The form with one entry changed. */
export function withEntry(form: Ed25519Form, at: number, change: Partial<Ed25519Entry>): Ed25519Form {
  const entries = form.entries.map((entry, nth) => (nth === at ? { ...entry, ...change } : entry));
  return { ...form, entries };
}

/** What the Instructions sysvar holds while instruction `current` of these runs. */
export function instructionsSysvar(instructions: TransactionInstruction[], current: number): Buffer {
  const u16 = (value: number) => Buffer.from(Uint16Array.of(value).buffer);
  const bodies = instructions.map(({ keys, programId, data }) =>
    Buffer.concat([
      u16(keys.length),
      ...keys.flatMap(({ pubkey, isSigner, isWritable }) => [
        Uint8Array.of(Number(isSigner) | (Number(isWritable) << 1)),
        pubkey.toBytes(),
      ]),
      programId.toBytes(),
      u16(data.length),
      data,
    ]),
  );
  let at = 2 + 2 * bodies.length;
  const offsets = bodies.map((body) => {
    at += body.length;
    return u16(at - body.length);
  });
  return Buffer.concat([u16(bodies.length), ...offsets, ...bodies, u16(current)]);
}

function sha512(...parts: Uint8Array[]): Buffer {
  return createHash('sha512').update(Buffer.concat(parts)).digest();
}

/** The number behind a private key. */
function scalar(key: Keypair): bigint {
  const bytes = sha512(key.secretKey.subarray(0, 32)).subarray(0, 32);
  return (littleEndian(bytes) & (2n ** 254n - 8n)) | (2n ** 254n);
}

/** The same message, signed by the same key: another valid signature, from a nonce of the signer's choice. */
export function signedAgain<T extends SignedMessage>(signed: T, signer: Keypair, nonce: Keypair): T {
  const R = nonce.publicKey.toBytes();
  const challenge = littleEndian(sha512(R, signed.publicKey, signed.message)) % L;
  const S = (scalar(nonce) + challenge * scalar(signer)) % L;
  return { ...signed, signature: Buffer.concat([R, bytesOf(S)]) };
}

/** What verifies under a key whose challenge comes to nothing, as it does for one in eight messages. */
export function keylessSignatures(): Uint8Array[] {
  const nonce = Keypair.generate();
  return [
    Buffer.concat([bytesOf(1n), bytesOf(0n)]),
    Buffer.concat([nonce.publicKey.toBytes(), bytesOf(scalar(nonce) % L)]),
  ];
}

/** S + L in place of S: what a check that does not bound S takes for the same signature. */
export function malleated<T extends SignedMessage>(signed: T): T {
  const S = littleEndian(signed.signature.subarray(32)) + L;
  return { ...signed, signature: Buffer.concat([signed.signature.subarray(0, 32), bytesOf(S)]) };
}

/** Any bytes, signed. */
export function signed(signer: Keypair, message: Uint8Array): SignedMessage {
  const { publicKey, sign } = createMessageSigner(signer.secretKey);
  return { publicKey, signature: sign(message), message };
}

export interface Opened {
  mandate: PublicKey;
  session: Keypair;
  channel: PublicKey;
}

/** Another mandate of the fixture's payer, with a session key of its own and a channel to the same agent. */
export async function openMandate(
  fixture: EscrowFixture,
  id: bigint,
  changes: Partial<MandateOpenParams> & { amount?: bigint } = {},
): Promise<Opened> {
  const { deployment, mint, payer, send } = fixture;
  const { amount = 200_000n, ...terms } = changes;
  const session = Keypair.generate();
  const { instruction, mandate } = await mandateOpen(deployment, {
    payer: payer.publicKey,
    mint,
    id,
    sessionKey: session.publicKey,
    perCallMax: 50_000n,
    dailyCap: 400_000n,
    totalCap: 900_000n,
    expiresAt: NOW + 900n,
    deposit: 200_000n,
    ...terms,
  });
  await send(instruction, payer);
  const channel = await openChannel(fixture, { mandate, amount });
  return { mandate, session, channel };
}

/** Another channel to the fixture's agent, opened by the payer; its voucher tag differs from every other's. */
export async function openChannel(
  fixture: EscrowFixture,
  options: { mandate?: PublicKey; n?: number; amount?: bigint } = {},
): Promise<PublicKey> {
  const { deployment, agent, payer, send } = fixture;
  const { instruction, channel } = await channelOpen(deployment, {
    authority: payer.publicKey,
    rentPayer: payer.publicKey,
    mandate: options.mandate ?? fixture.mandate,
    agent,
    versionNumber: 1,
    n: options.n ?? 0,
    amount: options.amount ?? 50_000n,
    expiresAt: NOW + 800n,
  });
  await send(instruction, payer);
  return channel;
}

/** Ways to try vouchers on a fixture; by default they ask for 10,000 base units and 40 calls. */
export function settling(fixture: EscrowFixture) {
  const { chain, deployment, mandate, vault, send } = fixture;
  const voucher = (wish: Partial<VoucherWish> = {}, channel?: PublicKey) =>
    fixture.voucher({ cumulative: 10_000n, calls: 40, ...wish }, channel);
  const settleOf = (...items: SettleItem[]) => channelSettle(deployment, items);
  const refusedItem = (error: string, ...items: SettleItem[]) =>
    expectRefused(chain, settleOf(...items), [], error, [mandate, vault]);
  return {
    voucher,
    settleOf,
    refusedItem,
    refused: async (wish: Partial<VoucherWish>, error: string, channel?: PublicKey) =>
      refusedItem(error, await voucher(wish, channel)),
    settle: async (wish: Partial<VoucherWish> = {}, channel?: PublicKey) =>
      send(settleOf(await voucher(wish, channel))),
    settled: async (channel?: PublicKey) => (await fixture.readChannel(channel)).settled,
    /** Closes the fixture's channel; the last second of its grace is 99 seconds away. */
    close: async (by: Keypair) => send(await channelClose(deployment, fixture.channelRef, by.publicKey), by),
  };
}

/** As `expectRefused`, for what the runtime itself refuses: `reason` is all that its refusal says. */
export async function expectRuntimeRefusal(
  chain: TestChain,
  instructions: TransactionInstruction[],
  payer: Signer,
  reason: RegExp,
): Promise<void> {
  const touched = instructions.flatMap(({ keys }) => keys.map(({ pubkey }) => pubkey));
  const read = () => Promise.all(touched.map((key) => chain.getAccount(key)));
  const before = await read();
  await assert.rejects(chain.send(instructions, { payer }), (refusal) => {
    assert.ok(refusal instanceof TransactionFailed, String(refusal));
    assert.match(refusal.message, reason);
    return true;
  });
  assert.deepEqual(await read(), before);
}
