-- Money that is released over time: amounts in base units, times in Unix seconds, 0 for what has not come. A generation
-- is the slot that a lock was made in.
CREATE TABLE locks (
  address text NOT NULL,
  generation bigint NOT NULL,
  -- a wallet, an intake or a batch
  creator text NOT NULL,
  id numeric(20, 0) NOT NULL,
  -- the wallet with the creator's rights
  funder text NOT NULL,
  recipient text NOT NULL,
  -- to whom the recipient offers it
  pending_recipient text,
  -- is owed former_due
  former_recipient text,
  former_due numeric(20, 0) NOT NULL,
  rent_payer text NOT NULL,
  mint text NOT NULL,
  token_program text NOT NULL,
  tokens text NOT NULL,
  -- kind and terms: amounts as text, times as numbers
  schedule jsonb NOT NULL,
  -- of milestones
  approver text,
  -- Nobody, Creator, Recipient, Either
  cancel text NOT NULL,
  change text NOT NULL,
  top_up boolean NOT NULL,
  -- milestones that are approved, a bit each; all of them: released
  approved integer NOT NULL,
  all_approved boolean NOT NULL,
  deposited numeric(20, 0) NOT NULL,
  claimed numeric(20, 0) NOT NULL,
  returned numeric(20, 0) NOT NULL,
  opened_at bigint NOT NULL,
  -- before this moment nothing is released; milestones: 0
  cliff_at bigint NOT NULL,
  -- all is released by time, or the deadline of milestones
  ends_at bigint NOT NULL,
  stopped_at bigint NOT NULL,
  closed boolean NOT NULL,
  PRIMARY KEY (address, generation)
);
CREATE INDEX locks_creator ON locks (creator);
CREATE INDEX locks_funder ON locks (funder);
CREATE INDEX locks_recipient ON locks (recipient);
CREATE INDEX locks_pending ON locks (pending_recipient) WHERE pending_recipient IS NOT NULL;
CREATE INDEX locks_former ON locks (former_recipient) WHERE former_recipient IS NOT NULL;
CREATE INDEX locks_approver ON locks (approver) WHERE approver IS NOT NULL;

-- Addresses that lock what is paid to them, under terms that never change. Closed ones may be opened again.
CREATE TABLE intakes (
  address text PRIMARY KEY,
  recipient text NOT NULL,
  rent_payer text NOT NULL,
  id numeric(20, 0) NOT NULL,
  mint text NOT NULL,
  min_amount numeric(20, 0) NOT NULL,
  -- seconds
  cliff bigint NOT NULL,
  duration bigint NOT NULL,
  period bigint NOT NULL,
  closed boolean NOT NULL
);
CREATE INDEX intakes_recipient ON intakes (recipient);
