import {
  type AuditAnchorRecord,
  type AuditLogFault,
  type AuditLogFound,
  type AuditLogReport,
  allAnchors,
  anchorAuditLog,
  anchorFileOf,
  auditLines,
  auditLogAddress,
  auditLogFromExport,
  findAuditLog,
  lastAnchor,
  proveAuditLine,
  readAuditAnchors,
  readAuditProof,
  verifyAuditLog,
  verifyAuditProof,
} from '@agent-labs/sdk';
import type { Command } from 'commander';
import type { Act } from '../act.js';
import { address, file, hash, whole } from '../arguments.js';
import type { Context } from '../context.js';
import { CliError, EXIT } from '../errors.js';
import { writeNew } from '../keys.js';
import { type Shown, type ShownRecord, Time } from '../values.js';
import { found, shownTransactions } from './common.js';

interface Named {
  operator?: string;
  id: string;
  log?: string;
  account?: string;
  records?: string;
}

const OPERATOR = ['--operator <key>', 'whose log it is; the wallet unless given'] as const;
const ID = ['--id <number>', "tells the operator's logs apart"] as const;
const LOG = ['--log <address>', "the account of the log's anchors, instead of --operator and --id"] as const;
const ACCOUNT = [
  '--account <file>',
  'that account as solana account --output json wrote it: no node is asked',
] as const;
const RECORDS = ['--records <file>', 'file of anchors; FILE.anchors unless given'] as const;

export function auditCommands(program: Command, act: Act): void {
  const audit = program.command('audit').description("a gateway's audit log and its anchors on chain");
  audit
    .command('anchor')
    .description("anchors a log as it stands, by its operator's key; the gateway never signs")
    .argument('<file>', 'the log, audit.jsonl')
    .option(...ID, '0')
    .option('--open', 'open the account of its anchors, the first time', false)
    .option(...RECORDS)
    .action(act(anchor));
  audit
    .command('verify')
    .description('checks a log line by line against itself and against its anchors')
    .argument('<file>', 'the log, audit.jsonl')
    .option(...OPERATOR)
    .option(...ID, '0')
    .option(...LOG)
    .option(...ACCOUNT)
    .option(...RECORDS)
    .action(act(verify));
  audit
    .command('prove')
    .description('proves one line under the last anchor, in one file that verifies without a chain')
    .argument('<file>', 'the log, audit.jsonl')
    .argument('<line>', 'its number, from 1')
    .argument('<proof>', 'file to write; it must not be there yet')
    .option(...OPERATOR)
    .option(...ID, '0')
    .option(...LOG)
    .option(...ACCOUNT)
    .action(act(prove));
  audit
    .command('check')
    .description('verifies such a proof against the chain; with --root and --entries without any')
    .argument('<proof>', 'what audit prove wrote')
    .option('--root <hash>', 'root from somebody whom you trust, hexadecimal')
    .option('--entries <count>', 'lines under that root')
    .option(...ACCOUNT)
    .option(...RECORDS)
    .action(act(check));
}

async function anchor(
  context: Context,
  path: string,
  options: { id: string; open: boolean; records?: string },
): Promise<Shown> {
  const { chain, deployment, sender, wallet } = await context.sending();
  const id = whole(options.id, '--id');
  file(path, 'the log');
  const done = await anchorAuditLog(sender, deployment, {
    ...{ operator: wallet, id, path, open: options.open },
    ...(options.records !== undefined && { records: options.records }),
    history: (log) => readAuditAnchors(chain.connection, deployment, log),
  });
  return {
    log: done.log,
    new: done.outcome !== null,
    ...(done.anchor && shownAnchor(done.anchor)),
    recorded: done.recorded,
    ...shownTransactions({ sender }),
  };
}

/** The account of a log's anchors, by whichever of its names was given. */
async function accountOf(context: Context, { operator, id, log, account }: Named): Promise<AuditLogFound> {
  const { chain, deployment } = await context.connected();
  if (account !== undefined) return auditLogFromExport(deployment, json(account, '--account'));
  const owner = operator === undefined ? null : address(operator, '--operator');
  const at =
    log === undefined
      ? auditLogAddress(deployment, owner ?? (await context.self()), whole(id, '--id'))
      : address(log, '--log');
  return found(await findAuditLog(chain, deployment, at), 'audit log', at);
}

/** Every anchor, from the file or from the node's history; null where neither has them all. */
async function anchorsOf(
  context: Context,
  account: AuditLogFound,
  records: string | undefined,
  isOffline: boolean,
): Promise<AuditAnchorRecord[] | null> {
  const { chain, deployment } = await context.connected();
  const history = isOffline
    ? async () => []
    : () => readAuditAnchors(chain.connection, deployment, account.log);
  return allAnchors(account, { history, ...(records !== undefined && { known: records }) });
}

