import { type Deployment, ratingAuthorityAddress } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { z } from 'zod';
import type { Queries } from '../store/database.js';
import { assetJson, proofJson } from './asset-json.js';
import { assetNotFound, invalidParams, proofNotReady } from './errors.js';
import { MOST_ASSETS, PARAMS, type Pagination } from './params.js';
import { ProofNotReady, proofsOf } from './proofs.js';
import { changesOf, type ReceiptRow, receiptCount, receiptPage, receiptsById } from './receipts.js';
import { type Condition, pageOf, searchCondition } from './search.js';

export interface DasOptions {
  deployment: Deployment;
  /** Told that changes of a tree are missing. */
  onGap(tree: string): void;
}

/** What methods work with. */
export interface DasContext extends DasOptions {
  database: Queries;
  /** @throws Refused while the tables are not to be trusted */
  requireTrust(): Promise<void>;
}

/** A method: its parameters' form, and what it answers. */
export interface Method {
  // biome-ignore lint/suspicious/noExplicitAny: each has parameters of its own
  params: z.ZodType<any>;
  // biome-ignore lint/suspicious/noExplicitAny: as `params` gives them
  answer(params: any): Promise<unknown>;
}

function method<S extends z.ZodType>(params: S, answer: (params: z.infer<S>) => Promise<unknown>): Method {
  return { params, answer };
}

/** The methods by name, in both dialects. */
export function dasMethods({ database, deployment, onGap }: DasContext): Map<string, Method> {
  const ratingAuthority = ratingAuthorityAddress(deployment).toBase58();
  const genesisHash = new PublicKey(deployment.genesisHash).toBase58();

  const one = async (id: string): Promise<ReceiptRow> => {
    const row = (await receiptsById(database, [id])).get(id);
    if (row === undefined) throw assetNotFound(id);
    return row;
  };

  const proofs = async (ids: string[]) => {
    const rows = await receiptsById(database, ids);
    const found = await proofsOf(database, [...rows.values()]);
    return (id: string): object | null => {
      const [row, proof] = [rows.get(id), found.get(id)];
      if (row === undefined || proof === undefined) return null;
      if (!(proof instanceof ProofNotReady)) return proofJson(row.tree, proof);
      onGap(proof.tree);
      throw proofNotReady(proof.message);
    };
  };

  const list = async (condition: Condition, asked: Pagination) => {
    const page = pageOf(condition, asked);
    const edges = [page.after, page.before].filter((edge) => edge !== null);
    const known = await receiptsById(database, edges);
    for (const edge of edges) if (!known.has(edge)) throw invalidParams(`cursor: ${edge} is no receipt`);
    const rows = await receiptPage(database, page);
    const grand = asked.options?.showGrandTotal ?? asked.displayOptions?.showGrandTotal;
    const last = rows.length === page.limit ? rows.at(-1)?.asset : undefined;
    return {
      total: rows.length,
      limit: page.limit,
      ...(grand === true && { grand_total: await receiptCount(database, condition) }),
      ...(page.number !== null && { page: page.number }),
      ...(last !== undefined && { cursor: last }),
      items: rows.map(assetJson),
    };
  };

  const signatures = async (asked: z.infer<typeof PARAMS.signatures>) => {
    const { id, page = 1, limit = MOST_ASSETS, sortDirection = 'desc' } = asked;
    const all = await changesOf(database, await one(id));
    const sorted = sortDirection === 'asc' ? all.toReversed() : all;
    const items = sorted.slice((page - 1) * limit, page * limit);
    return { total: items.length, limit, page, items };
  };

  const asset = method(PARAMS.asset, async ({ id }) => assetJson(await one(id)));
  const assets = method(PARAMS.assets, async ({ ids }) => {
    const rows = await receiptsById(database, ids);
    // in the order asked for; null where there is none
    return ids.map((id) => {
      const row = rows.get(id);
      return row === undefined ? null : assetJson(row);
    });
  });
  const proof = method(PARAMS.proof, async ({ id }) => {
    const found = (await proofs([id]))(id);
    if (found === null) throw assetNotFound(id);
    return found;
  });
  const proofBatch = method(PARAMS.proofs, async ({ ids }) => {
    const of = await proofs(ids);
    return Object.fromEntries(ids.map((id) => [id, of(id)]));
  });
  return new Map<string, Method>([
    ['getAsset', asset],
    ['getAssetBatch', assets],
    ['getAssets', assets],
    ['getAssetProof', proof],
    ['getAssetProofBatch', proofBatch],
    ['getAssetProofs', proofBatch],
    [
      'getAssetsByOwner',
      method(PARAMS.owner, ({ ownerAddress, ...page }) =>
        list({ where: 'r.owner = $1', parameters: [ownerAddress] }, page),
      ),
    ],
    [
      'searchAssets',
      method(PARAMS.search, (search) => list(searchCondition(search, ratingAuthority), search)),
    ],
    [
      'getSignaturesForAsset',
      method(PARAMS.signatures, async (asked) => {
        const { items, ...rest } = await signatures(asked);
        return { ...rest, items: items.map(({ signature, kind }) => [signature, kind]) };
      }),
    ],
    [
      'getAssetSignatures',
      method(PARAMS.signatures, async (asked) => {
        const { items, ...rest } = await signatures(asked);
        return {
          ...rest,
          items: items.map(({ signature, kind, slot }) => ({ signature, instruction: kind, slot })),
        };
      }),
    ],
    ['getGenesisHash', method(PARAMS.none, async () => genesisHash)],
  ]);
}
