-- Trees that reputation has registered: leaves of other trees are no receipts.
CREATE TABLE receipt_trees (
  merkle_tree text PRIMARY KEY,
  -- Bubblegum's signer over it
  authority text NOT NULL,
  depth integer NOT NULL,
  capacity bigint NOT NULL,
  -- what stands before the facts' hash in the address of a receipt's metadata
  uri_base text NOT NULL,
  registered_at bigint NOT NULL
);

-- Each change of a tree, as account compression told it.
CREATE TABLE tree_changes (
  -- tree and seq
  change text COLLATE "C" PRIMARY KEY,
  tree text NOT NULL,
  -- number of the change in its tree
  seq bigint NOT NULL,
  leaf_index bigint NOT NULL,
  signature text NOT NULL,
  slot bigint NOT NULL,
  -- MintV1, or Change for what mints no receipt
  kind text NOT NULL
);
CREATE INDEX tree_changes_seq ON tree_changes (tree, seq);
CREATE INDEX tree_changes_leaf ON tree_changes (tree, leaf_index, seq);

-- Nodes as each change left them; the highest seq of a node is its present one. Older ones are kept, so that a
-- change that vanishes gives back what was there before.
CREATE TABLE tree_nodes (
  change text COLLATE "C" NOT NULL,
  tree text NOT NULL,
  -- the root is 1, the children of n are 2n and 2n + 1
  node bigint NOT NULL,
  seq bigint NOT NULL,
  -- hex
  hash text NOT NULL,
  PRIMARY KEY (tree, node, seq)
);
CREATE INDEX tree_nodes_change ON tree_nodes (change);

-- Receipts, each leaf with the facts that its metadata carries the hash of. Hashes are hex.
CREATE TABLE receipts (
  asset text COLLATE "C" PRIMARY KEY,
  tree text NOT NULL,
  nonce bigint NOT NULL,
  agent text NOT NULL,
  payer text NOT NULL,
  owner text NOT NULL,
  delegate text NOT NULL,
  stars integer NOT NULL,
  name text NOT NULL,
  uri text NOT NULL,
  facts_hash text NOT NULL,
  facts jsonb NOT NULL,
  metadata jsonb NOT NULL,
  data_hash text NOT NULL,
  creator_hash text NOT NULL,
  leaf text NOT NULL,
  seq bigint NOT NULL,
  signature text NOT NULL,
  slot bigint NOT NULL,
  block_time bigint,
  -- where the chain put the mint among all that happened
  place text COLLATE "C" NOT NULL
);
CREATE INDEX receipts_owner ON receipts (owner, place);
CREATE INDEX receipts_payer ON receipts (payer, place);
CREATE INDEX receipts_facts ON receipts (facts_hash);
CREATE INDEX receipts_place ON receipts (place);
CREATE INDEX receipts_tree ON receipts (tree, nonce);
