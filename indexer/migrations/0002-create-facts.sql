CREATE SEQUENCE fact_changes;

-- What transactions did: events, and settles, which record none. `place` orders them as the chain did.
CREATE TABLE facts (
  place text COLLATE "C" PRIMARY KEY,
  signature text NOT NULL,
  outer_index integer NOT NULL,
  -- -1: the top-level instruction itself
  inner_index integer NOT NULL,
  -- tells several facts of one instruction apart
  part integer NOT NULL,
  program text NOT NULL,
  kind text NOT NULL,
  slot bigint NOT NULL,
  block_time bigint,
  data jsonb NOT NULL,
  vanished boolean NOT NULL DEFAULT false,
  -- of the latest change, for whoever reads along; a change counts once no older one can still commit
  change bigint NOT NULL DEFAULT nextval('fact_changes'),
  changed_by xid8 NOT NULL DEFAULT pg_current_xact_id(),
  UNIQUE (signature, outer_index, inner_index, part)
);
CREATE INDEX facts_changes ON facts (changed_by, change);

-- Whom or what a fact is about.
CREATE TABLE fact_subjects (
  subject text NOT NULL,
  key text NOT NULL,
  place text COLLATE "C" NOT NULL,
  PRIMARY KEY (subject, key, place)
);
CREATE INDEX fact_subjects_place ON fact_subjects (place);

-- What the facts of a subject, in order, have made of it.
CREATE TABLE subjects (
  subject text NOT NULL,
  key text NOT NULL,
  -- the last fact in it
  folded_to text COLLATE "C" NOT NULL,
  state jsonb NOT NULL,
  PRIMARY KEY (subject, key)
);
