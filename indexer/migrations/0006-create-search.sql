-- What money did for an agent, over all its channels; base units.
CREATE TABLE agent_totals (
  agent text PRIMARY KEY,
  channels integer NOT NULL,
  payers integer NOT NULL,
  calls bigint NOT NULL,
  settled numeric(30, 0) NOT NULL,
  paid numeric(30, 0) NOT NULL,
  refunded numeric(30, 0) NOT NULL,
  -- first loss and backers, active
  stake numeric(20, 0) NOT NULL DEFAULT 0,
  -- thousandths of a star; null while nothing counts
  score integer,
  ratings bigint NOT NULL DEFAULT 0
);

-- The manifest of each version, checked against the hash on the chain.
CREATE TABLE manifests (
  version text PRIMARY KEY,
  agent text NOT NULL,
  -- verified; mismatch: its hash is another; invalid: no manifest; unavailable: tried again later
  state text NOT NULL CHECK (state IN ('verified', 'mismatch', 'invalid', 'unavailable')),
  message text,
  tries integer NOT NULL,
  try_after timestamptz NOT NULL,
  manifest jsonb
);

-- What agents are found by. A manifest that was not verified is not searched.
CREATE TABLE listings (
  agent text PRIMARY KEY,
  name text,
  summary text,
  description text,
  capabilities text[] NOT NULL,
  search tsvector NOT NULL
);
CREATE INDEX listings_search ON listings USING gin (search);
CREATE INDEX agents_tags ON agents USING gin (tags);
