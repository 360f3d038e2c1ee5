import { Ed25519Program, TransactionInstruction } from '@solana/web3.js';
import { Buffer } from 'buffer';

/** One signature to be checked by the runtime. */
export interface SignedMessage {
  /** 32 bytes */
  publicKey: Uint8Array;
  /** 64 bytes */
  signature: Uint8Array;
  /** 64 bytes, a voucher */
  message: Uint8Array;
}

const HEADER = 2;
const OFFSETS = 14;
const BLOCK = 32 + 64 + 64;
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
  const start = HEADER + OFFSETS * messages.length;
  const data = Buffer.alloc(start + BLOCK * messages.length);
  data[0] = messages.length;
  messages.forEach(({ publicKey, signature, message }, at) => {
    if (publicKey.length !== 32 || signature.length !== 64 || message.length !== 64) {
      throw new RangeError(`signed message ${at}: expected 32, 64 and 64 bytes`);
    }
    const block = start + BLOCK * at;
    const offsets = [
      block + 32,
      THIS_INSTRUCTION,
      block,
      THIS_INSTRUCTION,
      block + 96,
      message.length,
      THIS_INSTRUCTION,
    ];
    offsets.forEach((value, field) => {
      data.writeUInt16LE(value, HEADER + OFFSETS * at + 2 * field);
    });
    data.set(publicKey, block);
    data.set(signature, block + 32);
    data.set(message, block + 96);
  });
  return new TransactionInstruction({ programId: Ed25519Program.programId, keys: [], data });
}
