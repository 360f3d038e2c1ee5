-- The protocol's settings; amounts in base units of the stake mint, windows in seconds, times in Unix seconds.
CREATE TABLE config (
  address text PRIMARY KEY,
  admin text NOT NULL,
  -- null without a handover under way, as the next two are 0
  pending_admin text,
  admin_handover_at bigint NOT NULL,
  admin_handover_expires_at bigint NOT NULL,
  pauser text NOT NULL,
  treasury text NOT NULL,
  stake_mint text NOT NULL,
  genesis_hash text NOT NULL,
  flags integer NOT NULL,
  fee_bps integer NOT NULL,
  first_loss_bps integer NOT NULL,
  penalty_bps integer NOT NULL,
  bond_bps integer NOT NULL,
  min_stake numeric(20, 0) NOT NULL,
  slash_cap_dispute numeric(20, 0) NOT NULL,
  slash_cap_period numeric(20, 0) NOT NULL,
  bond_min numeric(20, 0) NOT NULL,
  arbiter_fee numeric(20, 0) NOT NULL,
  windows jsonb NOT NULL,
  -- the longest that some windows ever were
  longest jsonb NOT NULL,
  -- two of {members, threshold}
  panels jsonb NOT NULL,
  settlement_mints jsonb NOT NULL,
  pause_bits integer NOT NULL,
  execution_paused_at bigint NOT NULL,
  execution_pause_ends_at bigint NOT NULL,
  next_proposal numeric(20, 0) NOT NULL,
  -- lower numbers are executed, cancelled, passed over, or of a former admin
  live_proposals_from numeric(20, 0) NOT NULL
);

-- Changes of the settings, announced and what became of them.
CREATE TABLE config_proposals (
  address text PRIMARY KEY,
  config text NOT NULL,
  number numeric(20, 0) NOT NULL,
  admin text NOT NULL,
  rent_payer text NOT NULL,
  proposed_at bigint NOT NULL,
  executable_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  -- the settings that it names alone
  changes jsonb NOT NULL,
  -- Open while its account is there; Executed; Closed: cancelled, or cleared away
  outcome text NOT NULL,
  -- what the changed settings were, once executed
  former jsonb,
  ended_by text,
  ended_in text
);
CREATE INDEX config_proposals_config ON config_proposals (config, number);

-- Who acts for an agent's owner, while anybody does.
CREATE TABLE agent_delegates (
  agent text PRIMARY KEY,
  -- they are void once the agent's is another
  ownership_epoch bigint NOT NULL,
  rent_payer text NOT NULL,
  -- in the account's order: {key, permissions, expiresAt}
  entries jsonb NOT NULL
);

-- What is there already is folded again, so that these tables have it.
UPDATE transactions SET state = 'waiting' WHERE state = 'folded' AND signature IN (
  SELECT signature FROM facts WHERE program = 'registry' AND (kind LIKE 'config%' OR kind LIKE 'admin%' OR kind LIKE 'delegate%'));
