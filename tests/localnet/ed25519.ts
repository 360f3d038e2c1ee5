import { Ed25519Program, Keypair, type TransactionInstruction } from '@solana/web3.js';

/** An instruction that has the runtime verify one Ed25519 signature, which is right. */
export function signedEd25519Instruction(): TransactionInstruction {
  return Ed25519Program.createInstructionWithPrivateKey({
    privateKey: Keypair.generate().secretKey,
    message: Buffer.from('a voucher'),
  });
}
