import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type DocumentAnalysis,
  MAX_DOCUMENT_BYTES,
  UnreadableDocument,
} from '@agent-labs/example-document-analyst';
import { CallRefused, type ChannelAccount, type PaidAnswer } from '@agent-labs/sdk';
import { contentTypeOf } from './content-type.js';
import { Ledger } from './ledger.js';
import { type Market, openMarket, PRICE, short } from './market.js';
import { type Spending, startSpending } from './spending.js';
import { tokens } from './text.js';

const USAGE = `usage: npm run demo -- --file PATH [--json]

Has one Markdown, HTML, plain-text or CSV document analysed for pay on a local chain, and prints the
analysis and the receipt. --json prints both as one JSON object and nothing else.`;

/**
 * What stands on the receipt: who paid whom for what, and the chain's word that it is settled. `responseProof`
 * is the signature of `agentKey` over tag, call number, hashes and cumulative, as `responseProofMessage` lays
 * them out.
 */
interface Receipt {
  payer: string;
  agent: string;
  agentKey: string;
  channel: string;
  tag: string;
  callNumber: number;
  amount: string;
  cumulative: string;
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
  const account = await spending.read();
  const analysis = JSON.parse(Buffer.from(answer.body).toString('utf8')) as DocumentAnalysis;
  const receipt = receiptOf(market, account, answer, analysis.sha256, {
    calls: account.calls,
    baseUnits: account.settled.toString(),
    transaction: settlement.signature,
  });
  return { analysis, receipt, settlement };
}

function receiptOf(
  { payer, agent }: Market,
  { agentKey, tag }: ChannelAccount,
  { receipt }: PaidAnswer,
  documentSha256: string,
  settled: Receipt['settled'],
): Receipt {
  const { channel, callNumber, cumulative, requestHash, responseHash, responseProof } = receipt;
  return {
    payer: payer.publicKey.toBase58(),
    agent: agent.toBase58(),
    agentKey: agentKey.toBase58(),
    channel,
    tag: Buffer.from(tag).toString('hex'),
    callNumber,
    amount: tokens(PRICE),
    cumulative,
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

/** A file that cannot be sent. */
class Unsendable extends Error {}

/** Reads a document, unless it is larger than what the agent reads. */
async function documentAt(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new Unsendable(`${path} is a directory; name one document.`);
    if (!found.isFile()) throw new Unsendable(`${path} is no file.`);
    if (found.size > MAX_DOCUMENT_BYTES) {
      throw new Unsendable(
        `TooLarge: ${path} has ${found.size} bytes, at most ${MAX_DOCUMENT_BYTES} are read.`,
      );
    }
    return await readFile(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Unsendable(`${path}: no such file.`);
    if (code !== undefined) throw new Unsendable(`${path} cannot be read: ${message}.`);
    throw error;
  }
}

async function run(path: string, json: boolean): Promise<void> {
  const body = await documentAt(path);
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

/** What to say of an error after which nothing was charged; null for others. */
function explain(error: unknown): string | null {
  if (error instanceof UnreadableDocument) return `${error.code}: ${error.message}`;
  return error instanceof CallRefused || error instanceof Unsendable ? error.message : null;
}

function options(): { file: string; json: boolean } {
  let problem = '--file PATH is missing';
  try {
    const { values } = parseArgs({ options: { file: { type: 'string' }, json: { type: 'boolean' } } });
    if (values.file) return { file: values.file, json: values.json ?? false };
  } catch (error) {
    problem = (error as Error).message;
  }
  console.error(`${problem}\nNothing was charged.\n\n${USAGE}`);
  process.exit(2);
}

const { file, json } = options();
try {
  await run(file, json);
} catch (error) {
  const message = explain(error);
  if (message === null) throw error;
  console.error(`${message}\nNothing was charged.`);
  process.exitCode = 1;
}
