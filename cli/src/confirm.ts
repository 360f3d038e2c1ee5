import { createInterface } from 'node:readline/promises';
import { CliError } from './errors.js';

/**
 * Asks whoever sits at the terminal; anything but yes is no.
 * @throws CliError `ConfirmationNeeded` where nobody does, `Declined`
 */
export async function confirm(question: string, signal: AbortSignal): Promise<void> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    const message = 'this sends a transaction, and there is nobody at a terminal to agree to it';
    throw new CliError(
      'ConfirmationNeeded',
      message,
      2,
      'give --yes to agree beforehand, or --dry-run to look',
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`${question} [y/N] `, { signal });
    if (/^y(es)?$/i.test(answer.trim())) return;
  } finally {
    terminal.close();
  }
  throw new CliError('Declined', 'not agreed to; nothing was sent', 2);
}
