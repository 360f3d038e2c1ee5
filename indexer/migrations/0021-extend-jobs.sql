-- Whether its release, but by silence, needs the mandate's approvers.
ALTER TABLE jobs ADD COLUMN release_approval boolean NOT NULL DEFAULT false;

-- States that rows are kept as have more in them now: everything is folded again.
UPDATE transactions SET state = 'waiting' WHERE state = 'folded';
