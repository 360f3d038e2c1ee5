ALTER TABLE channels
  ADD COLUMN held numeric(20, 0) NOT NULL DEFAULT 0,
  -- Unix seconds; 0 while nothing is held, and while a dispute has the hold
  ADD COLUMN held_until bigint NOT NULL DEFAULT 0,
  ADD COLUMN hold_disputed boolean NOT NULL DEFAULT false,
  ADD COLUMN claimed numeric(20, 0) NOT NULL DEFAULT 0,
  -- of what was refunded, by claims
  ADD COLUMN awarded numeric(20, 0) NOT NULL DEFAULT 0,
  ADD COLUMN open_disputes integer NOT NULL DEFAULT 0;

-- Shares of an earlier epoch of their pool are worth nothing: a slash wiped it.
ALTER TABLE stake_vaults
  ADD COLUMN first_loss_epoch bigint NOT NULL DEFAULT 0,
  ADD COLUMN first_loss_cooling_epoch bigint NOT NULL DEFAULT 0,
  ADD COLUMN backers_epoch bigint NOT NULL DEFAULT 0,
  ADD COLUMN backers_cooling_epoch bigint NOT NULL DEFAULT 0,
  ADD COLUMN slashed numeric(20, 0) NOT NULL DEFAULT 0,
  ADD COLUMN slashed_in_period numeric(20, 0) NOT NULL DEFAULT 0,
  ADD COLUMN period_started_at bigint NOT NULL DEFAULT 0,
  -- of open disputes: at the vault's token account, and no stake
  ADD COLUMN bonds numeric(20, 0) NOT NULL DEFAULT 0,
  ADD COLUMN open_disputes integer NOT NULL DEFAULT 0,
  ADD COLUMN next_dispute numeric(20, 0) NOT NULL DEFAULT 0,
  ADD COLUMN disputes_lost integer NOT NULL DEFAULT 0,
  -- ends of the list of open disputes that can slash, and when its first was opened, 0 without one
  ADD COLUMN first_dispute text,
  ADD COLUMN last_dispute text,
  ADD COLUMN oldest_dispute_at bigint NOT NULL DEFAULT 0;

ALTER TABLE scores
  ADD COLUMN disputes_lost bigint NOT NULL DEFAULT 0,
  ADD COLUMN slashed numeric(20, 0) NOT NULL DEFAULT 0;

-- Disputes: amounts in base units, of the claim's mint or, of bonds, fees, caps and slashes, of the stake mint.
CREATE TABLE disputes (
  address text NOT NULL,
  vault text NOT NULL,
  agent text NOT NULL,
  nonce numeric(20, 0) NOT NULL,
  kind text NOT NULL,
  -- what it is about, and which generation of that
  subject text NOT NULL,
  generation bigint NOT NULL,
  mandate text NOT NULL,
  claimant text NOT NULL,
  mint text NOT NULL,
  session_key text NOT NULL,
  agent_key text NOT NULL,
  payout_owner text NOT NULL,
  tag text NOT NULL,
  per_call_max numeric(20, 0) NOT NULL,
  claim numeric(20, 0) NOT NULL,
  held numeric(20, 0) NOT NULL,
  -- when it opened
  refunded numeric(20, 0) NOT NULL,
  evidence_hash text NOT NULL,
  -- Open, Answered, Ruled, Appealed, Final; Ended once it is gone
  status text NOT NULL,
  cited_calls bigint NOT NULL,
  last_cited_call bigint NOT NULL,
  answerer text,
  answer_hash text,
  -- what the owner states, where another answered first
  owner_hash text,
  appellant text,
  claimant_bond numeric(20, 0) NOT NULL,
  answer_bond numeric(20, 0) NOT NULL,
  appeal_bond numeric(20, 0) NOT NULL,
  arbiter_fee numeric(20, 0) NOT NULL,
  fees_paid numeric(20, 0) NOT NULL,
  slash_cap_dispute numeric(20, 0) NOT NULL,
  slash_cap_period numeric(20, 0) NOT NULL,
  slash_period bigint NOT NULL,
  penalty_bps integer NOT NULL,
  -- Unix seconds; 0 for what has not come
  opened_at bigint NOT NULL,
  response_ends_at bigint NOT NULL,
  ruling_ends_at bigint NOT NULL,
  ruled_at bigint NOT NULL,
  appeal_ends_at bigint NOT NULL,
  appealed_at bigint NOT NULL,
  appeal_ruling_ends_at bigint NOT NULL,
  -- seconds
  appeal_window bigint NOT NULL,
  appeal_ruling_window bigint NOT NULL,
  deadline bigint NOT NULL,
  -- whether it can slash, and so stake waits for it
  listed boolean NOT NULL,
  -- two each: {members, threshold}; what it awards, basis points; {arbiter, awardBps} in the panel's order
  panels jsonb NOT NULL,
  awards integer[] NOT NULL,
  votes jsonb NOT NULL,
  -- how it ended, and who got what of it; null while it is open
  outcome jsonb,
  opened_in text NOT NULL,
  ended_in text,
  -- its number is used again where the vault was closed and opened anew
  PRIMARY KEY (address, opened_at)
);
CREATE INDEX disputes_agent ON disputes (agent);
CREATE INDEX disputes_claimant ON disputes (claimant);
CREATE INDEX disputes_subject ON disputes (subject);
CREATE INDEX disputes_open ON disputes (opened_at) WHERE status <> 'Ended';

-- Neighbours in the vault's list, in order of opening; null at its ends.
CREATE TABLE dispute_links (
  address text PRIMARY KEY,
  previous text,
  next text
);

-- What disputes took of vaults, by pool; base units of the stake mint.
CREATE TABLE slashes (
  dispute text NOT NULL,
  opened_at bigint NOT NULL,
  vault text NOT NULL,
  agent text NOT NULL,
  claimant text NOT NULL,
  to_claimant numeric(20, 0) NOT NULL,
  -- penalty, and the rest of pools that were wiped
  to_treasury numeric(20, 0) NOT NULL,
  first_loss numeric(20, 0) NOT NULL,
  first_loss_cooling numeric(20, 0) NOT NULL,
  backers numeric(20, 0) NOT NULL,
  backers_cooling numeric(20, 0) NOT NULL,
  -- what the pools had before
  of_first_loss numeric(20, 0) NOT NULL,
  of_first_loss_cooling numeric(20, 0) NOT NULL,
  of_backers numeric(20, 0) NOT NULL,
  of_backers_cooling numeric(20, 0) NOT NULL,
  slashed_at bigint,
  signature text NOT NULL,
  PRIMARY KEY (dispute, opened_at)
);
CREATE INDEX slashes_agent ON slashes (agent);

-- States that rows are kept as have more in them now: everything is folded again.
UPDATE transactions SET state = 'waiting' WHERE state = 'folded';
