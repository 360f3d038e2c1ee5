import { type PublicKey, SYSVAR_INSTRUCTIONS_PUBKEY, TransactionInstruction } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { Deployment } from '../deployment.js';
import { escrowIdl } from '../generated/escrow.js';
import { type SignedSet, voucherSetLength } from '../voucher/set.js';
import { instructionOf } from './ed25519.js';

/** A signed voucher set with the channels it is for, in its order. */
export interface SettleSet extends SignedSet {
  channels: readonly PublicKey[];
}

/**
 * Settles a voucher set: the Ed25519 instruction and the settle that must follow right behind it. Signers: none but
 * the fee payer. 55 channels fit a v0 transaction with a lookup table, a priority fee and a limit.
 * @throws RangeError where message and channels do not go together
 */
export function channelSettleSet(
  deployment: Deployment,
  { channels, ...signed }: SettleSet,
): [TransactionInstruction, TransactionInstruction] {
  const settle = new TransactionInstruction({
    programId: deployment.escrow,
    keys: [
      { pubkey: SYSVAR_INSTRUCTIONS_PUBKEY, isSigner: false, isWritable: false },
      ...channels.map((pubkey) => ({ pubkey, isSigner: false, isWritable: true })),
    ],
    data: Buffer.from(SETTLE_SET),
  });
  return [instructionOf([{ signed, length: voucherSetLength(channels.length) }]), settle];
}

const SETTLE_SET = escrowIdl.instructions.find(({ name }) => (name as string) === 'channel_settle_set')
  ?.discriminator as number[];

/** Whether instruction data are those of a settle of a set; the program does not read what follows. */
export function isSettleSet(data: Uint8Array): boolean {
  return SETTLE_SET.every((byte, at) => data[at] === byte);
}