async function verify(context: Context, path: string, options: Named): Promise<Shown> {
  file(path, 'the log');
  const account = await accountOf(context, options);
  const records = options.records ?? anchorFileOf(path);
  const anchors = await anchorsOf(context, account, records, options.account !== undefined);
  const report = await verifyAuditLog(auditLines(path), { ...account, anchors });
  if (report.faults.length > 0) {
    const lines = report.faults.slice(0, MOST_TOLD).map(told);
    const more = report.faults.length - lines.length;
    if (more > 0) lines.push(`and ${more} more`);
    throw new CliError(
      'AuditLogBroken',
      `${path}: ${lines.join('\n')}`,
      EXIT.refused,
      'keep the file as it is, and find out who could write to it',
    );
  }
  return { log: account.log, operator: account.operator, id: account.id, ...shownReport(report) };
}

/** Faults that are told one by one. */
const MOST_TOLD = 100;

function told({ line, through, problem }: AuditLogFault): string {
  if (line === null) return `anchors: ${problem}`;
  return line === through ? `line ${line} ${problem}` : `lines ${line} to ${through} ${problem}`;
}

function shownReport(report: AuditLogReport): ShownRecord {
  const { lines, anchored, unanchored, anchors, everyAnchor, unfinished } = report;
  return {
    verified: true,
    lines,
    anchored,
    unanchored,
    anchors,
    compared: everyAnchor ? 'every anchor' : 'the last anchor and the root before it',
    unfinishedBytes: unfinished,
    ...(unanchored > 0 && {
      note: 'of lines behind the last anchor, nothing tells whether some were cut off',
    }),
  };
}

async function prove(
  context: Context,
  path: string,
  line: string,
  proof: string,
  options: Named,
): Promise<Shown> {
  file(path, 'the log');
  const number = Number(whole(line, 'the line', BigInt(Number.MAX_SAFE_INTEGER)));
  const { log, state } = await accountOf(context, options);
  const { deployment } = await context.connected();
  const last = lastAnchor(state);
  if (last === null)
    throw new CliError('LineNotAnchored', 'nothing of the log is anchored yet', EXIT.refused);
  const document = await proveAuditLine(deployment, log, auditLines(path), last, number);
  writeNew(proof, `${JSON.stringify(document, null, 2)}\n`);
  return { file: proof, log, line: number, ...shownAnchor(last) };
}

async function check(
  context: Context,
  path: string,
  options: { root?: string; entries?: string; account?: string; records?: string },
): Promise<Shown> {
  const document = json(path, 'the proof');
  const proof = readAuditProof(document);
  if (options.root !== undefined && options.entries !== undefined) {
    const trusted = { root: hash(options.root, '--root'), entries: whole(options.entries, '--entries') };
    const { row, line, log } = verifyAuditProof(proof, document, trusted);
    return { proven: 'against the given root, which its reader has to trust', log, line, row: { ...row } };
  }
  const { deployment } = await context.connected();
  const { account: exported } = options;
  const account = await accountOf(context, {
    ...{ id: '0', log: proof.log.toBase58() },
    ...(exported !== undefined && { account: exported }),
  });
  if (!account.log.equals(proof.log)) {
    throw new CliError('AuditProofRefused', `the proof is of the log ${proof.log.toBase58()}`, EXIT.refused);
  }
  const last = lastAnchor(account.state);
  const isLast = last?.sequence === proof.sequence;
  const all = isLast ? [] : await anchorsOf(context, account, options.records, exported !== undefined);
  const trusted = isLast ? last : all?.find(({ sequence }) => sequence === proof.sequence);
  if (!trusted) {
    const next = 'give --records with its anchors, or --url of a node that keeps history';
    throw new CliError('AnchorUnknown', `nobody tells of anchor ${proof.sequence}`, EXIT.refused, next);
  }
  const { row, line, log } = verifyAuditProof(deployment, document, trusted);
  return {
    proven: 'against the chain',
    log,
    operator: account.operator,
    line,
    row: { ...row },
    ...shownAnchor(trusted),
  };
}

function shownAnchor({ sequence, entries, root, anchoredAt }: AuditAnchorRecord): ShownRecord {
  return {
    anchor: sequence,
    entries,
    root: Buffer.from(root).toString('hex'),
    anchored: new Time(anchoredAt),
  };
}

function json(path: string, what: string): unknown {
  try {
    return JSON.parse(file(path, what).toString('utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new CliError('FileUnreadable', `${what} ${path} is no JSON: ${error.message}`, EXIT.usage);
  }
}
