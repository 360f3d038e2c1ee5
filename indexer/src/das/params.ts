import { z } from 'zod';
import { address } from '../http/schemas.js';

/** Most assets of an answer. */
export const MOST_ASSETS = 1_000;
/** Last page that can be asked for by number; a cursor goes on from there. */
const LAST_PAGE = 10_000;

const options = z.record(z.string().max(64), z.boolean()).optional();
const display = { options, displayOptions: options };
const sortBy = z
  .strictObject({
    sortBy: z.enum(['created', 'updated', 'recent_action', 'id', 'none']),
    sortDirection: z.enum(['asc', 'desc']).optional(),
  })
  .optional();
const limit = z.int().min(1).max(MOST_ASSETS).optional();
const pagination = {
  page: z.int().min(1).max(LAST_PAGE).optional(),
  limit,
  before: address.optional(),
  after: address.optional(),
  cursor: address.optional(),
  sortBy,
  ...display,
};
const ids = z.array(address).min(1).max(MOST_ASSETS);

/** Parameters of the methods, by name; both dialects of DAS. */
export const PARAMS = {
  asset: z.strictObject({ id: address, ...display }),
  assets: z.strictObject({ ids, ...display }),
  proof: z.strictObject({ id: address }),
  proofs: z.strictObject({ ids }),
  owner: z.strictObject({ ownerAddress: address, ...pagination }),
  search: z.strictObject({
    negate: z.boolean().optional(),
    conditionType: z.enum(['all', 'any']).optional(),
    interface: z.string().max(64).optional(),
    ownerAddress: address.optional(),
    ownerType: z.enum(['single', 'token']).optional(),
    creatorAddress: address.optional(),
    creatorVerified: z.boolean().optional(),
    authorityAddress: address.optional(),
    grouping: z.tuple([z.string().max(64), z.string().max(64)]).optional(),
    delegate: address.optional(),
    delegateAddress: address.optional(),
    frozen: z.boolean().optional(),
    supply: z.int().min(0).optional(),
    supplyMint: address.optional(),
    compressed: z.boolean().optional(),
    compressible: z.boolean().optional(),
    royaltyTargetType: z.enum(['creators', 'fanout', 'single']).optional(),
    royaltyTarget: address.optional(),
    royaltyAmount: z.int().min(0).optional(),
    burnt: z.boolean().optional(),
    jsonUri: z.string().max(200).optional(),
    name: z.string().max(64).optional(),
    tree: address.optional(),
    tokenType: z.string().max(32).optional(),
    ...pagination,
  }),
  signatures: z.strictObject({
    id: address,
    page: z.int().min(1).max(LAST_PAGE).optional(),
    limit,
    sortDirection: z.enum(['asc', 'desc']).optional(),
  }),
  none: z.strictObject({}).or(z.array(z.never())).optional(),
};

export type Pagination = Omit<z.infer<typeof PARAMS.owner>, 'ownerAddress'>;
export type Search = z.infer<typeof PARAMS.search>;
