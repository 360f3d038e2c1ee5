import {
  builtDeployment,
  type ReceiptDocument,
  readReceiptDocument,
  readTreeAccounts,
  type VerifiedReceipt,
  verifyReceipt,
  verifyReceiptDocument,
} from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { Command } from 'commander';
import type { Act } from '../act.js';
import { address, file } from '../arguments.js';
import type { Context } from '../context.js';
import { deploymentFile } from '../deployment-file.js';
import { CliError } from '../errors.js';
import { writeNew } from '../keys.js';
import { type Shown, type ShownRecord, Stars, Time } from '../values.js';

export function receiptCommands(program: Command, act: Act): void {
  const receipt = program.command('receipt').description('proofs of ratings, which nobody can sell');
  receipt
    .command('show')
    .description('a receipt from the indexer, proven against the chain')
    .argument('<asset>', "the receipt's asset id")
    .action(act(show));
  receipt
    .command('export')
    .description('writes a receipt with its proof into one file, once it is proven')
    .argument('<asset>', "the receipt's asset id")
    .argument('<file>', 'that must not be there yet')
    .action(act(exportTo));
  receipt
    .command('verify')
    .description('verifies an exported receipt against the chain; with --root without any')
    .argument('<file>', 'the exported receipt')
    .option('--root <root>', 'root of the tree, base58, from somebody whom you trust')
    .action(act(verify));
}

async function fetched(
  context: Context,
  text: string,
): Promise<{ document: ReceiptDocument; proven: VerifiedReceipt }> {
  const asset = address(text, 'the asset');
  const indexer = context.indexer();
  if (indexer === null)
    throw new CliError('IndexerMissing', 'receipts are served by an indexer', 2, 'give --indexer');
  const { receipt } = (await indexer.get(`/v1/receipts/${asset.toBase58()}`)) as { receipt: ReceiptDocument };
  const proven = await provenOnChain(context, receipt);
  if (!proven.asset.equals(asset)) {
    throw new CliError(
      'ReceiptRefused',
      `the indexer gave the receipt ${proven.asset.toBase58()} instead`,
      1,
    );
  }
  return { document: receipt, proven };
}

async function provenOnChain(context: Context, document: unknown): Promise<VerifiedReceipt> {
  const { chain, deployment } = await context.connected();
  const { genesisHash, receipt, reputation } = readReceiptDocument(document);
  const isHere =
    reputation.equals(deployment.reputation) &&
    new PublicKey(genesisHash).equals(new PublicKey(deployment.genesisHash));
  if (!isHere)
    throw new CliError(
      'ReceiptRefused',
      'the receipt is of another program or another cluster',
      1,
      'check --url',
    );
  return verifyReceipt(deployment, receipt, await readTreeAccounts(chain, deployment, receipt.tree));
}

async function show(context: Context, text: string): Promise<Shown> {
  const { proven } = await fetched(context, text);
  const { tokens } = await context.connected();
  const { mint, paid, refunded } = proven.facts;
  return {
    proven: 'against the chain',
    paid: await tokens.amount(paid, mint),
    refunded: await tokens.amount(refunded, mint),
    ...facts(proven),
  };
}

async function exportTo(context: Context, text: string, path: string): Promise<Shown> {
  const { document, proven } = await fetched(context, text);
  writeNew(path, `${JSON.stringify(document, null, 2)}\n`);
  return { file: path, proven: 'against the chain', ...facts(proven) };
}

async function verify(context: Context, path: string, options: { root?: string }): Promise<Shown> {
  const text = file(path, 'the receipt').toString('utf8');
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new CliError('ReceiptMalformed', `${path} is no JSON: ${(error as Error).message}`, 1);
  }
  if (options.root === undefined) {
    return { proven: 'against the chain', ...facts(await provenOnChain(context, document)) };
  }
  const root = address(options.root, '--root').toBytes();
  const { genesisHash } = readReceiptDocument(document);
  const { deployment: named } = context.options;
  const known =
    named === undefined ? null : deploymentFile(file(named, '--deployment').toString('utf8'), named);
  // without a file the receipt is held to be of the cluster that its reader has the root from
  const cluster = known?.genesisHash === undefined ? genesisHash : new PublicKey(known.genesisHash).toBytes();
  const deployment = { ...builtDeployment(cluster), ...known?.programs };
  const proven = verifyReceiptDocument(deployment, document, root);
  return {
    proven: 'against the given root, which its reader has to trust',
    cluster: new PublicKey(cluster),
    ...facts(proven),
  };
}

function facts({ asset, facts: of, root, tree }: VerifiedReceipt): ShownRecord {
  return {
    asset,
    agent: of.agent,
    stars: new Stars(of.stars * 1_000),
    payer: of.payer,
    channel: of.channel,
    paidBaseUnits: of.paid,
    refundedBaseUnits: of.refunded,
    mint: of.mint,
    agentVersion: of.agentVersion,
    ownershipEpoch: of.ownershipEpoch,
    number: of.number,
    rated: new Time(of.ratedAt),
    tree,
    root: new PublicKey(root),
  };
}
