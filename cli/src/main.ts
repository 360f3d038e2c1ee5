import { ApprovalNeeded, SendAborted } from '@agent-labs/sdk';
import { CommanderError } from 'commander';
import { actOf, type Run } from './act.js';
import { encodeCall } from './calls.js';
import { CliError, EXIT, type ExitCode, told } from './errors.js';
import { lines, toJson } from './output.js';
import { buildProgram } from './program.js';
import { DryRunEnded, type ReviewedChain } from './reviewed-chain.js';
import type { Shown } from './values.js';

const argv = process.argv.slice(2);
const optionsEnd = argv.indexOf('--');
// known before the command line is read, for what is wrong with it is told as JSON too
const json = argv.slice(0, optionsEnd < 0 ? undefined : optionsEnd).includes('--json');

const controller = new AbortController();
const run: Run = { context: null, result: undefined };
/** Help and version, which commander writes itself. */
let written = '';

function print(value: Shown): void {
  const text = json ? JSON.stringify(toJson(value), null, 2) : lines(value).join('\n');
  process.stdout.write(`${text}\n`);
}

function fail(error: unknown): ExitCode {
  const sender = run.context?.sender ?? null;
  const { exit, ...facts } = told(error, sender?.sent ?? false);
  const call = callOf(error, sender);
  const done = sender?.outcomes.map(({ signature }) => signature) ?? [];
  const landed = done.length > 0 ? { landed: done } : {};
  if (json) {
    process.stdout.write(
      `${JSON.stringify({ error: { ...facts, ...landed, ...(call !== null && { call }) } }, null, 2)}\n`,
    );
  }
  const { code, name, message, money, next, program } = facts;
  const whose = program === undefined ? '' : ` (${program} ${code})`;
  process.stderr.write(`${name}${whose}: ${message}\n`);
  if (done.length > 0) process.stderr.write(`sent before, and landed: ${done.join(', ')}\n`);
  if (sender !== null || money !== 'nothing was sent') process.stderr.write(`money: ${money}\n`);
  if (call !== null) process.stderr.write(`call: ${call}\n`);
  if (next !== undefined) process.stderr.write(`next: ${next}\n`);
  return exit;
}

/** What approvers are to sign off, where that is what an action failed for. */
function callOf(error: unknown, sender: ReviewedChain | null): string | null {
  if (!(error instanceof ApprovalNeeded) || sender === null) return null;
  return encodeCall(error.instruction, sender.wallet);
}

async function main(): Promise<ExitCode> {
  const program = buildProgram(actOf(run, controller.signal), (text) => {
    written += text;
  });
  const seconds = () => Number(run.context?.options.timeout ?? 0);
  const interrupted = () => controller.abort(new CliError('Interrupted', 'interrupted', EXIT.unknown));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted);
  try {
    const work = program.parseAsync(argv, { from: 'user' });
    await Promise.race([work, stopped(work, seconds)]);
  } catch (error) {
    if (error instanceof DryRunEnded) {
      print({ dryRun: true, sent: false, ...error.review });
      return EXIT.ok;
    }
    if (error instanceof CommanderError && error.exitCode === 0) {
      if (json) print({ text: written });
      else process.stdout.write(written);
      return EXIT.ok;
    }
    return fail(error);
  }
  if (run.result !== undefined) print(run.result);
  return EXIT.ok;
}

/**
 * Rejects once the run was interrupted, or takes longer than it may, unless a transaction is on its way: then the
 * sender says what it knows of it.
 */
function stopped(work: Promise<unknown>, seconds: () => number): Promise<never> {
  const { signal } = controller;
  return new Promise((_, reject) => {
    let timer: NodeJS.Timeout | undefined;
    void work.then(
      () => clearTimeout(timer),
      () => clearTimeout(timer),
    );
    // the command line has been read when the first await of the command comes back here
    const arm = () => {
      const milliseconds = seconds() * 1_000;
      if (milliseconds === 0) return;
      timer = setTimeout(() => {
        // whoever reads what is to be signed has all the time
        if (run.context?.sender?.asking) return arm();
        const message = `no answer within ${seconds()} s`;
        controller.abort(
          new CliError('TimedOut', message, EXIT.unknown, 'give --timeout more, or another --url'),
        );
      }, milliseconds);
    };
    setImmediate(arm);
    signal.addEventListener('abort', () => {
      // what is on its way throws by itself, unless the node that it went to is silent
      setTimeout(() => {
        const sender = run.context?.sender;
        reject(sender?.sent ? new SendAborted(sender.signature, { cause: signal.reason }) : signal.reason);
      }, GRACE_MILLISECONDS).unref();
    });
  });
}

/** Milliseconds in which a transaction that is on its way says so, after the run was stopped. */
const GRACE_MILLISECONDS = 1_500;

process.exitCode = await main();
// sockets and prompts that are still open hold it no longer
process.exit();
