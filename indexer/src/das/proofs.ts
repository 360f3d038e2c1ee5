import { emptyNode, nodeNumber, rootOf, siblingNumbers } from '@agent-labs/sdk';
import type { Queries } from '../store/database.js';

/** A leaf of a registered tree. */
export interface LeafPlace {
  asset: string;
  tree: string;
  depth: number;
  nonce: number;
  /** hex */
  leaf: string;
}

/** A proof that leads to the tree's newest root that is known here. Hashes are bytes. */
export interface Proof {
  leaf: Uint8Array;
  /** siblings from the leaf to below the root */
  proof: Uint8Array[];
  root: Uint8Array;
  /** number of the change that made the root */
  seq: number;
  /** slot of that change */
  slot: number;
  nodeIndex: number;
}

/** Some changes of the tree have not arrived, so that its nodes do not fit together. They are being fetched. */
export class ProofNotReady extends Error {
  override readonly name = 'ProofNotReady';
  constructor(readonly tree: string) {
    super(`changes of the tree ${tree} are missing here and are being fetched; ask again in some seconds`);
  }
}

interface NodeRow {
  [column: string]: unknown;
  tree: string;
  node: number;
  seq: number;
  hash: string;
  slot: number;
}

/**
 * Proofs of leaves, by asset. All nodes are read at one moment.
 * @returns for each leaf its proof, or why there is none at the moment
 */
export async function proofsOf(
  queries: Queries,
  leaves: LeafPlace[],
): Promise<Map<string, Proof | ProofNotReady>> {
  const wanted = new Map<string, { tree: string; node: number }>();
  for (const { tree, depth, nonce } of leaves) {
    for (const node of [1, nodeNumber(nonce, depth, 0), ...siblingNumbers(nonce, depth)]) {
      wanted.set(`${tree}.${node}`, { tree, node });
    }
  }
  const nodes = [...wanted.values()];
  const rows = await queries.query<NodeRow>(
    `SELECT wanted.tree, wanted.node, newest.seq, newest.hash, newest.slot
     FROM unnest($1::text[], $2::bigint[]) AS wanted (tree, node)
     CROSS JOIN LATERAL (
       SELECT n.seq, n.hash, c.slot FROM tree_nodes n JOIN tree_changes c USING (change)
       WHERE n.tree = wanted.tree AND n.node = wanted.node ORDER BY n.seq DESC LIMIT 1
     ) AS newest`,
    [nodes.map(({ tree }) => tree), nodes.map(({ node }) => node)],
  );
  const found = new Map(rows.map((row) => [`${row.tree}.${row.node}`, row]));
  return new Map(leaves.map((leaf) => [leaf.asset, proofOf(leaf, found)]));
}

function proofOf(
  { tree, depth, nonce, leaf }: LeafPlace,
  found: Map<string, NodeRow>,
): Proof | ProofNotReady {
  const at = (node: number) => found.get(`${tree}.${node}`);
  const root = at(1);
  const nodeIndex = nodeNumber(nonce, depth, 0);
  const proof = siblingNumbers(nonce, depth).map((node, level) => {
    const row = at(node);
    return row === undefined ? emptyNode(level) : bytes(row.hash);
  });
  const computed = rootOf(bytes(leaf), nonce, proof);
  if (root === undefined || at(nodeIndex)?.hash !== leaf || !Buffer.from(root.hash, 'hex').equals(computed)) {
    return new ProofNotReady(tree);
  }
  return { leaf: bytes(leaf), proof, root: computed, seq: root.seq, slot: root.slot, nodeIndex };
}

function bytes(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
