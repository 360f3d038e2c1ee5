import type { PublicKey } from '@solana/web3.js';
import { type AuditLogAccount, decodeAuditLog } from '../accounts/consent.js';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { auditAnchor, auditLogOpen } from '../instructions/consent.js';
import { auditLogAddress } from '../pda/consent.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { read } from './read.js';

/** A log of anchors; null where there is none. @throws AccountMismatch */
export function readAuditLog(
  chain: Chain,
  deployment: Deployment,
  at: PublicKey,
): Promise<AuditLogAccount | null> {
  return read(chain, at, deployment.consent, 'audit log', decodeAuditLog, ({ operator, id }) =>
    auditLogAddress(deployment, operator, id),
  );
}

export interface AnchorLogParams {
  /** Signs, and pays. */
  operator: TransactionSigner;
  /** Tells the operator's logs apart; 0 unless given. */
  id?: bigint;
  /** 32 bytes: Merkle root over all entries of the log. */
  root: Uint8Array;
  /** How many entries these are. */
  entries: bigint;
}

/**
 * Anchors a log as it stands, and opens its account the first time. Null where the chain has just this already.
 * @throws AccountMismatch; ProgramError, consent's `EntriesNotGrowing` for one; what sending throws
 */
export async function anchorLog(
  chain: Chain,
  deployment: Deployment,
  { operator, id = 0n, root, entries }: AnchorLogParams,
): Promise<{ log: PublicKey; outcome: TransactionOutcome } | null> {
  const at = auditLogAddress(deployment, operator.publicKey, id);
  const known = await readAuditLog(chain, deployment, at);
  if (known !== null && known.entries === entries && known.root.every((byte, nth) => byte === root[nth])) {
    return null;
  }
  const opening =
    known === null ? [await auditLogOpen(deployment, { operator: operator.publicKey, id })] : [];
  const anchor = await auditAnchor(deployment, {
    operator: operator.publicKey,
    log: at,
    sequence: (known?.sequence ?? 0n) + 1n,
    previousRoot: Uint8Array.from(known?.root ?? new Uint8Array(32)),
    ...{ root, entries },
  });
  const instructions = [...opening.map(({ instruction }) => instruction), anchor];
  return { log: at, outcome: await chain.send(instructions, { payer: operator }) };
}
