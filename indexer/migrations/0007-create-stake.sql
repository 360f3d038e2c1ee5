-- Amounts in base units of the stake mint; a pool is its tokens, its shares, and the epoch of those.
CREATE TABLE stake_vaults (
  address text PRIMARY KEY,
  agent text NOT NULL,
  mint text NOT NULL,
  ownership_epoch bigint NOT NULL,
  first_loss numeric(20, 0) NOT NULL,
  first_loss_shares numeric(20, 0) NOT NULL,
  first_loss_cooling numeric(20, 0) NOT NULL,
  first_loss_cooling_shares numeric(20, 0) NOT NULL,
  backers numeric(20, 0) NOT NULL,
  backers_shares numeric(20, 0) NOT NULL,
  backers_cooling numeric(20, 0) NOT NULL,
  backers_cooling_shares numeric(20, 0) NOT NULL,
  staked numeric(20, 0) NOT NULL,
  returned numeric(20, 0) NOT NULL,
  closed boolean NOT NULL
);
CREATE INDEX stake_vaults_agent ON stake_vaults (agent);

CREATE TABLE stake_positions (
  address text PRIMARY KEY,
  vault text NOT NULL,
  agent text NOT NULL,
  staker text NOT NULL,
  -- FirstLoss or Backers
  tranche text NOT NULL,
  active_shares numeric(20, 0) NOT NULL,
  active_epoch bigint NOT NULL,
  cooling_shares numeric(20, 0) NOT NULL,
  cooling_epoch bigint NOT NULL,
  -- Unix seconds; 0 while nothing cools
  cooling_until bigint NOT NULL,
  closed boolean NOT NULL
);
CREATE INDEX stake_positions_agent ON stake_positions (agent);
CREATE INDEX stake_positions_staker ON stake_positions (staker);
