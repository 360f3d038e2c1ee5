import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { DocumentAnalysis } from '@agent-labs/example-document-analyst';
import type { PaidRequest } from '@agent-labs/sdk';
import { contentTypeOf } from './content-type.js';
import { Ledger, Tally } from './ledger.js';
import { type Market, openMarket, PRICE } from './market.js';
import { type Spending, startSpending } from './spending.js';
import { table, tokens, whole } from './text.js';
import { measureTransfer } from './transfer.js';

const CALLS = 25;
const SETTLE_EVERY = 10;
const DOCUMENTS = new URL('../../document-analyst/documents/', import.meta.url);

/** The example documents as paid requests. */
async function exampleRequests(): Promise<PaidRequest[]> {
  const names = (await readdir(DOCUMENTS)).sort();
  return Promise.all(
    names.map(async (fileName) => ({
      path: '/analyse',
      contentType: contentTypeOf(fileName),
      fileName,
      body: await readFile(fileURLToPath(new URL(fileName, DOCUMENTS))),
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

async function callMany({ client }: Spending, ledger: Ledger): Promise<number> {
  const requests = await exampleRequests();
  const started = performance.now();
  for (let at = 0; at < CALLS; at += 1) {
    const request = requests[at % requests.length] as PaidRequest;
    const { body, receipt } = await client.call(request);
    const analysis = JSON.parse(Buffer.from(body).toString('utf8')) as DocumentAnalysis;
    ledger.step(`call ${receipt.callNumber}`, `${request.fileName}: ${gist(analysis)} · ${tokens(PRICE)}`);
  }
  return performance.now() - started;
}

async function report(market: Market, ledger: Ledger, milliseconds: number): Promise<string> {
  const total = Tally.sum([ledger.lifecycle, ledger.settling]);
  const transfer = await measureTransfer(market);
  const row = (name: string, calls: string, tally: Tally) => [
    name,
    calls,
    whole(tally.transactions),
    whole(tally.lamports),
    whole(tally.computeUnits),
  ];
  const alone = new Tally();
  for (let call = 0; call < CALLS; call += 1) alone.add(transfer);
  const evenAt = (cost: bigint, each: bigint) => whole((cost + each - 1n) / each);
  return [
    table(
      ['what', 'calls', 'transactions', 'lamports', 'compute units'],
      [
        row('mandate and channel, from open to end', '', ledger.lifecycle),
        row('settling vouchers', '', ledger.settling),
        row('together', String(CALLS), total),
        row('one token transfer a call instead', String(CALLS), alone),
      ],
    ),
    '',
    `  A call took ${(milliseconds / CALLS).toFixed(1)} ms, each voucher and answer on disk before it left. The channel is even with`,
    `  transfers at ${evenAt(total.lamports, transfer.fee)} calls in fees and at ${evenAt(total.computeUnits, transfer.computeUnits)} in compute units: further calls add nothing to the`,
    '  first row, and to the second only one transaction for all the calls since the last. Lamports are fees;',
    "  all rent came back but for the agent's own. A transfer alone has no limits, no refund and no receipt.",
  ].join('\n');
}

async function main(): Promise<void> {
  const ledger = new Ledger((line) => console.log(line));
  const market = await openMarket({
    onStep: ledger.step,
    onSettle: ledger.settled,
    settleEvery: SETTLE_EVERY,
  });
  try {
    const spending = await startSpending(market, ledger.lifecycleStep);
    try {
      const milliseconds = await callMany(spending, ledger);
      const { transactions, failures } = await market.running.settle();
      for (const outcome of transactions) ledger.settled(outcome);
      for (const { error } of failures) throw error;
      const { settled, calls } = await spending.read();
      ledger.step('settled', `${calls} calls, ${tokens(settled)}`);
      await spending.payOut();
      await spending.windDown();
      console.log(`\n${await report(market, ledger, milliseconds)}\n`);
    } finally {
      await spending.stop();
    }
  } finally {
    await market.close();
  }
}

await main();
