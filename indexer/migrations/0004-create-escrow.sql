-- Amounts in base units, times in Unix seconds. A generation is the slot that a mandate or channel opened in.
CREATE TABLE mandates (
  address text NOT NULL,
  generation bigint NOT NULL,
  payer text NOT NULL,
  id numeric(20, 0) NOT NULL,
  mint text NOT NULL,
  session_key text NOT NULL,
  key_epoch bigint NOT NULL,
  per_call_max numeric(20, 0) NOT NULL,
  daily_cap numeric(20, 0) NOT NULL,
  total_cap numeric(20, 0) NOT NULL,
  total_charged numeric(20, 0) NOT NULL,
  expires_at bigint NOT NULL,
  killed_at bigint NOT NULL,
  allow_list text[] NOT NULL,
  channels integer NOT NULL,
  free numeric(20, 0) NOT NULL,
  allotted numeric(20, 0) NOT NULL,
  fees_accrued numeric(20, 0) NOT NULL,
  closed boolean NOT NULL,
  PRIMARY KEY (address, generation)
);
CREATE INDEX mandates_payer ON mandates (payer);

CREATE TABLE channels (
  address text NOT NULL,
  generation bigint NOT NULL,
  mandate text NOT NULL,
  agent text NOT NULL,
  n integer NOT NULL,
  -- Open, Closing, Draining; Finished once it is gone
  status text NOT NULL,
  -- 16 bytes, hex
  tag text NOT NULL,
  session_key text NOT NULL,
  agent_key text NOT NULL,
  payout_owner text NOT NULL,
  rent_payer text NOT NULL,
  agent_version bigint NOT NULL,
  ownership_epoch bigint NOT NULL,
  price numeric(20, 0) NOT NULL,
  per_call_max numeric(20, 0) NOT NULL,
  fee_bps integer NOT NULL,
  holdback bigint NOT NULL,
  expires_at bigint NOT NULL,
  closing_ends_at bigint NOT NULL,
  calls bigint NOT NULL,
  allotted numeric(20, 0) NOT NULL,
  settled numeric(20, 0) NOT NULL,
  paid_gross numeric(20, 0) NOT NULL,
  fees numeric(20, 0) NOT NULL,
  returned numeric(20, 0) NOT NULL,
  refunded numeric(20, 0) NOT NULL,
  PRIMARY KEY (address, generation)
);
CREATE INDEX channels_mandate ON channels (mandate);
CREATE INDEX channels_agent ON channels (agent);
CREATE INDEX channels_payout_owner ON channels (payout_owner);
