ALTER TABLE mandates ADD COLUMN jobs integer NOT NULL DEFAULT 0;

-- Amounts in base units, times in Unix seconds, 0 for what has not come. A generation is the slot that a job opened in.
CREATE TABLE jobs (
  address text NOT NULL,
  generation bigint NOT NULL,
  mandate text NOT NULL,
  payer text NOT NULL,
  agent text NOT NULL,
  id numeric(20, 0) NOT NULL,
  -- Funded, Accepted, Delivered, Disputed, Released, Refunded, Split, Resolved
  status text NOT NULL,
  -- whether its account is gone
  finished boolean NOT NULL,
  session_key text NOT NULL,
  key_epoch bigint NOT NULL,
  agent_key text NOT NULL,
  payout_owner text NOT NULL,
  rent_payer text NOT NULL,
  agent_version bigint NOT NULL,
  ownership_epoch bigint NOT NULL,
  fee_bps integer NOT NULL,
  -- 32 bytes each, hex; null before delivery
  terms_hash text NOT NULL,
  result_hash text,
  amount numeric(20, 0) NOT NULL,
  earned numeric(20, 0) NOT NULL,
  returned numeric(20, 0) NOT NULL,
  paid_gross numeric(20, 0) NOT NULL,
  fees numeric(20, 0) NOT NULL,
  claimed numeric(20, 0) NOT NULL,
  -- of what was returned, by the dispute
  awarded numeric(20, 0) NOT NULL,
  -- why money went back, the last time: Rejected, Cancelled, Expired, GivenBack; null where none did so
  refund text,
  accept_by bigint NOT NULL,
  deliver_by bigint NOT NULL,
  -- seconds
  review_window bigint NOT NULL,
  rating_window bigint NOT NULL,
  opened_at bigint NOT NULL,
  accepted_at bigint NOT NULL,
  delivered_at bigint NOT NULL,
  review_ends_at bigint NOT NULL,
  ended_at bigint NOT NULL,
  last_payout_at bigint NOT NULL,
  PRIMARY KEY (address, generation)
);
CREATE INDEX jobs_mandate ON jobs (mandate);
CREATE INDEX jobs_payer ON jobs (payer);
CREATE INDEX jobs_agent ON jobs (agent);
CREATE INDEX jobs_payout_owner ON jobs (payout_owner);

-- States that rows are kept as have more in them now: everything is folded again.
UPDATE transactions SET state = 'waiting' WHERE state = 'folded';
