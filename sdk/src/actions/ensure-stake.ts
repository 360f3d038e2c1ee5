import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import { stakeAsked, standingStake } from '../accounts/stake.js';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { stake, trancheRelease, vaultOpen } from '../instructions/stake.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { AgentUnavailable } from './open-channel.js';
import { readAgent, readConfig, readPosition, readStakeVault } from './read.js';

export interface StakeWish {
  /** Owns the agent, signs and pays. */
  owner: TransactionSigner;
  agent: PublicKey;
  /** Base units that the owner wants at stake at least; what the config asks for unless given. */
  least?: bigint;
  /** Who owned the agent when its first-loss tranche was staked, where a former owner's is still in it. */
  formerOwner?: PublicKey;
}

/** What an owner has at stake, after what had to be done for it. */
export interface EnsuredStake {
  /** what was done, in order; empty where all was as it should be */
  done: ('opened' | 'released' | 'staked')[];
  /** base units staked now */
  added: bigint;
  /** base units of the owner that count */
  firstLoss: bigint;
  /** null where nothing had to be done */
  outcome: TransactionOutcome | null;
}

/**
 * Has an agent's owner stake what is asked for, in one transaction: opens the vault where there is none, releases
 * a former owner's tranche, and stakes what is missing. A second run finds it so.
 * @throws AgentUnavailable; AccountMismatch; ProgramError; what sending throws
 */
export async function ensureStake(
  chain: Chain,
  deployment: Deployment,
  wish: StakeWish,
): Promise<EnsuredStake> {
  const { owner, agent } = wish;
  const [config, registered, vault] = await Promise.all([
    readConfig(chain, deployment),
    readAgent(chain, deployment, agent),
    readStakeVault(chain, deployment, agent),
  ]);
  if (config === null) throw new AgentUnavailable('the protocol has no config on this cluster');
  if (registered === null) throw new AgentUnavailable(`${agent.toBase58()} is not registered`);

  const epoch = registered.ownershipEpoch;
  const asked = stakeAsked(config);
  const { firstLoss, backers } = standingStake(vault, epoch);
  const missing = asked.total - backers;
  const least = wish.least ?? (missing > asked.firstLoss ? missing : asked.firstLoss);
  const added = least > firstLoss ? least - firstLoss : 0n;
  const stakeMint = vault?.mint ?? config.stakeMint;

  const instructions: TransactionInstruction[] = [];
  const done: EnsuredStake['done'] = [];
  if (vault === null && added > 0n) {
    const opening = { rentPayer: owner.publicKey, agent, stakeMint };
    instructions.push((await vaultOpen(deployment, opening)).instruction);
    done.push('opened');
  }
  if (vault !== null && vault.ownershipEpoch < epoch) {
    const holder = vault.firstLoss.shares === 0n ? null : (wish.formerOwner ?? registered.creator);
    if (holder !== null && (await readPosition(chain, deployment, agent, holder, 'FirstLoss')) === null) {
      throw new AgentUnavailable(
        `a former owner's stake is in the tranche, and ${holder.toBase58()} has none: name that owner`,
      );
    }
    instructions.push(await trancheRelease(deployment, agent, holder));
    done.push('released');
  }
  if (added > 0n) {
    const staking = {
      agent,
      staker: owner.publicKey,
      tranche: 'FirstLoss',
      stakeMint,
      amount: added,
    } as const;
    instructions.push((await stake(deployment, staking)).instruction);
    done.push('staked');
  }
  const outcome = instructions.length === 0 ? null : await chain.send(instructions, { payer: owner });
  return { done, added, firstLoss: firstLoss + added, outcome };
}
