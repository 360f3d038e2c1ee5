-- Jobs are rated, too.
ALTER TABLE ratings RENAME COLUMN channel TO subject;
ALTER TABLE ratings
  ADD COLUMN subject_kind text NOT NULL DEFAULT 'Channel',
  -- SHA-256 of what the agent's side answered, hex; null before
  ADD COLUMN response_hash text,
  ADD COLUMN responder text,
  ADD COLUMN responded_at bigint;
CREATE INDEX ratings_response_hash ON ratings (response_hash) WHERE response_hash IS NOT NULL;

-- Texts of answers, uploaded by whoever has them: taken for a hash that is on the chain, and no other.
CREATE TABLE response_texts (
  -- SHA-256 of the text, hex
  hash text PRIMARY KEY,
  text text NOT NULL
);
