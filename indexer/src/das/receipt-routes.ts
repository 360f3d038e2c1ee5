import { type Deployment, type ReceiptDocument, verifyReceiptDocument } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { z } from 'zod';
import { address, errorAnswers } from '../http/schemas.js';
import type { IndexerServer } from '../http/server.js';
import { Refused } from '../refused.js';
import { base58Of } from './hashes.js';
import { metadataJson, receiptSvg } from './metadata-json.js';
import type { DasContext } from './methods.js';
import { type Proof, ProofNotReady, proofsOf } from './proofs.js';
import { type AnsweredReceipt, type ReceiptRow, receiptByFacts, receiptsById } from './receipts.js';

const FILE = /^([0-9a-f]{64})(\.json|\.svg)?$/;
/** Seconds that metadata and picture may be kept: but for an answer, once, they follow from the facts, which never change. */
const CACHE = 'public, max-age=300';

const named = z
  .string()
  .max(80)
  .refine((name) => FILE.test(name) || address.safeParse(name).success, {
    message: 'must be an asset id, or the hash of a receipt’s facts in hex, with .json or .svg or neither',
  });

/** Receipts by the address that their metadata names, and with their proofs by asset id. */
export function receiptRoutes(app: IndexerServer, context: DasContext): void {
  const { database, deployment, onGap, requireTrust } = context;
  app.get(
    '/v1/receipts/:receipt',
    {
      onRequest: requireTrust,
      schema: {
        description:
          'By asset id: the receipt with its proof, which verifies without this server. By the hash of its facts, as the address in its metadata names it: that metadata, or with .svg a picture.',
        params: z.object({ receipt: named }),
        response: { 200: z.unknown(), ...errorAnswers },
      },
    },
    async ({ params: { receipt } }, reply) => {
      const [, hash, kind] = FILE.exec(receipt) ?? [];
      const row =
        hash === undefined
          ? (await receiptsById(database, [receipt])).get(receipt)
          : await receiptByFacts(database, hash);
      if (row === undefined || row === null) {
        const message = 'no receipt of a registered tree has this name, or it has not arrived yet';
        throw new Refused(404, 'ReceiptNotFound', message);
      }
      if (hash === undefined) return proven(context, deployment, row, onGap);
      reply.header('cache-control', CACHE);
      if (kind !== '.svg') return metadataJson(row);
      return reply
        .type('image/svg+xml; charset=utf-8')
        .serializer((picture: string) => picture)
        .send(receiptSvg(row));
    },
  );
}

async function proven(
  { database }: DasContext,
  deployment: Deployment,
  row: AnsweredReceipt,
  onGap: DasContext['onGap'],
): Promise<object> {
  const proof = (await proofsOf(database, [row])).get(row.asset);
  if (proof === undefined || proof instanceof ProofNotReady) {
    onGap(row.tree);
    const message = proof?.message ?? 'the proof is not there yet; ask again in some seconds';
    throw new Refused(503, 'ProofNotReady', message, { headers: { 'retry-after': '5' } });
  }
  const receipt = documentOf(deployment, row, proof);
  // what does not verify here would verify nowhere
  verifyReceiptDocument(deployment, receipt, proof.root);
  const { signature, slot, block_time: blockTime } = row;
  const { response_hash: hash, responder, responded_at: respondedAt } = row;
  const response = hash === null ? null : { hash, responder, respondedAt };
  return { receipt, signature, slot, blockTime, seq: proof.seq, response };
}

function documentOf(deployment: Deployment, row: ReceiptRow, proof: Proof): ReceiptDocument {
  const text = (bytes: Uint8Array) => new PublicKey(bytes).toBase58();
  return {
    format: 'agent-labs/receipt/v1',
    genesisHash: text(deployment.genesisHash),
    reputation: deployment.reputation.toBase58(),
    facts: row.facts,
    metadata: row.metadata,
    asset: row.asset,
    tree: row.tree,
    leafIndex: String(row.nonce),
    owner: row.owner,
    delegate: row.delegate,
    dataHash: base58Of(row.data_hash),
    creatorHash: base58Of(row.creator_hash),
    leaf: base58Of(row.leaf),
    proof: proof.proof.map(text),
    root: text(proof.root),
    slot: String(proof.slot),
  };
}
