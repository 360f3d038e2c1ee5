import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type DocumentAnalysis, UnreadableDocument } from '@agent-labs/example-document-analyst';
import { CallRefused, type PaidAnswer } from '@agent-labs/sdk';
import { contentTypeOf } from './content-type.js';
import { Ledger } from './ledger.js';
import { type Market, openMarket, PRICE, short } from './market.js';
import { type Spending, startSpending } from './spending.js';
import { tokens } from './text.js';

const USAGE = `usage: npm run demo -- --file PATH [--json]

Has one Markdown, HTML, plain-text or CSV document analysed for pay on a local chain, and prints the
analysis and the receipt. --json prints both as one JSON object and nothing else.`;

/** What stands on the receipt: who paid whom for what, and the chain's word that it is settled. */
interface Receipt {
  payer: string;
  agent: string;
  channel: string;
  callNumber: number;
  amount: string;
  documentSha256: string;
  requestHash: string;
  responseHash: string;
  responseProof: string;
  settled: { calls: number; baseUnits: string; transaction: string };
}

async function callOnce(market: Market, spending: Spending, path: string, body: Uint8Array) {
  const fileName = basename(path);
  const answer = await spending.client.call({
    path: '/analyse',
    contentType: contentTypeOf(fileName),
    fileName,
    body,
  });
  const { transactions, failures } = await market.running.settle();
  for (const { error } of failures) throw error;
  const [settlement] = transactions;
  if (settlement === undefined) throw new Error('nothing was settled');
  const { calls, settled } = await spending.read();
  const analysis = JSON.parse(Buffer.from(answer.body).toString('utf8')) as DocumentAnalysis;
  const receipt = receiptOf(market, answer, analysis.sha256, {
    calls,
    baseUnits: settled.toString(),
    transaction: settlement.signature,
  });
  return { analysis, receipt, settlement };
}

function receiptOf(
  { payer, agent }: Market,
  { receipt }: PaidAnswer,
  documentSha256: string,
  settled: Receipt['settled'],
): Receipt {
  const { channel, callNumber, requestHash, responseHash, responseProof } = receipt;
  return {
    payer: payer.publicKey.toBase58(),
    agent: agent.toBase58(),
    channel,
    callNumber,
    amount: tokens(PRICE),
    documentSha256,
    requestHash,
    responseHash,
    responseProof,
    settled,
  };
}

/** The receipt as a narrow strip of text; the seal is solid since proof and settlement were checked here. */
function strip(receipt: Receipt, { payer, agent }: Market): string {
  const lines = [
    ['receipt', `call ${receipt.callNumber}, ${receipt.amount}`],
    ['from', `${short(payer.publicKey)}  to  ${short(agent)}`],
    ['document', `sha256 ${receipt.documentSha256}`],
    ['answer', `sha256 ${receipt.responseHash}`],
    ['proof', `${receipt.responseProof.slice(0, 32)}…  signed by the agent, checked`],
    ['settled', `${receipt.settled.baseUnits} base units in ${receipt.settled.transaction.slice(0, 32)}…`],
    ['seal', '● on the chain'],
  ];
  const width = Math.max(...lines.map(([, text]) => text?.length ?? 0)) + 11;
  const rule = '─'.repeat(width);
  return [rule, ...lines.map(([name, text]) => `${name?.padEnd(10)} ${text}`), rule].join('\n');
}

async function run(path: string, json: boolean): Promise<void> {
  const body = await readFile(path);
  contentTypeOf(basename(path));
  const ledger = new Ledger((line) => (json ? undefined : console.log(line)));
  const market = await openMarket({ onStep: ledger.step, onSettle: ledger.settled, settleEvery: 1_000 });
  try {
    const spending = await startSpending(market, ledger.step);
    try {
      const { analysis, receipt, settlement } = await callOnce(market, spending, path, body);
      if (json) {
        console.log(JSON.stringify({ analysis, receipt }, null, 2));
        return;
      }
      ledger.settled(settlement);
      await spending.payOut();
      console.log(`\n${JSON.stringify(analysis, null, 2)}\n\n${strip(receipt, market)}`);
    } finally {
      await spending.stop();
    }
  } finally {
    await market.close();
  }
}

/** What to say of an error, and whether money moved; null for a fault of our own. */
function explain(error: unknown, path: string): string | null {
  if (error instanceof UnreadableDocument || error instanceof CallRefused) {
    return `${error.message}\nNothing was charged.`;
  }
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return `${path}: no such file. Nothing was charged.`;
  if (code === 'EISDIR') return `${path} is a directory; name one document. Nothing was charged.`;
  if (code === 'EACCES') return `${path} may not be read. Nothing was charged.`;
  return null;
}

function options(): { file: string; json: boolean } {
  try {
    const { values } = parseArgs({ options: { file: { type: 'string' }, json: { type: 'boolean' } } });
    if (values.file !== undefined && values.file !== '')
      return { file: values.file, json: values.json ?? false };
  } catch (error) {
    console.error((error as Error).message);
  }
  console.error(USAGE);
  process.exit(2);
}

const { file, json } = options();
try {
  await run(file, json);
} catch (error) {
  const message = explain(error, file);
  if (message === null) throw error;
  console.error(message);
  process.exitCode = 1;
}
