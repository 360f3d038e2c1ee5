-- What wallets consented to; times in Unix seconds, hashes in hex. Closed ones stay, so that it is known what was.
CREATE TABLE consent_grants (
  address text PRIMARY KEY,
  subject text NOT NULL,
  controller text NOT NULL,
  -- keyed hash of the purpose
  purpose text NOT NULL,
  rent_payer text NOT NULL,
  -- how often it was given or taken back
  revision bigint NOT NULL,
  terms_version bigint NOT NULL,
  terms_hash text NOT NULL,
  given_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  -- 0 where it was not since it was given last
  revoked_at bigint NOT NULL,
  closed boolean NOT NULL
);
CREATE INDEX consent_grants_subject ON consent_grants (subject);
CREATE INDEX consent_grants_controller ON consent_grants (controller);

-- Calls that a mandate's approvers are asked for. An address is used again where the same is asked for anew.
CREATE TABLE approvals (
  address text NOT NULL,
  -- from 1: which of those at this address
  life integer NOT NULL,
  mandate text NOT NULL,
  mandate_generation bigint NOT NULL,
  payer text NOT NULL,
  requester text NOT NULL,
  rent_payer text NOT NULL,
  -- the call: its program, its data in hex, and the keys of its accounts in order
  program text NOT NULL,
  data text NOT NULL,
  keys text[] NOT NULL,
  nonce numeric(20, 0) NOT NULL,
  call_hash text NOT NULL,
  digest text NOT NULL,
  threshold integer NOT NULL,
  approvers text[] NOT NULL,
  -- of them, those whose signature stands, in the order of the approvers
  signers text[] NOT NULL,
  requested_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  requested_in text NOT NULL,
  -- Open, Consumed, Closed
  outcome text NOT NULL,
  -- 0 while it is open
  ended_at bigint NOT NULL,
  -- who closed it; null where it was used
  ended_by text,
  ended_in text,
  PRIMARY KEY (address, life)
);
CREATE INDEX approvals_mandate ON approvals (mandate);
CREATE INDEX approvals_approvers ON approvals USING gin (approvers);
CREATE INDEX approvals_open ON approvals (expires_at) WHERE outcome = 'Open';

-- Off-chain logs that are anchored.
CREATE TABLE audit_logs (
  address text PRIMARY KEY,
  operator text NOT NULL,
  id numeric(20, 0) NOT NULL,
  rent_payer text NOT NULL,
  -- anchors so far
  sequence numeric(20, 0) NOT NULL,
  entries numeric(20, 0) NOT NULL,
  -- zeros before the first anchor, as the chain has them
  root text NOT NULL,
  previous_root text NOT NULL,
  chain text NOT NULL,
  opened_at bigint NOT NULL,
  -- 0 before the first anchor
  anchored_at bigint NOT NULL
);
CREATE INDEX audit_logs_operator ON audit_logs (operator);

CREATE TABLE audit_anchors (
  -- log and sequence
  anchor text PRIMARY KEY,
  log text NOT NULL,
  sequence numeric(20, 0) NOT NULL,
  previous_root text NOT NULL,
  root text NOT NULL,
  entries_before numeric(20, 0) NOT NULL,
  entries numeric(20, 0) NOT NULL,
  chain_before text NOT NULL,
  chain text NOT NULL,
  anchored_at bigint NOT NULL,
  signature text NOT NULL
);
CREATE INDEX audit_anchors_log ON audit_anchors (log, sequence);
