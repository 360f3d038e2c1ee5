import { invalidParams } from './errors.js';
import type { Pagination, Search } from './params.js';
import { MOST_ASSETS } from './params.js';
import type { Page } from './receipts.js';

/** Conditions of a search, in SQL over r, with their parameters. */
export interface Condition {
  where: string;
  parameters: unknown[];
}

/**
 * What a search asks for. What is the same of all receipts is answered for all of them.
 * @param ratingAuthority the creator of every receipt, base58
 */
export function searchCondition(search: Search, ratingAuthority: string): Condition {
  const parameters: unknown[] = [];
  const is = (column: string, value: unknown) => `${column} = $${parameters.push(value)}`;
  const all = (holds: boolean) => (holds ? 'true' : 'false');
  const tests: { [K in keyof Search]?: (value: NonNullable<Search[K]>) => string } = {
    interface: (name) => all(name === 'V1_NFT'),
    ownerAddress: (owner) => is('r.owner', owner),
    ownerType: (type) => all(type === 'single'),
    creatorAddress: (creator) => all(creator === ratingAuthority),
    creatorVerified: (verified) => all(verified),
    authorityAddress: (authority) => is('t.authority', authority),
    grouping: () => all(false),
    delegate: (delegate) => is('r.delegate', delegate),
    delegateAddress: (delegate) => is('r.delegate', delegate),
    frozen: (frozen) => all(!frozen),
    supply: (supply) => all(supply === 0),
    supplyMint: () => all(false),
    compressed: (compressed) => all(compressed),
    compressible: (compressible) => all(!compressible),
    royaltyTargetType: (type) => all(type === 'creators'),
    royaltyTarget: () => all(false),
    royaltyAmount: (amount) => all(amount === 0),
    burnt: (burnt) => all(!burnt),
    jsonUri: (uri) => is('r.uri', uri),
    name: (name) => is('r.name', name),
    tree: (tree) => is('r.tree', tree),
    tokenType: (type) => all(TOKEN_TYPES.has(type.toLowerCase())),
  };
  const asked = Object.entries(tests).flatMap(([field, test]) => {
    const value = search[field as keyof Search];
    return value === undefined ? [] : [`(${(test as (value: unknown) => string)(value)})`];
  });
  const joined = asked.join(search.conditionType === 'any' ? ' OR ' : ' AND ');
  const where = joined === '' ? 'true' : `(${joined})`;
  return { where: search.negate === true ? `NOT ${where}` : where, parameters };
}

const TOKEN_TYPES = new Set(['nonfungible', 'compressednft', 'all']);

/** Which page of what fits is asked for. @throws RpcError for contradictions */
export function pageOf(
  { where, parameters }: Condition,
  asked: Pagination,
): Page & { number: number | null } {
  const { page, limit = MOST_ASSETS, before = null, cursor, sortBy } = asked;
  const after = asked.after ?? cursor ?? null;
  if (asked.after !== undefined && cursor !== undefined)
    throw invalidParams('give after or cursor, not both');
  if (page !== undefined && (after !== null || before !== null)) {
    throw invalidParams('give page, or cursor, before and after, not both');
  }
  const byCursor = after !== null || before !== null;
  const number = byCursor ? null : (page ?? 1);
  return {
    where,
    parameters,
    sort: {
      by: sortBy?.sortBy === 'id' ? 'asset' : 'place',
      descending: (sortBy?.sortDirection ?? 'desc') === 'desc',
    },
    limit,
    offset: number === null ? 0 : (number - 1) * limit,
    after,
    before,
    number,
  };
}
