-- Grants to many recipients under one root: amounts in base units, times in Unix seconds, 0 for what has not come. A
-- generation is the slot that a batch was made in.
CREATE TABLE batches (
  address text NOT NULL,
  generation bigint NOT NULL,
  creator text NOT NULL,
  id numeric(20, 0) NOT NULL,
  mint text NOT NULL,
  token_program text NOT NULL,
  vault text NOT NULL,
  -- hex
  root text NOT NULL,
  count bigint NOT NULL,
  claimed bigint NOT NULL,
  -- a bit for each leaf that was claimed, hex
  bitmap text NOT NULL,
  total numeric(20, 0) NOT NULL,
  deposited numeric(20, 0) NOT NULL,
  open numeric(20, 0) NOT NULL,
  locked numeric(20, 0) NOT NULL,
  free numeric(20, 0) NOT NULL,
  returned numeric(20, 0) NOT NULL,
  -- Nobody, Creator, Recipient, Either: of its locks
  cancel text NOT NULL,
  change text NOT NULL,
  claim_until bigint NOT NULL,
  created_at bigint NOT NULL,
  cancelled_at bigint NOT NULL,
  closed boolean NOT NULL,
  PRIMARY KEY (address, generation)
);
CREATE INDEX batches_creator ON batches (creator);

-- Leaves that were claimed.
CREATE TABLE batch_claims (
  -- batch, generation and index
  claim text PRIMARY KEY,
  batch text NOT NULL,
  generation bigint NOT NULL,
  index bigint NOT NULL,
  recipient text NOT NULL,
  -- of the leaf, and what went into its lock
  amount numeric(20, 0) NOT NULL,
  schedule jsonb NOT NULL,
  locked numeric(20, 0) NOT NULL,
  -- null where nothing was left for it
  lock text,
  rent_payer text NOT NULL,
  claimed_at bigint,
  signature text NOT NULL
);
CREATE INDEX batch_claims_batch ON batch_claims (batch, generation, index);
CREATE INDEX batch_claims_recipient ON batch_claims (recipient);
