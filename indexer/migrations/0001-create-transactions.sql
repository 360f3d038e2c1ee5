-- What came in, as it came: everything else here can be made again from this table.
CREATE TABLE transactions (
  id bigint GENERATED ALWAYS AS IDENTITY,
  signature text PRIMARY KEY,
  slot bigint NOT NULL,
  -- index within its block; null where the source does not tell it
  position integer,
  -- Unix seconds
  block_time bigint,
  failed boolean NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'folded', 'undecodable', 'vanished')),
  final boolean NOT NULL DEFAULT false,
  raw text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX transactions_waiting ON transactions (slot, id) WHERE state = 'waiting';
CREATE INDEX transactions_vanished ON transactions (signature) WHERE state = 'vanished';
CREATE INDEX transactions_slot ON transactions (slot);
CREATE INDEX transactions_not_final ON transactions (slot) WHERE NOT final;

-- What could not be taken, once each, for somebody to look at.
CREATE TABLE dead_letters (
  digest text PRIMARY KEY,
  signature text,
  reason text NOT NULL,
  message text NOT NULL,
  body text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now()
);

-- Up to where the history of a program is stored without a gap.
CREATE TABLE cursors (
  program text PRIMARY KEY,
  signature text NOT NULL,
  slot bigint NOT NULL
);
