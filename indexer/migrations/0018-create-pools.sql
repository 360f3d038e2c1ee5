-- Income pools: amounts in base units, times in Unix seconds, 0 for what has not come. A generation is the slot that
-- a pool was made in.
CREATE TABLE pools (
  address text NOT NULL,
  generation bigint NOT NULL,
  creator text NOT NULL,
  id numeric(20, 0) NOT NULL,
  mint text NOT NULL,
  token_program text NOT NULL,
  vault text NOT NULL,
  attestor text NOT NULL,
  -- Accrue, Expire
  mode text NOT NULL,
  max_members bigint NOT NULL,
  -- that the next epoch counts, and that exist
  members bigint NOT NULL,
  records bigint NOT NULL,
  -- of one member and epoch
  amount numeric(20, 0) NOT NULL,
  -- seconds
  epoch_length bigint NOT NULL,
  first_epoch_at bigint NOT NULL,
  -- seconds that a suspended member keeps what it has coming
  grace bigint NOT NULL,
  -- opened so far
  epochs numeric(20, 0) NOT NULL,
  epoch_ends_at bigint NOT NULL,
  funded numeric(20, 0) NOT NULL,
  paid numeric(20, 0) NOT NULL,
  free numeric(20, 0) NOT NULL,
  owed numeric(20, 0) NOT NULL,
  withdrawn numeric(20, 0) NOT NULL,
  stopped_at bigint NOT NULL,
  closed boolean NOT NULL,
  PRIMARY KEY (address, generation)
);
CREATE INDEX pools_creator ON pools (creator);
CREATE INDEX pools_attestor ON pools (attestor);

CREATE TABLE pool_members (
  address text NOT NULL,
  -- from 1: which of those at this address, for a wallet may leave and join again
  life integer NOT NULL,
  pool text NOT NULL,
  -- of the pool
  generation bigint NOT NULL,
  wallet text NOT NULL,
  attestation text NOT NULL,
  rent_payer text NOT NULL,
  -- first epoch that was not settled with it, and the first that does not count it, null while it is a member
  next_epoch numeric(20, 0) NOT NULL,
  until_epoch numeric(20, 0),
  paid numeric(20, 0) NOT NULL,
  joined_at bigint NOT NULL,
  suspended_at bigint NOT NULL,
  -- Left, Evicted; null while its account is there
  ended text,
  ended_at bigint NOT NULL,
  forfeited numeric(20, 0) NOT NULL,
  PRIMARY KEY (address, life)
);
CREATE INDEX pool_members_pool ON pool_members (pool, generation);
CREATE INDEX pool_members_wallet ON pool_members (wallet);

CREATE TABLE pool_epochs (
  -- pool, generation and number
  epoch text PRIMARY KEY,
  pool text NOT NULL,
  generation bigint NOT NULL,
  number numeric(20, 0) NOT NULL,
  members bigint NOT NULL,
  amount numeric(20, 0) NOT NULL,
  opened_at bigint NOT NULL,
  ends_at bigint NOT NULL,
  signature text NOT NULL
);
CREATE INDEX pool_epochs_pool ON pool_epochs (pool, generation, number);
