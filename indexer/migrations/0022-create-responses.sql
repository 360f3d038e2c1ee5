-- Answers of agents to ratings, each an account of its own. The hash of the text alone is on the chain.
CREATE TABLE responses (
  address text PRIMARY KEY,
  agent text NOT NULL,
  -- of the rating
  number numeric(20, 0) NOT NULL,
  -- the agent's at the answer
  ownership_epoch bigint NOT NULL,
  -- SHA-256, hex
  facts_hash text NOT NULL,
  text_hash text NOT NULL,
  responder text NOT NULL,
  responded_at bigint NOT NULL,
  signature text NOT NULL,
  closed boolean NOT NULL
);
CREATE INDEX responses_agent ON responses (agent, number);
