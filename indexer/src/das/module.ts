import { nodeNumber, treeConfigAddress } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { FactData } from '../decode/facts.js';
import type { Fact, Projection, ProjectModule, Subject } from '../fold/module.js';
import { Values } from '../project/values.js';
import type { Row } from '../store/database.js';
import { RECEIPTS, receiptFactsOf } from './facts.js';

/** What the last fact of a subject says: of two that contradict each other, only one can stay on the chain. */
interface Last {
  rows: Record<string, Row[]>;
}

const trees: Projection<Last> = {
  subject: 'receiptTree',
  tables: [{ table: 'receipt_trees', key: 'merkle_tree' }],
  start: () => ({ rows: {} }),
  apply: (state, { data }) => {
    const tree = new Values(data);
    const row = {
      merkle_tree: tree.text('tree'),
      authority: treeConfigAddress(new PublicKey(tree.text('tree'))).toBase58(),
      depth: tree.number('depth'),
      capacity: tree.number('capacity'),
      uri_base: tree.text('uriBase'),
      registered_at: tree.number('registeredAt'),
    };
    state.rows = { receipt_trees: [row] };
  },
  rows: (_, { rows }) => rows,
};

/** One change of a tree and the nodes that it left: whatever comes when, the highest seq of a node counts. */
const changes: Projection<Last> = {
  subject: 'treeChange',
  tables: [
    { table: 'tree_changes', key: 'change' },
    { table: 'tree_nodes', key: 'change' },
  ],
  start: () => ({ rows: {} }),
  apply: (state, { data, signature, slot }) => {
    const told = new Values(data);
    const [tree, seq, index] = [told.text('tree'), told.number('seq'), told.number('index')];
    const path = told.texts('path');
    const of = { change: changeKey(data), tree, seq };
    state.rows = {
      tree_changes: [
        { ...of, leaf_index: index, signature, slot, kind: mintOf(data) === null ? 'Change' : 'MintV1' },
      ],
      tree_nodes: path.map((hash, level) => ({
        ...of,
        node: nodeNumber(index, path.length - 1, level),
        hash,
      })),
    };
  },
  rows: (_, { rows }) => rows,
};

const receipts: Projection<Last> = {
  subject: 'receipt',
  tables: [{ table: 'receipts', key: 'asset' }],
  start: () => ({ rows: {} }),
  apply: (state, fact) => {
    const mint = mintOf(fact.data);
    if (mint !== null) state.rows = { receipts: [receiptRow(fact, mint)] };
  },
  rows: (_, { rows }) => rows,
};

function receiptRow({ data, signature, slot, blockTime, place }: Fact, mint: FactData): Row {
  const [change, leaf] = [new Values(data), new Values(mint)];
  const facts = new Values(mint.facts as FactData);
  const metadata = new Values(mint.metadata as FactData);
  return {
    asset: leaf.text('asset'),
    tree: change.text('tree'),
    nonce: leaf.number('nonce'),
    agent: facts.text('agent'),
    payer: facts.text('payer'),
    owner: leaf.text('owner'),
    delegate: leaf.text('delegate'),
    stars: facts.number('stars'),
    name: metadata.text('name'),
    uri: metadata.text('uri'),
    facts_hash: leaf.text('factsHash'),
    facts: mint.facts,
    metadata: mint.metadata,
    data_hash: leaf.text('dataHash'),
    creator_hash: leaf.text('creatorHash'),
    leaf: leaf.text('leaf'),
    seq: change.number('seq'),
    signature,
    slot,
    block_time: blockTime,
    place,
  };
}

function mintOf({ mint }: FactData): FactData | null {
  return mint as FactData | null;
}

function changeKey({ tree, seq }: FactData): string {
  return `${tree as string}.${seq as string}`;
}

function subjectsOf(kind: string, data: FactData): Subject[] {
  const tree = data.tree as string;
  if (kind === 'receiptTree') return [['receiptTree', tree]];
  const asset = mintOf(data)?.asset;
  return [['treeChange', changeKey(data)], ...(asset === undefined ? [] : [['receipt', asset] as Subject])];
}

/** Trees that reputation registered, their changes, and the receipts in them. */
export const receiptsModule: ProjectModule = {
  program: RECEIPTS,
  facts: (transaction, deployment) => receiptFactsOf(deployment, transaction),
  subjectsOf,
  projections: [trees, changes, receipts],
};
