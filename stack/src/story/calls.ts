import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DocumentAnalysis } from '@agent-labs/example-document-analyst';
import type { PaidRequest } from '@agent-labs/sdk';
import { PRICE } from '../stack.js';
import { contentTypeOf } from './content-type.js';
import { settlementsOf, type Tally, tally } from './ledger.js';
import { type Rating, rateAndVerify } from './rating.js';
import { type Spending, type SpendingOptions, startSpending } from './spending.js';
import { STAKE_SYMBOL, table, tokens, whole } from './text.js';
import { measureTransfer } from './transfer.js';

const CALLS = 25;
const DOCUMENTS = join(
  createRequire(import.meta.url).resolve('@agent-labs/example-document-analyst'),
  '../../documents',
);

/** The example documents as paid requests. */
async function exampleRequests(): Promise<PaidRequest[]> {
  const names = (await readdir(DOCUMENTS)).sort();
  return Promise.all(
    names.map(async (fileName) => ({
      path: '/analyse',
      contentType: contentTypeOf(fileName),
      fileName,
      body: await readFile(join(DOCUMENTS, fileName)),
    })),
  );
}

/** One line of what an answer says. */
function gist({ format, words, readingTimeSeconds, csv, keyPhrases }: DocumentAnalysis): string {
  if (csv !== undefined) return `${format}, ${csv.rows} rows × ${csv.columns.length} columns`;
  const minutes = Math.ceil((readingTimeSeconds ?? 0) / 60);
  const phrase = keyPhrases[0]?.phrase;
  return `${format}, ${words} words, ${minutes} min${phrase === undefined ? '' : `, “${phrase}”`}`;
}

/** Has the example documents analysed for pay, 25 calls through the gateway, and says what it took. */
export async function callExamples(options: Omit<SpendingOptions, 'calls'>): Promise<void> {
  const { local, onStep } = options;
  const spending = await startSpending({ ...options, calls: CALLS });
  try {
    const before = await spending.settled();
    const milliseconds = await makeCalls(spending, onStep);
    const after = await spending.settled();
    const settlements = await settlementsOf(local, spending.channel, before);
    for (const { cumulative, calls } of settlements) {
      onStep('settle', `the agent has settled ${calls} calls of this channel, ${tokens(cumulative)}`);
    }
    onStep('settled', `${after.calls - before.calls} calls, ${tokens(after.settled - before.settled)}`);
    const { paid, waited, outcome } = await spending.payOut();
    onStep('clock', `${waited} s on: the holdback of what was settled is over`);
    onStep('payout', `${tokens(paid)} to the owner, 1 % of it kept as fee`, outcome);
    const rating = await rateAndVerify(local, options.ports, spending.channel, onStep);
    const transfer = await measureTransfer(local);
    const each = Array.from({ length: CALLS }, () => transfer);
    const opening = tally(spending.steps.map((step) => step.outcome));
    const settling = tally(settlements);
    const together = tally([
      ...spending.steps.map((step) => step.outcome),
      ...settlements,
      outcome,
      rating.outcome,
    ]);
    console.log(
      [
        '',
        table(
          ['what', 'calls', 'transactions', 'lamports', 'compute units'],
          [
            row(opened(spending), '', opening),
            row('settling vouchers', '', settling),
            row('payout', '', tally([outcome])),
            row('rating with its receipt', '', tally([rating.outcome])),
            row('together', String(CALLS), together),
            row('one token transfer a call instead', String(CALLS), tally(each)),
          ],
        ),
        '',
        `  A call took ${(milliseconds / CALLS).toFixed(1)} ms through the gateway, each voucher and answer on disk before it left. Further calls`,
        '  add to the second row alone, one transaction for all since the last. Lamports are fees: rent comes back',
        '  when the channel ends. A transfer alone has no limits, no refund and no receipt.',
        '',
        ...trust(rating),
      ].join('\n'),
    );
  } finally {
    await spending.stop();
  }
}

async function makeCalls({ client }: Spending, onStep: SpendingOptions['onStep']): Promise<number> {
  const requests = await exampleRequests();
  const started = performance.now();
  for (let at = 0; at < CALLS; at += 1) {
    const request = requests[at % requests.length] as PaidRequest;
    const { body, receipt } = await client.call(request);
    const analysis = JSON.parse(Buffer.from(body).toString('utf8')) as DocumentAnalysis;
    onStep(`call ${receipt.callNumber}`, `${request.fileName}: ${gist(analysis)} · ${tokens(PRICE)}`);
  }
  return performance.now() - started;
}

function opened({ steps }: Spending): string {
  return steps.length === 0 ? 'mandate and channel, of an earlier run' : 'opening mandate and channel';
}

/** What anyone can now find out about the agent. */
function trust({ score, ratings, stake, asset }: Rating): string[] {
  return [
    `  score    ${(score / 1_000).toFixed(3)} of 5 stars by ${whole(ratings)} rating${ratings === 1 ? '' : 's'} of paid work`,
    `  stake    ${tokens(stake, STAKE_SYMBOL)}`,
    `  receipt  ${asset.toBase58()}  ● proven against the chain`,
  ];
}

function row(name: string, calls: string, { transactions, lamports, computeUnits }: Tally): string[] {
  return [name, calls, whole(transactions), whole(lamports), whole(computeUnits)];
}
