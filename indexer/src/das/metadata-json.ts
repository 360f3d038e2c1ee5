import type { AnsweredReceipt, ReceiptRow } from './receipts.js';

export interface Attribute {
  trait_type: string;
  value: string | number;
}

const LABELS: { [fact in keyof ReceiptRow['facts']]?: string } = {
  stars: 'Stars',
  paid: 'Paid, base units',
  refunded: 'Refunded, base units',
  mint: 'Mint',
  agentVersion: 'Agent version',
  ownershipEpoch: 'Ownership epoch',
  number: 'Rating of the agent',
};

/** What wallets show of a receipt. Made of its facts alone: nobody's text is in it. */
export function describe({ facts, stars, uri }: Pick<ReceiptRow, 'facts' | 'stars' | 'uri'>) {
  const attributes = Object.entries(LABELS).map(
    ([fact, label]): Attribute => ({ trait_type: label, value: facts[fact as keyof typeof facts] }),
  );
  return {
    description: `A customer who had paid rated this agent ${stars} of 5. The receipt is the agent's and cannot be sold.`,
    image: `${uri}.svg`,
    attributes,
  };
}

/** The JSON that the address in a receipt's metadata leads to. */
export function metadataJson(row: AnsweredReceipt) {
  const { description, image, attributes } = describe(row);
  const { name, symbol, sellerFeeBasisPoints } = row.metadata;
  return {
    name,
    symbol,
    description,
    seller_fee_basis_points: sellerFeeBasisPoints,
    image,
    attributes,
    properties: { category: 'image', files: [{ uri: image, type: 'image/svg+xml' }] },
    facts: row.facts,
    facts_hash: row.facts_hash,
    ...(row.response_hash !== null && { response_hash: row.response_hash }),
    asset: row.asset,
    tree: row.tree,
  };
}

const STAR = 'M0-18 5.3-5.6 18.8-5.6 8 3.2 11.8 16 0 8.5-11.8 16-8 3.2-18.8-5.6-5.3-5.6Z';

/** A picture of a receipt: its stars. */
export function receiptSvg({ stars, name, agent }: Pick<ReceiptRow, 'stars' | 'name' | 'agent'>): string {
  const star = (nth: number) =>
    `<path d="${STAR}" transform="translate(${104 + 48 * nth} 180)" fill="${nth < stars ? '#e0a100' : '#d5d8dd'}"/>`;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" role="img">',
    `<title>${stars} of 5 stars</title>`,
    '<rect width="400" height="400" fill="#fff"/>',
    ...[0, 1, 2, 3, 4].map(star),
    `<text x="200" y="250" font-family="sans-serif" font-size="20" text-anchor="middle" fill="#1d2430">${escaped(name)}</text>`,
    `<text x="200" y="280" font-family="monospace" font-size="12" text-anchor="middle" fill="#5b6472">${escaped(agent)}</text>`,
    '</svg>',
  ].join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
