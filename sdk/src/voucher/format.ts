import { sha256 } from '#crypto';
import {
  type Amount,
  concatBytes,
  expectBytes,
  toHex,
  toU32,
  toU64,
  u32Bytes,
  u64Bytes,
  utf8,
} from './bytes.js';

export const TAG_LENGTH = 16;
export const HASH_LENGTH = 32;
export const SIGNATURE_LENGTH = 64;
export const VOUCHER_LENGTH = 64;
export const RESPONSE_PROOF_MESSAGE_LENGTH = 92;
/** transcript_0 and response_0. Never written to. */
export const ZERO_HASH: Readonly<Uint8Array> = new Uint8Array(HASH_LENGTH);

const VOUCHER_DOMAIN = utf8('agent-labs/voucher/v1', 'domain');
const REQUEST_DOMAIN = utf8('agent-labs/request/v1', 'domain');

/** One life of one channel address on one cluster. */
export interface ChannelId {
  /** channel address, 32 bytes */
  channel: Uint8Array;
  /** the slot it was opened in */
  generation: bigint;
  /** 16 bytes: names cluster, program, channel and generation in everything that is signed */
  tag: Uint8Array;
}

/** What the session key of a channel signs, as its 64 raw bytes. Only the last one matters. */
export interface Voucher {
  /** 16 bytes, see {@link voucherTag} */
  tag: Uint8Array;
  /** base units owed since the channel opened */
  cumulative: bigint;
  /** number of the call it pays for, from 1 */
  calls: number;
  /** Unix seconds; valid while now < expires */
  expires: number;
  /** 32 bytes, see {@link nextTranscript} */
  transcript: Uint8Array;
}

/** What the agent's key signs with each answer. */
export interface ResponseProof {
  /** 16 bytes */
  tag: Uint8Array;
  callNumber: number;
  /** 32 bytes */
  requestHash: Uint8Array;
  /** 32 bytes */
  responseHash: Uint8Array;
  /** base units owed once this call is paid */
  cumulative: bigint;
}

/** The part of a request that its hash covers besides the body. Texts are hashed exactly as given. */
export interface RequestHead {
  method: string;
  path: string;
  contentType: string;
  /** empty without one */
  fileName: string;
}

/**
 * First 16 bytes of SHA-256(domain | genesis hash | escrow program id | channel | generation).
 * @throws TypeError on a wrong length or a generation that is no u64
 */
export function voucherTag(
  genesisHash: Uint8Array,
  escrowProgram: Uint8Array,
  channel: Uint8Array,
  generation: Amount,
): Uint8Array {
  const digest = sha256(
    VOUCHER_DOMAIN,
    expectBytes(genesisHash, 32, 'genesis hash'),
    expectBytes(escrowProgram, 32, 'escrow program id'),
    expectBytes(channel, 32, 'channel address'),
    u64Bytes(toU64(generation, 'generation')),
  );
  return digest.slice(0, TAG_LENGTH);
}

/** A {@link ChannelId} with its tag worked out; parameters and errors as {@link voucherTag}. */
export function channelId(
  genesisHash: Uint8Array,
  escrowProgram: Uint8Array,
  channel: Uint8Array,
  generation: Amount,
): ChannelId {
  return {
    channel: channel.slice(),
    generation: toU64(generation, 'generation'),
    tag: voucherTag(genesisHash, escrowProgram, channel, generation),
  };
}

/** Key of a channel's generation in maps, logs and stores: its tag in hexadecimal. */
export function tagKey(tag: Uint8Array): string {
  return toHex(expectBytes(tag, TAG_LENGTH, 'tag'));
}

/**
 * The 64 bytes to sign.
 * @throws TypeError on a wrong length or a number out of range
 */
export function encodeVoucher(voucher: Voucher): Uint8Array {
  return concatBytes(
    expectBytes(voucher.tag, TAG_LENGTH, 'tag'),
    u64Bytes(toU64(voucher.cumulative, 'cumulative')),
    u32Bytes(toU32(voucher.calls, 'calls')),
    u32Bytes(toU32(voucher.expires, 'expires')),
    expectBytes(voucher.transcript, HASH_LENGTH, 'transcript'),
  );
}

/**
 * Every 64 bytes are some voucher; whether it is a good one is for its reader to check.
 * @throws TypeError unless there are exactly 64 bytes
 */
export function decodeVoucher(bytes: Uint8Array): Voucher {
  expectBytes(bytes, VOUCHER_LENGTH, 'voucher');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    // copied by the constructor: slice() of a Buffer would share its memory
    tag: new Uint8Array(bytes.subarray(0, 16)),
    cumulative: view.getBigUint64(16, true),
    calls: view.getUint32(24, true),
    expires: view.getUint32(28, true),
    transcript: new Uint8Array(bytes.subarray(32, 64)),
  };
}

/**
 * transcript_k = SHA-256(transcript_{k-1} | k | request_k | response_{k-1}).
 * @param callNumber k, from 1
 * @throws TypeError on a wrong length or a number out of range
 */
export function nextTranscript(
  previousTranscript: Uint8Array,
  callNumber: number,
  requestHash: Uint8Array,
  previousResponseHash: Uint8Array,
): Uint8Array {
  return sha256(
    expectBytes(previousTranscript, HASH_LENGTH, 'previous transcript'),
    u32Bytes(toU32(callNumber, 'call number')),
    expectBytes(requestHash, HASH_LENGTH, 'request hash'),
    expectBytes(previousResponseHash, HASH_LENGTH, 'previous response hash'),
  );
}

/**
 * The 92 bytes an agent signs with its answer.
 * @throws TypeError on a wrong length or a number out of range
 */
export function responseProofMessage(proof: ResponseProof): Uint8Array {
  return concatBytes(
    expectBytes(proof.tag, TAG_LENGTH, 'tag'),
    u32Bytes(toU32(proof.callNumber, 'call number')),
    expectBytes(proof.requestHash, HASH_LENGTH, 'request hash'),
    expectBytes(proof.responseHash, HASH_LENGTH, 'response hash'),
    u64Bytes(toU64(proof.cumulative, 'cumulative')),
  );
}

/** SHA-256(domain | method | path | content type | file name | SHA-256(body)), each text with its u32 length. */
export function requestHash(head: RequestHead, body: Uint8Array): Uint8Array {
  return requestHashOfBodyHash(head, sha256(body));
}

/**
 * As {@link requestHash}, for a body that was hashed while it streamed by.
 * @throws TypeError on texts that are not well-formed Unicode or a hash that is not 32 bytes
 */
export function requestHashOfBodyHash(head: RequestHead, bodyHash: Uint8Array): Uint8Array {
  const texts = [
    utf8(head.method, 'method'),
    utf8(head.path, 'path'),
    utf8(head.contentType, 'content type'),
    utf8(head.fileName, 'file name'),
  ];
  return sha256(
    REQUEST_DOMAIN,
    ...texts.flatMap((text) => [u32Bytes(text.length), text]),
    expectBytes(bodyHash, HASH_LENGTH, 'body hash'),
  );
}

/** SHA-256 of the answer's body as it went over the wire, content encoding undone. */
export function responseHash(body: Uint8Array): Uint8Array {
  return sha256(body);
}
