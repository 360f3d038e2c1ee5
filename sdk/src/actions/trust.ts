import { type PublicKey, SYSVAR_CLOCK_PUBKEY } from '@solana/web3.js';
import { decodeAgent } from '../accounts/registry.js';
import { decodeScore, meanMilliStars } from '../accounts/reputation.js';
import { decodeStakeVault, standingStake } from '../accounts/stake.js';
import type { AccountState, Chain } from '../chain.js';
import type { Deployment } from '../deployment.js';
import type { AgentStatusName } from '../instructions/registry.js';
import { agentAddress } from '../pda/registry.js';
import { scoreAddress } from '../pda/reputation.js';
import { stakeVaultAddress } from '../pda/stake.js';
import { AccountMismatch } from '../rpc/errors.js';
import { accountOf } from './read.js';

/** What the chain knows of an agent at one slot: the same as programs read through the crate `agent-labs-trust`. */
export interface TrustProof {
  agent: PublicKey;
  owner: PublicKey;
  ownershipEpoch: number;
  /** the latest */
  version: number;
  status: AgentStatusName;
  /** whether it is open for business and its lease runs */
  isLive: boolean;
  /** weighted mean under the present owner, thousandths of a star; null while no rating weighs anything */
  milliStars: number | null;
  /** ratings under the present owner, and the payers among them whose ratings weigh something */
  ratings: bigint;
  payers: number;
  /** rated volume under the present owner, base units × the mint's weight */
  volume: bigint;
  /** in the agent's whole life: whichever of score and stake vault knows more */
  disputesLost: number;
  /** base units of the stake mint */
  slashed: bigint;
  /** stake that counts, base units of `mint`; null without a vault */
  stake: { mint: PublicKey; firstLoss: bigint; backers: bigint } | null;
  /** the chain's clock, Unix seconds */
  readAt: bigint;
}

const CLOCK_BYTES = 40;
const CLOCK_TIME_AT = 32;

/**
 * Reads what speaks for an agent, all as of one slot. Ratings of a former owner's time count as none.
 * @throws AccountMismatch, also where there is no agent
 */
export async function trustProof(
  chain: Pick<Chain, 'getAccounts'>,
  deployment: Deployment,
  agent: PublicKey,
): Promise<TrustProof> {
  const [scoreAt, vaultAt] = [scoreAddress(deployment, agent), stakeVaultAddress(deployment, agent)];
  const found = await chain.getAccounts([agent, scoreAt, vaultAt, SYSVAR_CLOCK_PUBKEY]);
  const [agentState = null, scoreState = null, vaultState = null, clock = null] = found;
  const registered = accountOf(
    agentState,
    agent,
    deployment.registry,
    'agent',
    decodeAgent,
    ({ creator, handle }) => agentAddress(deployment, creator, handle),
  );
  if (registered === null) throw new AccountMismatch(`there is no agent at ${agent.toBase58()}`);
  const score = accountOf(scoreState, scoreAt, deployment.reputation, 'score', decodeScore, (each) =>
    scoreAddress(deployment, each.agent),
  );
  const vault = accountOf(vaultState, vaultAt, deployment.stake, 'stake vault', decodeStakeVault, (each) =>
    stakeVaultAddress(deployment, each.agent),
  );
  const { owner, ownershipEpoch, latestVersion, leaseExpiresAt, status } = registered;
  const counts = score !== null && score.ownershipEpoch === ownershipEpoch;
  const readAt = timeOf(clock);
  return {
    agent,
    owner,
    ownershipEpoch,
    version: latestVersion,
    status,
    isLive: status === 'Active' && readAt < leaseExpiresAt,
    milliStars: counts ? meanMilliStars(score.current) : null,
    ratings: counts ? score.current.ratings : 0n,
    payers: counts ? score.payers : 0,
    volume: counts ? score.current.volume : 0n,
    disputesLost: Math.max(score?.disputesLost ?? 0, vault?.disputesLost ?? 0),
    slashed: most(score?.slashed ?? 0n, vault?.slashed ?? 0n),
    stake: vault === null ? null : { mint: vault.mint, ...standingStake(vault, ownershipEpoch) },
    readAt,
  };
}

/** What somebody asks of an agent; what is left out is not asked for. */
export interface TrustWish {
  /** thousandths of a star */
  minMilliStars?: number;
  minPayers?: number;
  minVolume?: bigint;
  /** base units of `mint`, both tranches together */
  minStake?: { mint: PublicKey; amount: bigint };
  maxDisputesLost?: number;
  /** true unless told: stale or suspended agents are refused */
  live?: boolean;
}

export type TrustShortfall =
  | 'NotLive'
  | 'ScoreTooLow'
  | 'TooFewPayers'
  | 'VolumeTooLow'
  | 'StakeTooLow'
  | 'DisputesTooMany';

/** What an agent is short of; empty where it has all that is asked. */
export function trustShortfalls(proof: TrustProof, wish: TrustWish): TrustShortfall[] {
  const { minMilliStars = 0, minPayers = 0, minVolume = 0n, minStake, maxDisputesLost, live = true } = wish;
  const { stake } = proof;
  const staked =
    stake !== null && minStake !== undefined && stake.mint.equals(minStake.mint)
      ? stake.firstLoss + stake.backers
      : 0n;
  const short: [TrustShortfall, boolean][] = [
    ['NotLive', live && !proof.isLive],
    ['ScoreTooLow', minMilliStars > 0 && (proof.milliStars ?? 0) < minMilliStars],
    ['TooFewPayers', proof.payers < minPayers],
    ['VolumeTooLow', proof.volume < minVolume],
    ['StakeTooLow', minStake !== undefined && staked < minStake.amount],
    ['DisputesTooMany', maxDisputesLost !== undefined && proof.disputesLost > maxDisputesLost],
  ];
  return short.filter(([, is]) => is).map(([name]) => name);
}

function timeOf(clock: AccountState | null): bigint {
  if (clock?.data.length !== CLOCK_BYTES) throw new AccountMismatch('the node tells no clock');
  const { buffer, byteOffset } = clock.data;
  return new DataView(buffer, byteOffset).getBigInt64(CLOCK_TIME_AT, true);
}

const most = (a: bigint, b: bigint) => (a > b ? a : b);
