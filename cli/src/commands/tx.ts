import { builtDeployment, previewMessage, reviewTransaction } from '@agent-labs/sdk';
import { VersionedTransaction } from '@solana/web3.js';
import type { Command } from 'commander';
import type { Act } from '../act.js';
import { file } from '../arguments.js';
import type { Context } from '../context.js';
import { CliError } from '../errors.js';
import { shownReview } from '../review.js';
import type { Shown } from '../values.js';

export function txCommands(program: Command, act: Act): void {
  const tx = program.command('tx').description('transactions that somebody else made');
  tx.command('preview')
    .description('tells what a transaction does, and what its simulation changes; signs and sends nothing')
    .argument('<transaction>', 'base64, or @FILE with it')
    .option('--offline', 'from its bytes alone, without a chain', false)
    .action(act(preview));
}

async function preview(context: Context, given: string, options: { offline: boolean }): Promise<Shown> {
  const transaction = decode(
    given.startsWith('@') ? file(given.slice(1), 'the transaction').toString('utf8') : given,
  );
  const { message } = transaction;
  const [feePayer] = message.staticAccountKeys;
  if (feePayer === undefined) throw malformed('it has no fee payer');
  if (options.offline) {
    const told = previewMessage(builtDeployment(new Uint8Array(32)), message);
    return {
      feePayer: told.feePayer,
      signers: told.signers,
      instructions: told.instructions.map(({ fields, name, program, risk, title }) => ({
        title,
        instruction: `${program}.${name}`,
        fields: Object.fromEntries(fields.map(({ label, value }) => [label, value])),
        ...(risk !== null && { risk }),
      })),
      unknown: told.unknown.map(({ programId, reason }) => ({ program: programId, reason })),
    };
  }
  const { chain, deployment, tokens } = await context.connected();
  const review = await reviewTransaction(chain.connection, deployment, transaction, feePayer);
  return shownReview(review, tokens);
}

function decode(text: string): VersionedTransaction {
  const compact = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+=*$/.test(compact)) throw malformed('it is not base64');
  try {
    return VersionedTransaction.deserialize(Buffer.from(compact, 'base64'));
  } catch (error) {
    throw malformed((error as Error).message);
  }
}

function malformed(why: string): CliError {
  return new CliError('TransactionMalformed', `this is no transaction: ${why}`);
}
