import type { ProgramErrorName, ProgramName } from '@agent-labs/sdk';
import { CommanderError } from 'commander';

/** How the program ends. */
export const EXIT = {
  /** done */
  ok: 0,
  /** the chain or a server refused, or what was asked for cannot be done as things stand */
  refused: 1,
  /** the command line, a file or a key is not usable: nothing was sent */
  usage: 2,
  /** nobody answered, or what became of a transaction is not known */
  unknown: 3,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What became of the money, as far as this run knows. */
export type Money = 'nothing was sent' | 'the fee alone was charged' | 'unknown';

/** An error of this program's own. */
export class CliError extends Error {
  constructor(
    /** stable, for scripts */
    override readonly name: string,
    message: string,
    readonly exit: ExitCode = EXIT.usage,
    /** what to do about it */
    readonly next?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** An error as it is told: one shape for every kind. */
export interface ToldError {
  name: string;
  message: string;
  exit: ExitCode;
  money: Money;
  next?: string;
  /** of a program of the protocol that refused */
  program?: string;
  code?: number;
  /** of a transaction whose end is not known, base58 */
  signature?: string;
}

/** Errors after which nothing of the transaction can have happened, or can any more. */
const ENDED = new Set(['TransactionFailed', 'ProgramError', 'TransactionExpired']);
/** Errors of the network, and of transactions whose end is not known. */
const UNKNOWN = new Set([
  ...['TransactionExpired', 'SendAborted', 'OutcomeUnknown', 'GatewaySilent'],
  ...['AbortError', 'TimeoutError', 'SolanaJSONRPCError', 'StoreLocked'],
]);
/** Errors of what was typed, thrown by the SDK before anything is sent. */
const USAGE = new Set(['TypeError', 'RangeError', 'ManifestInvalid']);

/** What to do next, by the name of the error. */
const NEXT: Record<string, string> = {
  AgentUnavailable: 'agentlabs agent show AGENT tells its status and its lease',
  AgentKeyMismatch: 'agentlabs agent update AGENT --agent-key KEY changes the key; or take another handle',
  AllowListUnknown: 'give --allow-file with the list that the mandate was opened with',
  ApprovalNeeded:
    'agentlabs approval request MANDATE CALL asks them, with the call that is told here; then carry it out',
  AccountMismatch: 'check the address, and that --url is the cluster you mean',
  ClusterMismatch: 'check --url and --deployment',
  MandateUnusable: 'agentlabs mandate show MANDATE tells what it allows',
  NoChannelFree: 'agentlabs channel finish CHANNEL takes one off the chain',
  NotApproved: 'agentlabs approval show APPROVAL tells who has signed',
  NoReceiptTree: 'try again once a tree is registered',
  DisputeUndecided: 'agentlabs dispute show DISPUTE tells from when on',
  EvidenceMissing: 'give --store with the journal of the payer that made the calls',
  OutcomeUnknown: 'look the signature up; the next run of this command accounts for it',
  RatingRightMissing: 'agentlabs channel payout CHANNEL pays out first; what was paid out can be rated once',
  ReceiptRefused: 'have the receipt, or the root, from somebody else',
  SendAborted: 'run the same command again: it finds out what became of the transaction before it sends anew',
  StakeMissing: 'agentlabs stake show AGENT tells who has what staked',
  TransactionExpired: 'run the command again',
};

type OwnErrorName = ProgramErrorName<ProgramName>;

/** What to do next, by the name of a program's error. */
const NEXT_OF_PROGRAMS: Partial<Record<OwnErrorName, string>> = {
  NothingPayable: 'settled money is payable once its holdback has passed, unless it is held',
  JobNothingPayable: 'a job is payable once it is released or resolved',
  StillCooling: 'agentlabs stake show AGENT tells until when',
  StakeTooLow: 'agentlabs stake add AGENT, by its owner, stakes what the protocol asks',
  FirstLossTooLow: 'agentlabs stake add AGENT, by its owner, stakes what the protocol asks',
  ReviewOpen: 'agentlabs job show JOB tells until when',
  NotDrainable: 'agentlabs channel show CHANNEL tells until when the agent may settle',
  UnpaidRemains: 'agentlabs channel payout CHANNEL pays it out first',
  MandateKilled: 'agentlabs mandate open, with another --id, opens a new one',
  MandateExpired: 'agentlabs mandate open, with another --id, opens a new one',
  InsufficientFree: 'agentlabs mandate deposit MANDATE AMOUNT sets more aside',
  AgentStale: 'agentlabs agent heartbeat AGENT, by its owner, renews its lease',
  RetirementNotOver: 'agentlabs agent show AGENT tells until when',
};

/** @param sent whether a transaction had left when it was thrown */
export function told(error: unknown, sent: boolean): ToldError {
  if (!(error instanceof Error)) return { ...base('Unknown', String(error), sent), exit: EXIT.unknown };
  const facts = error as Error &
    Partial<{ errorName: string; program: string; code: unknown; signature: string }>;
  if (error instanceof CommanderError) {
    const message = error.message.replace(/^error: /, '');
    return { ...base('Usage', message, false), exit: EXIT.usage, next: 'add --help for what it takes' };
  }
  if (error instanceof CliError) {
    const { name, message, exit, next } = error;
    return { ...base(name, message, sent), exit, ...(next !== undefined && { next }) };
  }
  if (isProgramRefusal(facts)) {
    const next = NEXT_OF_PROGRAMS[facts.errorName as OwnErrorName];
    return {
      ...base(facts.errorName, readable(error.message), sent),
      exit: EXIT.refused,
      money: sent ? 'the fee alone was charged' : 'nothing was sent',
      ...{ program: facts.program, code: facts.code as number },
      ...(next !== undefined && { next }),
    };
  }
  const isNetwork = UNKNOWN.has(error.name) || isSilence(error);
  const name = isSilence(error) ? 'NetworkSilent' : error.name;
  const next = isSilence(error)
    ? 'check --url, and that a node answers there: npm start runs one'
    : NEXT[error.name];
  const isUsage = USAGE.has(error.name) && !isNetwork && !sent;
  return {
    ...base(name, readable(error.message), sent),
    exit: isNetwork ? EXIT.unknown : isUsage ? EXIT.usage : EXIT.refused,
    money: moneyOf(error, sent),
    ...(next !== undefined && { next }),
    ...(typeof facts.signature === 'string' && { signature: facts.signature }),
  };
}

function base(name: string, message: string, sent: boolean) {
  return { name, message, money: sent ? ('unknown' as const) : ('nothing was sent' as const) };
}

function moneyOf(error: Error, sent: boolean): Money {
  if (error.name === 'TransactionExpired') return 'nothing was sent';
  if (error.name === 'SendAborted' || error.name === 'OutcomeUnknown') return 'unknown';
  if (!sent) return 'nothing was sent';
  return ENDED.has(error.name) ? 'the fee alone was charged' : 'unknown';
}

function isProgramRefusal(
  error: Partial<{ errorName: string; program: string }>,
): error is { errorName: string; program: string } {
  return typeof error.errorName === 'string' && typeof error.program === 'string';
}

/** fetch says `TypeError: fetch failed` when nobody answers; web3.js passes that on as it is. */
function isSilence(error: Error): boolean {
  return /fetch failed|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|socket hang up/i.test(
    `${error.message} ${String((error as { code?: unknown }).code ?? '')}`,
  );
}

/** What Anchor logs in front of its message is in the other fields. */
function readable(message: string): string {
  const [, own] = /Error Message: (.*?)\.?$/.exec(message) ?? [];
  return own ?? message;
}
