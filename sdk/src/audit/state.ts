import { PublicKey } from '@solana/web3.js';
import { readAuditLog } from '../actions/audit.js';
import type { AccountState, Chain } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { AccountMismatch } from '../rpc/errors.js';
import { fromBase64 } from '../voucher/bytes.js';
import type { AnchoredState } from './anchors.js';

/** The account of a log's anchors. */
export interface AuditLogFound {
  log: PublicKey;
  operator: PublicKey;
  /** tells the operator's logs apart */
  id: bigint;
  state: AnchoredState;
}

/**
 * Finds the account of a log's anchors by its address; null where there is none.
 * @throws AccountMismatch
 */
export async function findAuditLog(
  chain: Chain,
  deployment: Deployment,
  log: PublicKey,
): Promise<AuditLogFound | null> {
  const account = await readAuditLog(chain, deployment, log);
  if (account === null) return null;
  const { operator, id, sequence, entries, anchoredAt } = account;
  const [root, previousRoot, chained] = [account.root, account.previousRoot, account.chain].map((hash) =>
    Uint8Array.from(hash),
  ) as [Uint8Array, Uint8Array, Uint8Array];
  return { log, operator, id, state: { sequence, entries, anchoredAt, root, previousRoot, chain: chained } };
}

const FORM = 'an exported account must be { pubkey, account: { data: [text, "base64"], owner } }';

/**
 * Reads the account out of a file, as `solana account ADDRESS --output json` writes it. Whoever made the file says what
 * stands in it: get it from somebody whom you trust, or from a node of your own.
 * @throws AccountMismatch for what is no audit log of this deployment; TypeError for another form
 */
export async function auditLogFromExport(deployment: Deployment, document: unknown): Promise<AuditLogFound> {
  const { pubkey, account } = (document ?? {}) as { pubkey?: unknown; account?: Record<string, unknown> };
  const [text, encoding] = Array.isArray(account?.data) ? (account.data as unknown[]) : [];
  if (typeof text !== 'string' || encoding !== 'base64') throw new TypeError(FORM);
  const [log, owner] = [addressOf(pubkey), addressOf(account?.owner)];
  const state: AccountState = { lamports: 0n, owner, data: fromBase64(text), executable: false };
  const file: Chain = {
    getAccount: async () => state,
    getAccounts: unavailable,
    unixTime: unavailable,
    slot: unavailable,
    send: unavailable,
  };
  const found = await findAuditLog(file, deployment, log);
  if (found === null) throw new AccountMismatch(`the exported account ${log.toBase58()} is no audit log`);
  return found;
}

function addressOf(text: unknown): PublicKey {
  try {
    return new PublicKey(text as string);
  } catch (error) {
    throw new TypeError(FORM, { cause: error });
  }
}

function unavailable(): never {
  throw new TypeError('an exported account is no chain');
}
