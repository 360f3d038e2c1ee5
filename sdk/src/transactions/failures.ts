import { TransactionFailed } from '../chain.js';
import { programError } from './program-error.js';

/** What a runtime says about a refused transaction, taken apart. */
export interface Refusal {
  /** custom error number, or null where the runtime itself refused */
  code: number | null;
  /** index of the instruction that failed, or null where the transaction as a whole was refused */
  instructionIndex: number | null;
  /** the runtime's name or wording of the error */
  reason: string;
}

/**
 * Takes apart a transaction error as Rust prints it: LiteSVM gives the debug form
 * (`InstructionError(2, Custom(6003))`), bankrun the display form
 * (`Error processing Instruction 2: custom program error: 0x1773`).
 */
export function parseRefusal(text: string): Refusal {
  const debug = /^InstructionError\((\d+), (.*)\)$/s.exec(text);
  const display = /^Error processing Instruction (\d+): (.*)$/s.exec(text);
  const [, index, reason] = debug ?? display ?? [];
  if (index === undefined || reason === undefined) {
    return { code: null, instructionIndex: null, reason: text };
  }
  const custom = /^Custom\((\d+)\)$/.exec(reason) ?? /^custom program error: (0x[0-9a-f]+)$/.exec(reason);
  const code = custom?.[1] === undefined ? null : Number(custom[1]);
  return { code, instructionIndex: Number(index), reason };
}

/**
 * The line an Anchor program logs when it fails, from "Error Code:" on; null where no Anchor program
 * logged the error `code`. A null `code` finds none: Anchor errors are custom errors.
 */
export function anchorError(logs: readonly string[], code: number | null): string | null {
  for (const line of [...logs].reverse()) {
    const found = /Error Code: \w+\. Error Number: (\d+)\..*$/.exec(line);
    if (found?.[1] !== undefined && Number(found[1]) === code) return found[0];
  }
  return null;
}

/** Takes apart an error as JSON-RPC gives it: `{"InstructionError":[2,{"Custom":6003}]}`, or a name. */
function readRefusal(error: unknown): Refusal {
  if (typeof error === 'string') return parseRefusal(error);
  const [index, what] = (error as { InstructionError?: [number, unknown] }).InstructionError ?? [];
  if (typeof index !== 'number') {
    return { code: null, instructionIndex: null, reason: JSON.stringify(error) };
  }
  const code = (what as { Custom?: unknown } | null)?.Custom;
  return {
    code: typeof code === 'number' ? code : null,
    instructionIndex: index,
    reason: typeof what === 'string' ? what : JSON.stringify(what),
  };
}

/**
 * The error to throw for a transaction that a chain refused.
 * @param error a runtime's text (see parseRefusal), or the `err` of JSON-RPC
 * @returns a ProgramError where a program gave an error number of its own
 */
export function transactionFailed(error: unknown, logs: readonly string[]): TransactionFailed {
  const { code, instructionIndex, reason } = readRefusal(error);
  if (instructionIndex === null) {
    return new TransactionFailed(`transaction refused: ${reason}`, null, null, logs);
  }
  const what = code === null ? reason : `custom program error ${code}`;
  const anchor = anchorError(logs, code);
  const message = `instruction ${instructionIndex} failed: ${what}${anchor === null ? '' : `. ${anchor}`}`;
  const named = code === null ? null : programError(message, code, instructionIndex, logs);
  return named ?? new TransactionFailed(message, code, instructionIndex, logs);
}
