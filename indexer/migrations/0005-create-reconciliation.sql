-- Where rows and accounts differ, as the latest comparison found it.
CREATE TABLE drift (
  kind text NOT NULL,
  address text NOT NULL,
  -- missing: no row; surplus: no account; shortfall and dust: of a vault's tokens; else the column
  field text NOT NULL,
  ours text,
  chain text,
  found_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (kind, address, field)
);

-- What the indexer knows about itself.
CREATE TABLE standing (
  name text PRIMARY KEY,
  value jsonb NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);
