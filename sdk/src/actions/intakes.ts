import { createAssociatedTokenAccountIdempotentInstruction } from '@solana/spl-token';
import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import { decodeIntake, type IntakeAccount } from '../accounts/timelock.js';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { intakeLock, intakeOpen } from '../instructions/timelock-intake.js';
import { type IntakeTerms, intakeAddress, lockAddress } from '../pda/timelock.js';
import { AccountMismatch } from '../rpc/errors.js';
import { associatedTokens, tokenProgramOf } from '../tokens.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { read } from './read.js';

/** null where none was opened. @throws AccountMismatch */
export function readIntake(
  chain: Chain,
  deployment: Deployment,
  at: PublicKey,
): Promise<IntakeAccount | null> {
  return read(chain, at, deployment.timelock, 'intake', decodeIntake, ({ recipient, ...terms }) =>
    intakeAddress(deployment, recipient, terms),
  );
}

/** What opens an intake and makes its token account, each where it is missing; nothing where both are there. */
export async function intakeInstructions(
  chain: Chain,
  deployment: Deployment,
  payer: PublicKey,
  recipient: PublicKey,
  terms: IntakeTerms,
): Promise<{ intake: PublicKey; instructions: TransactionInstruction[] }> {
  const intake = intakeAddress(deployment, recipient, terms);
  const instructions: TransactionInstruction[] = [];
  if ((await readIntake(chain, deployment, intake)) === null) {
    const opened = await intakeOpen(deployment, { rentPayer: payer, recipient, terms });
    instructions.push(opened.instruction);
  }
  const tokenProgram = await tokenProgramOf(chain, terms.mint);
  const tokens = associatedTokens(terms.mint, intake, tokenProgram);
  if ((await chain.getAccount(tokens)) === null) {
    const made = [payer, tokens, intake, terms.mint, tokenProgram] as const;
    instructions.push(createAssociatedTokenAccountIdempotentInstruction(...made));
  }
  return { intake, instructions };
}

/**
 * Locks all that waits at an intake, from now on. Anyone may from its minimum on; the recipient below it, too.
 * @param mint the intake's unless given; of another one only the recipient locks
 * @throws AccountMismatch where it is not opened; ProgramError, timelock's `BelowMinimum` and `NothingDue` among
 * them; what sending throws
 */
export async function lockIntake(
  chain: Chain,
  deployment: Deployment,
  intake: PublicKey,
  authority: TransactionSigner,
  mint?: PublicKey,
): Promise<{ lock: PublicKey; outcome: TransactionOutcome }> {
  const account = await readIntake(chain, deployment, intake);
  if (account === null) throw new AccountMismatch(`no intake was opened at ${intake.toBase58()}`);
  const locked = mint ?? account.mint;
  const { instruction, lock } = await intakeLock(deployment, {
    intake,
    authority: authority.publicKey,
    id: await freeLockId(chain, deployment, intake),
    mint: locked,
    tokenProgram: await tokenProgramOf(chain, locked),
  });
  return { lock, outcome: await chain.send([instruction], { payer: authority }) };
}

/** The slot, or the next number that names no lock of a creator's. */
async function freeLockId(chain: Chain, deployment: Deployment, creator: PublicKey): Promise<bigint> {
  let id = await chain.slot();
  while ((await chain.getAccount(lockAddress(deployment, creator, id))) !== null) id += 1n;
  return id;
}
