import { LangErrorCode } from '@coral-xyz/anchor';
import { TransactionFailed } from '../chain.js';
import { type Consent, consentIdl } from '../generated/consent.js';
import { type Escrow, escrowIdl } from '../generated/escrow.js';
import { type Registry, registryIdl } from '../generated/registry.js';
import { type Reputation, reputationIdl } from '../generated/reputation.js';
import { type Stake, stakeIdl } from '../generated/stake.js';

/** Anchor's own errors have numbers below this, a program's from it on. */
const FIRST_OWN = 6_000;

interface Errors {
  readonly address: string;
  readonly errors: readonly { readonly code: number; readonly name: string; readonly msg?: string }[];
}

const PROGRAMS = {
  registry: registryIdl as Errors,
  escrow: escrowIdl as Errors,
  stake: stakeIdl as Errors,
  reputation: reputationIdl as Errors,
  consent: consentIdl as Errors,
};

/** Programs whose errors have names here. */
export type ProgramName = keyof typeof PROGRAMS;

/** Names of a program's own errors, and of those that Anchor gives for it. */
export type ProgramErrorName<P extends ProgramName> =
  | (P extends 'registry' ? Capitalize<Registry['errors'][number]['name']> : never)
  | (P extends 'escrow' ? Capitalize<Escrow['errors'][number]['name']> : never)
  | (P extends 'stake' ? Capitalize<Stake['errors'][number]['name']> : never)
  | (P extends 'reputation' ? Capitalize<Reputation['errors'][number]['name']> : never)
  | (P extends 'consent' ? Capitalize<Consent['errors'][number]['name']> : never)
  | keyof typeof LangErrorCode;

/** A program of this protocol refused. Nothing but the fee was charged, and not even that before sending. */
export class ProgramError extends TransactionFailed {
  constructor(
    message: string,
    code: number,
    instructionIndex: number,
    logs: readonly string[],
    readonly program: ProgramName,
    /** as in the IDL, such as `PerCallMaxExceeded`; of Anchor, such as `ConstraintSeeds` */
    readonly errorName: string,
  ) {
    super(message, code, instructionIndex, logs);
  }
}

/**
 * Whether an error is one of a program's, by its name.
 * @example if (isProgramError(error, 'escrow', 'MandateWindingDown')) openAnother();
 */
export function isProgramError<P extends ProgramName>(
  error: unknown,
  program: P,
  name: ProgramErrorName<P>,
): error is ProgramError {
  return error instanceof ProgramError && error.program === program && error.errorName === name;
}

/** The named error of an error number; null where the logs do not name a program of this protocol. */
export function programError(
  message: string,
  code: number,
  instructionIndex: number,
  logs: readonly string[],
): ProgramError | null {
  const address = failedProgram(logs);
  for (const [program, { address: known, errors }] of Object.entries(PROGRAMS)) {
    if (known !== address) continue;
    const own = errors.find((error) => error.code === code);
    const name = own?.name ?? (code < FIRST_OWN ? anchorName(code) : undefined);
    if (name === undefined) return null;
    return new ProgramError(message, code, instructionIndex, logs, program as ProgramName, name);
  }
  return null;
}

/** The program that failed first: of a chain of calls, the innermost. */
function failedProgram(logs: readonly string[]): string | undefined {
  for (const line of logs) {
    const failed = /^Program (\w+) failed: /.exec(line);
    if (failed) return failed[1];
  }
  return undefined;
}

function anchorName(code: number): string | undefined {
  return Object.entries(LangErrorCode).find(([, number]) => number === code)?.[0];
}
