import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type DocumentAnalysis,
  MAX_DOCUMENT_BYTES,
  UnreadableDocument,
} from '@agent-labs/example-document-analyst';
import { CallRefused, type ChannelAccount, type PaidAnswer, StoreLocked } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { type StackDirectory, stackDirectory } from './directory.js';
import { connectLocalChain, type LocalChain } from './local-chain.js';
import { readPorts, type StackPorts } from './port-file.js';
import { ProgramFailed } from './program.js';
import { PRICE, StackRuns, startStack } from './stack.js';
import { contentTypeOf } from './story/content-type.js';
import { printer, type Settlement, settlementsOf } from './story/ledger.js';
import { startSpending } from './story/spending.js';
import { short, tokens } from './story/text.js';

const USAGE = `usage: npm run demo -- --file PATH [--json]

Has one Markdown, HTML, plain-text or CSV document analysed for pay, on the stack that npm start runs, or else
on one that it starts and stops. Prints the analysis and the receipt. --json prints both as one JSON object and
nothing else.`;

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

interface Stack {
  local: LocalChain;
  ports: StackPorts;
  directory: StackDirectory;
}

async function callOnce(
  stack: Stack,
  onStep: ReturnType<typeof printer>,
  path: string,
  body: Uint8Array,
): Promise<{ analysis: DocumentAnalysis; receipt: Receipt }> {
  const spending = await startSpending({ ...stack, calls: 1, onStep });
  try {
    const before = await spending.settled();
    const fileName = basename(path);
    const answer = await spending.client.call({
      path: '/analyse',
      contentType: contentTypeOf(fileName),
      fileName,
      body,
    });
    onStep(`call ${answer.receipt.callNumber}`, `${fileName} analysed · ${tokens(PRICE)}`);
    const account = await spending.settled();
    const [settlement] = await settlementsOf(stack.local, spending.channel, before);
    if (settlement === undefined) throw new Error('nothing was settled');
    onStep('settled', 'the watermark has risen to the voucher of this call');
    const analysis = JSON.parse(Buffer.from(answer.body).toString('utf8')) as DocumentAnalysis;
    return { analysis, receipt: receiptOf(stack, account, answer, analysis.sha256, settlement) };
  } finally {
    await spending.stop();
  }
}

function receiptOf(
  { local, ports }: Stack,
  { agentKey, tag }: ChannelAccount,
  { receipt }: PaidAnswer,
  documentSha256: string,
  { calls, cumulative: settled, signature: transaction }: Settlement,
): Receipt {
  const { channel, callNumber, cumulative, requestHash, responseHash, responseProof } = receipt;
  return {
    payer: local.persona('payer').publicKey.toBase58(),
    agent: ports.agent,
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
    settled: { calls, baseUnits: settled.toString(), transaction },
  };
}

/** The receipt as a narrow strip of text; the seal is solid since proof and settlement were checked here. */
function strip(receipt: Receipt): string {
  const lines = [
    ['receipt', `call ${receipt.callNumber}, ${receipt.amount}`],
    ['from', `${short(new PublicKey(receipt.payer))}  to  ${short(new PublicKey(receipt.agent))}`],
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

/** The running stack, or one that is started for the purpose. */
async function withStack<T>(
  onStep: ReturnType<typeof printer>,
  work: (stack: Stack) => Promise<T>,
): Promise<T> {
  const directory = stackDirectory();
  const ports = readPorts(directory);
  if (ports !== null) {
    onStep('stack', `the one that runs, gateway ${ports.gatewayUrl}`);
    return work({ local: await connectLocalChain(ports.rpcUrl), ports, directory });
  }
  const stack = await startStack({ directory, onStep });
  try {
    return await work({ ...stack, directory });
  } finally {
    await stack.stop();
  }
}

async function run(path: string, json: boolean): Promise<void> {
  const body = await documentAt(path);
  contentTypeOf(basename(path));
  const onStep = printer((line) => (json ? undefined : console.log(line)));
  const { analysis, receipt } = await withStack(onStep, (stack) => callOnce(stack, onStep, path, body));
  if (json) console.log(JSON.stringify({ analysis, receipt }, null, 2));
  else console.log(`\n${JSON.stringify(analysis, null, 2)}\n\n${strip(receipt)}`);
}

/** What to say of an error after which nothing was charged; null for others. */
function explain(error: unknown): string | null {
  if (error instanceof UnreadableDocument) return `${error.code}: ${error.message}`;
  if (error instanceof StoreLocked) {
    return "Another demo, or the calls of npm start, hold the payer's vouchers; wait for their end.";
  }
  const known = [CallRefused, Unsendable, ProgramFailed, StackRuns];
  return known.some((kind) => error instanceof kind) ? (error as Error).message : null;
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
