import type { Connection, PublicKey } from '@solana/web3.js';
import type { Deployment } from '../deployment.js';
import { eventsOf } from '../events/index.js';
import { innerInstructions } from '../rpc/outcome.js';
import type { AuditAnchorRecord } from './anchors.js';

/** Signatures a node gives at once. */
const PAGE = 1_000;

/**
 * Every anchor of a log that the node still tells of, by its transactions, from the first to the last. Whether these
 * are all, and unchanged, only the log's account says: `anchorsProblem`.
 * @throws what the connection throws
 */
export async function readAuditAnchors(
  connection: Connection,
  deployment: Deployment,
  log: PublicKey,
): Promise<AuditAnchorRecord[]> {
  const anchors: AuditAnchorRecord[] = [];
  let before: string | undefined;
  for (;;) {
    const page = await connection.getSignaturesForAddress(log, {
      limit: PAGE,
      ...(before !== undefined && { before }),
    });
    for (const { signature, err } of page) {
      if (err === null) anchors.push(...(await anchorsIn(connection, deployment, log, signature)));
    }
    if (page.length < PAGE) break;
    before = page.at(-1)?.signature;
  }
  return anchors.sort((a, b) => Number(a.sequence - b.sequence));
}

async function anchorsIn(
  connection: Connection,
  deployment: Deployment,
  log: PublicKey,
  signature: string,
): Promise<AuditAnchorRecord[]> {
  const found = await connection.getTransaction(signature, {
    commitment: 'confirmed',
    maxSupportedTransactionVersion: 0,
  });
  if (!found?.meta) return [];
  const inner = innerInstructions(found.transaction.message, found.meta);
  return eventsOf(deployment, { innerInstructions: inner }).flatMap((event) => {
    if (event.program !== 'consent' || event.name !== 'auditAnchored') return [];
    const { sequence, previousRoot, root, entries, anchoredAt } = event.data;
    if (!event.data.log.equals(log)) return [];
    return [
      {
        sequence,
        previousRoot: Uint8Array.from(previousRoot),
        root: Uint8Array.from(root),
        entries,
        anchoredAt,
      },
    ];
  });
}
