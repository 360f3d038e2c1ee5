-- Lists of batches' recipients, kept once their root was made again from them: nobody has to be believed.
CREATE TABLE batch_files (
  batch text NOT NULL,
  -- hex
  root text NOT NULL,
  count integer NOT NULL,
  -- hashes of the tree, 32 bytes each, level by level from the leaves up
  nodes bytea NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (batch, root)
);
-- hashes do not compress, and a proof reads a few bytes here and there
ALTER TABLE batch_files ALTER COLUMN nodes SET STORAGE EXTERNAL;

CREATE TABLE batch_leaves (
  batch text NOT NULL,
  root text NOT NULL,
  index integer NOT NULL,
  recipient text NOT NULL,
  amount numeric(20, 0) NOT NULL,
  schedule jsonb NOT NULL,
  PRIMARY KEY (batch, root, index)
);
CREATE INDEX batch_leaves_recipient ON batch_leaves (recipient);
