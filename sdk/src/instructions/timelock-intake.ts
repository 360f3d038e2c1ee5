import { TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { type PublicKey, SystemProgram, type TransactionInstruction } from '@solana/web3.js';
import type { Deployment } from '../deployment.js';
import { timelockIdl } from '../generated/timelock.js';
import { encoder, i64, u64 } from '../idl.js';
import { type IntakeTerms, intakeAddress, lockAddress, lockTokensAddress } from '../pda/timelock.js';
import { associatedTokens } from '../tokens.js';
import { emitting } from './timelock-lock.js';

/** Makes the account of an intake. Signers: rent payer (anyone). @throws IntakeTermsInvalid */
export async function intakeOpen(
  deployment: Deployment,
  params: { rentPayer: PublicKey; recipient: PublicKey; terms: IntakeTerms },
): Promise<{ instruction: TransactionInstruction; intake: PublicKey }> {
  const { recipient, rentPayer, terms } = params;
  const intake = intakeAddress(deployment, recipient, terms);
  const instruction = await encoder(timelockIdl, deployment.timelock)
    .methods.intakeOpen({
      id: u64(terms.id, 'id'),
      mint: terms.mint,
      minAmount: u64(terms.minAmount, 'minAmount'),
      cliff: i64(terms.cliff, 'cliff'),
      duration: i64(terms.duration, 'duration'),
      period: i64(terms.period, 'period'),
    })
    .accountsStrict({
      rentPayer,
      recipient,
      intake,
      systemProgram: SystemProgram.programId,
      ...emitting(deployment),
    })
    .instruction();
  return { instruction, intake };
}

export interface IntakeLockParams {
  intake: PublicKey;
  /** Anyone from the intake's minimum on, else the recipient; signs. */
  authority: PublicKey;
  /** Pays the lock's rent and gets it back; signs. The authority unless given. */
  rentPayer?: PublicKey;
  /** Of the lock; tells the intake's locks apart. */
  id: bigint;
  mint: PublicKey;
  /** The mint's, SPL Token unless given. */
  tokenProgram?: PublicKey;
  /** One of the intake's token accounts, the associated one unless given. */
  source?: PublicKey;
}

/** Locks all that waits in an intake's token account. Signers: authority, rent payer. */
export async function intakeLock(
  deployment: Deployment,
  params: IntakeLockParams,
): Promise<{ instruction: TransactionInstruction; lock: PublicKey }> {
  const { authority, intake, mint, tokenProgram = TOKEN_PROGRAM_ID } = params;
  const lock = lockAddress(deployment, intake, params.id);
  const instruction = await encoder(timelockIdl, deployment.timelock)
    .methods.intakeLock(u64(params.id, 'id'))
    .accountsStrict({
      authority,
      rentPayer: params.rentPayer ?? authority,
      intake,
      lock,
      mint,
      tokens: lockTokensAddress(deployment, lock),
      source: params.source ?? associatedTokens(mint, intake, tokenProgram),
      tokenProgram,
      systemProgram: SystemProgram.programId,
      ...emitting(deployment),
    })
    .instruction();
  return { instruction, lock };
}

/**
 * Has an intake sign a refund of a channel or of a job, or a job's split. Signers: recipient, and those of `called`
 * but for the intake.
 * @param called what `channelRefund`, `jobRefund` or `jobSplit` gave, with the intake as payout owner
 * @example
 * const refund = await channelRefund(deployment, ref, mint, intake, payer, 5_000n);
 * await chain.send([await intakeRelay(deployment, { intake, recipient, called: refund })], { payer: recipient });
 */
export function intakeRelay(
  deployment: Deployment,
  params: { intake: PublicKey; recipient: PublicKey; called: TransactionInstruction },
): Promise<TransactionInstruction> {
  const { called, intake, recipient } = params;
  const behind = called.keys.map((meta) =>
    meta.pubkey.equals(intake) ? { ...meta, isSigner: false } : meta,
  );
  return encoder(timelockIdl, deployment.timelock)
    .methods.intakeRelay(called.data)
    .accountsStrict({ recipient, intake, escrowProgram: deployment.escrow, ...emitting(deployment) })
    .remainingAccounts(behind)
    .instruction();
}

/** Takes an intake's account away; it can be opened again under the same terms. Signers: recipient. */
export function intakeClose(
  deployment: Deployment,
  params: { intake: PublicKey; recipient: PublicKey; rentPayer: PublicKey },
): Promise<TransactionInstruction> {
  return encoder(timelockIdl, deployment.timelock)
    .methods.intakeClose()
    .accountsStrict({ ...params, ...emitting(deployment) })
    .instruction();
}
