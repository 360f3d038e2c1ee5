import { base58Of } from './hashes.js';
import { describe } from './metadata-json.js';
import type { Proof } from './proofs.js';
import type { ReceiptRow } from './receipts.js';

/** A receipt as DAS gives an asset. */
export function assetJson(row: ReceiptRow): object {
  const { metadata, owner, delegate } = row;
  const described = describe(row);
  return {
    interface: 'V1_NFT',
    id: row.asset,
    content: {
      $schema: 'https://schema.metaplex.com/nft1.0.json',
      json_uri: row.uri,
      files: [{ uri: described.image, mime: 'image/svg+xml' }],
      metadata: {
        name: metadata.name,
        symbol: metadata.symbol,
        description: described.description,
        token_standard: metadata.tokenStandard,
        attributes: described.attributes,
      },
      links: { image: described.image },
    },
    authorities: [{ address: row.authority, scopes: ['full'] }],
    compression: {
      eligible: false,
      compressed: true,
      data_hash: base58Of(row.data_hash),
      creator_hash: base58Of(row.creator_hash),
      asset_hash: base58Of(row.leaf),
      tree: row.tree,
      seq: row.seq,
      leaf_id: row.nonce,
    },
    grouping: [],
    royalty: {
      royalty_model: 'creators',
      target: null,
      percent: metadata.sellerFeeBasisPoints / 10_000,
      basis_points: metadata.sellerFeeBasisPoints,
      primary_sale_happened: metadata.primarySaleHappened,
      locked: false,
    },
    creators: metadata.creators,
    ownership: {
      frozen: false,
      // nobody beside the owner may move it
      delegated: delegate !== owner,
      delegate: delegate === owner ? null : delegate,
      ownership_model: 'single',
      owner,
    },
    supply: { print_max_supply: 0, print_current_supply: 0, edition_nonce: metadata.editionNonce },
    mutable: metadata.isMutable,
    burnt: false,
  };
}

/** A proof as DAS gives it. */
export function proofJson(tree: string, { root, proof, nodeIndex, leaf }: Proof): object {
  const text = (hash: Uint8Array) => base58Of(Buffer.from(hash).toString('hex'));
  return { root: text(root), proof: proof.map(text), node_index: nodeIndex, leaf: text(leaf), tree_id: tree };
}
