import type { Idl } from '@coral-xyz/anchor';
import { type PublicKey, TransactionInstruction, type VersionedMessage } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { Deployment } from '../deployment.js';
import { escrowIdl } from '../generated/escrow.js';
import { registryIdl } from '../generated/registry.js';
import { reputationIdl } from '../generated/reputation.js';
import { stakeIdl } from '../generated/stake.js';
import { timelockIdl } from '../generated/timelock.js';
import { FOREIGN } from './foreign.js';
import { decodeOwn, type OwnProgram } from './own.js';
import type { ShownInstruction, UnknownInstruction } from './types.js';

/** A transaction in words. It may be signed only where nothing in it is unknown. */
export interface TransactionPreview {
  feePayer: PublicKey;
  signers: PublicKey[];
  instructions: ShownInstruction[];
  unknown: UnknownInstruction[];
}

/**
 * Tells a message to whoever is asked to sign it, from its bytes alone: what the node says is not in it.
 * Instructions of programs that are not known here, and addresses out of lookup tables, are unknown, never
 * left out.
 */
export function previewMessage(deployment: Deployment, message: VersionedMessage): TransactionPreview {
  const keys = message.staticAccountKeys;
  const [feePayer] = keys;
  if (feePayer === undefined) throw new TypeError('a message without a fee payer');
  const preview: TransactionPreview = {
    feePayer,
    signers: keys.slice(0, message.header.numRequiredSignatures),
    instructions: [],
    unknown: [],
  };
  for (const { programIdIndex, accountKeyIndexes, data } of message.compiledInstructions) {
    const programId = keys[programIdIndex];
    const accounts = [...accountKeyIndexes].map((index) => ({ index, pubkey: keys[index] }));
    if (programId === undefined || accounts.some(({ pubkey }) => pubkey === undefined)) {
      const reason = 'names accounts out of a lookup table, which are not in the bytes to sign';
      preview.unknown.push({ programId: programId ?? feePayer, reason });
      continue;
    }
    const instruction = new TransactionInstruction({
      programId,
      keys: accounts.map(({ index, pubkey }) => ({
        pubkey: pubkey as PublicKey,
        isSigner: message.isAccountSigner(index),
        isWritable: message.isAccountWritable(index),
      })),
      data: Buffer.from(data),
    });
    const shown = previewInstruction(deployment, instruction);
    if ('reason' in shown) preview.unknown.push(shown);
    else preview.instructions.push(shown);
  }
  return preview;
}

/** One instruction in words, or why there are none for it. */
export function previewInstruction(
  deployment: Deployment,
  instruction: TransactionInstruction,
): ShownInstruction | UnknownInstruction {
  const { programId } = instruction;
  try {
    const foreign = FOREIGN.find(({ id }) => id.equals(programId));
    if (foreign !== undefined) return foreign.decode(instruction);
    const own = ownPrograms(deployment).find(({ id }) => id.equals(programId));
    if (own !== undefined) return decodeOwn(own, instruction);
  } catch (error) {
    return { programId, reason: `holds ${(error as Error).message}` };
  }
  return { programId, reason: 'is called, a program that is not known here' };
}

function ownPrograms({ registry, escrow, reputation, stake, timelock }: Deployment): OwnProgram[] {
  return [
    { name: 'registry', id: registry, idl: registryIdl as Idl },
    { name: 'escrow', id: escrow, idl: escrowIdl as Idl },
    { name: 'reputation', id: reputation, idl: reputationIdl as Idl },
    { name: 'stake', id: stake, idl: stakeIdl as Idl },
    { name: 'timelock', id: timelock, idl: timelockIdl as Idl },
  ];
}
