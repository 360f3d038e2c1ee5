-- Limits of a mandate on whom it pays, and who has a say in it. Without one: 0, null or an empty list.
ALTER TABLE mandates
  ADD COLUMN min_stake numeric(20, 0) NOT NULL DEFAULT 0,
  ADD COLUMN min_score integer NOT NULL DEFAULT 0,
  -- of the tree of agents that may be paid, hex
  ADD COLUMN allow_root text,
  ADD COLUMN attestor text,
  ADD COLUMN approvers text[] NOT NULL DEFAULT '{}',
  ADD COLUMN approval_threshold integer NOT NULL DEFAULT 0,
  -- base units from which on approval is needed
  ADD COLUMN approval_above numeric(20, 0) NOT NULL DEFAULT 0,
  ADD COLUMN release_approval_above numeric(20, 0) NOT NULL DEFAULT 0;

-- What attestors vouch for about wallets, until it is revoked.
CREATE TABLE attestations (
  address text PRIMARY KEY,
  attestor text NOT NULL,
  subject text NOT NULL,
  issued_at bigint NOT NULL,
  -- worth nothing from then on
  expires_at bigint NOT NULL,
  -- hash of a salt and the evidence, hex
  evidence text NOT NULL
);
CREATE INDEX attestations_subject ON attestations (subject);
CREATE INDEX attestations_attestor ON attestations (attestor);
