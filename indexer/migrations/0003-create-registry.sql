CREATE TABLE agents (
  address text PRIMARY KEY,
  creator text NOT NULL,
  owner text NOT NULL,
  pending_owner text,
  ownership_epoch integer NOT NULL,
  handle text NOT NULL,
  agent_key text NOT NULL,
  payout_owner text NOT NULL,
  -- Draft, Active, Suspended, Retiring, Retired; Closed once a tombstone took its place
  status text NOT NULL,
  -- seconds
  holdback bigint NOT NULL,
  tags text[] NOT NULL,
  -- Unix seconds
  lease_expires_at bigint NOT NULL,
  retires_at bigint NOT NULL,
  registered_at bigint NOT NULL,
  latest_version bigint NOT NULL,
  -- base units
  price numeric(20, 0) NOT NULL,
  price_mint text NOT NULL
);
CREATE INDEX agents_owner ON agents (owner);

CREATE TABLE versions (
  address text PRIMARY KEY,
  agent text NOT NULL,
  number bigint NOT NULL,
  publisher text NOT NULL,
  semver text NOT NULL,
  -- SHA-256, hex
  manifest_hash text NOT NULL,
  uri text NOT NULL,
  price numeric(20, 0) NOT NULL,
  price_mint text NOT NULL,
  published_at bigint NOT NULL,
  yanked boolean NOT NULL,
  closed boolean NOT NULL
);
CREATE INDEX versions_agent ON versions (agent, number);
