import { createAssociatedTokenAccountIdempotentInstruction } from '@solana/spl-token';
import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { feesSweep, mandateClose } from '../instructions/escrow-mandate.js';
import { associatedTokens } from '../tokens.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { MandateUnusable } from './open-channel.js';
import { readConfig, readMandate } from './read.js';

/**
 * Ends a mandate without channels and jobs. What it owes the treasury in fees is paid on the way, all else goes to
 * the payer's associated token account; both accounts are made where they are missing.
 * @returns what came back, base units
 * @throws MandateUnusable: nothing was sent; AccountMismatch; ProgramError, escrow's `ChannelsRemain` for one; what
 *   sending throws
 */
export async function closeMandate(
  chain: Chain,
  deployment: Deployment,
  mandate: PublicKey,
  payer: TransactionSigner,
): Promise<{ returned: bigint; outcome: TransactionOutcome }> {
  const [account, config] = await Promise.all([
    readMandate(chain, deployment, mandate),
    readConfig(chain, deployment),
  ]);
  if (account === null || config === null) {
    throw new MandateUnusable(`there is no mandate at ${mandate.toBase58()}, or no config on this cluster`);
  }
  const { feesAccrued, free, mint, tokenProgram } = account;
  const instructions: TransactionInstruction[] = [];
  const made = async (wallet: PublicKey) => {
    const at = associatedTokens(mint, wallet, tokenProgram);
    if ((await chain.getAccount(at)) !== null) return;
    const of = [at, wallet, mint, tokenProgram] as const;
    instructions.push(createAssociatedTokenAccountIdempotentInstruction(payer.publicKey, ...of));
  };
  if (feesAccrued > 0n) {
    await made(config.treasury);
    instructions.push(await feesSweep(deployment, { mandate, mint, tokenProgram }, config.treasury));
  }
  await made(payer.publicKey);
  const ref = { mandate, payer: payer.publicKey, mint, tokenProgram };
  instructions.push(await mandateClose(deployment, ref));
  return { returned: free, outcome: await chain.send(instructions, { payer }) };
}
