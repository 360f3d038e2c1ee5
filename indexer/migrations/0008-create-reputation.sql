CREATE TABLE ratings (
  agent text NOT NULL,
  -- of the agent's ratings, from 0
  number bigint NOT NULL,
  payer text NOT NULL,
  channel text NOT NULL,
  generation bigint NOT NULL,
  ownership_epoch bigint NOT NULL,
  agent_version bigint NOT NULL,
  stars integer NOT NULL,
  -- base units of the mint
  paid numeric(20, 0) NOT NULL,
  refunded numeric(20, 0) NOT NULL,
  mint text NOT NULL,
  weight numeric(20, 0) NOT NULL,
  -- SHA-256 of the facts, hex: what the receipt's address ends in
  facts_hash text NOT NULL,
  -- null while the receipt waits for a tree
  tree text,
  leaf_nonce numeric(20, 0),
  rated_at bigint NOT NULL,
  signature text NOT NULL,
  PRIMARY KEY (agent, number)
);
CREATE INDEX ratings_payer ON ratings (payer);

-- As the program holds it: sums of weights, and of stars times weight.
CREATE TABLE scores (
  agent text PRIMARY KEY,
  ownership_epoch bigint NOT NULL,
  agent_version bigint NOT NULL,
  payers bigint NOT NULL,
  previous_payers bigint NOT NULL,
  ratings numeric(20, 0) NOT NULL,
  current_ratings numeric(20, 0) NOT NULL,
  current_weight numeric(20, 0) NOT NULL,
  current_stars numeric(20, 0) NOT NULL,
  current_volume numeric(20, 0) NOT NULL,
  version_ratings numeric(20, 0) NOT NULL,
  version_weight numeric(20, 0) NOT NULL,
  version_stars numeric(20, 0) NOT NULL,
  previous_ratings numeric(20, 0) NOT NULL,
  previous_weight numeric(20, 0) NOT NULL,
  previous_stars numeric(20, 0) NOT NULL
);
