import { Ed25519Program, TransactionInstruction } from '@solana/web3.js';
import { Buffer } from 'buffer';

/** One signature to be checked by the runtime. */
export interface SignedMessage {
  /** 32 bytes */
  publicKey: Uint8Array;
  /** 64 bytes */
  signature: Uint8Array;
  /** a voucher, 64 bytes, a voucher set, or a response proof, 92 */
  message: Uint8Array;
}

const HEADER = 2;
const OFFSETS = 14;
const KEY_AND_SIGNATURE = 32 + 64;
const VOUCHER = 64;
const RESPONSE_PROOF = 92;
const THIS_INSTRUCTION = 0xffff;

/**
 * The Ed25519 instruction in the one form that `channel_settle` accepts: offsets for each signature, then for
 * each its key, signature and voucher.
 * @throws RangeError without a message, with more than 255, or where a length is off
 */
export function ed25519Instruction(messages: readonly SignedMessage[]): TransactionInstruction {
  if (messages.length === 0 || messages.length > 255) {
    throw new RangeError(`expected 1 to 255 signed messages, got ${messages.length}`);
  }
  return instructionOf(messages.map((signed) => ({ signed, length: VOUCHER })));
}

/** What both sides signed of one call: evidence that it was asked, paid for and answered so. */
export interface SignedCall {
  /** the session key's, over a voucher's 64 bytes */
  voucher: SignedMessage;
  /** the agent key's, over a response proof's 92 bytes */
  proof: SignedMessage;
}

/**
 * The Ed25519 instruction in the one form that `dispute_cite` accepts: voucher, then response proof.
 * @throws RangeError where a length is off
 */
export function evidenceInstruction({ voucher, proof }: SignedCall): TransactionInstruction {
  return instructionOf([
    { signed: voucher, length: VOUCHER },
    { signed: proof, length: RESPONSE_PROOF },
  ]);
}

/** The Ed25519 instruction in the one form that our programs accept. Errors as `evidenceInstruction`. */
export function instructionOf(blocks: { signed: SignedMessage; length: number }[]): TransactionInstruction {
  const start = HEADER + OFFSETS * blocks.length;
  const size = blocks.reduce((sum, { length }) => sum + KEY_AND_SIGNATURE + length, start);
  const data = Buffer.alloc(size);
  data[0] = blocks.length;
  let block = start;
  blocks.forEach(({ signed: { publicKey, signature, message }, length }, at) => {
    if (publicKey.length !== 32 || signature.length !== 64 || message.length !== length) {
      throw new RangeError(`signed message ${at}: expected 32, 64 and ${length} bytes`);
    }
    const text = block + KEY_AND_SIGNATURE;
    const offsets = [block + 32, THIS_INSTRUCTION, block, THIS_INSTRUCTION, text, length, THIS_INSTRUCTION];
    offsets.forEach((value, field) => {
      data.writeUInt16LE(value, HEADER + OFFSETS * at + 2 * field);
    });
    data.set(publicKey, block);
    data.set(signature, block + 32);
    data.set(message, text);
    block = text + length;
  });
  return new TransactionInstruction({ programId: Ed25519Program.programId, keys: [], data });
}
