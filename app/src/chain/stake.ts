import {
  decodePosition,
  decodeStakeVault,
  type PositionAccount,
  poolsOf,
  positionWorth,
  readAgent,
  readConfig,
  readPosition,
  readStakeVault,
  type StakeVaultAccount,
  stake,
  stakeAsked,
  stakeIdl,
  stakeWithdraw,
  standingStake,
  type TrancheName,
  trancheRelease,
  unstake,
  vaultOpen,
} from '@agent-labs/sdk';
import {
  createAssociatedTokenAccountIdempotentInstruction,
  getAssociatedTokenAddressSync,
} from '@solana/spl-token';
import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import type { PositionView, StakeView } from '../data/views.js';
import { sendAs } from './actions.js';
import { signer } from './app-chain.js';
import { addressOf, connectChain, deployment } from './connection.js';
import { accountsOf } from './program-accounts.js';

const TRANCHES: TrancheName[] = ['FirstLoss', 'Backers'];

/** The protocol has no config on this cluster. */
export class NoConfig extends Error {
  override readonly name = 'NoConfig';
}

/** There is no such agent, or no vault of it. Nothing was signed. */
export class NothingToStakeOn extends Error {
  override readonly name = 'NothingToStakeOn';
}

/** What stands behind an agent, and what the protocol asks for, read from the chain. */
export async function stakeOf(agent: string): Promise<StakeView> {
  const chain = await connectChain();
  const at = addressOf(agent);
  const [config, vault, registered] = await Promise.all([
    readConfig(chain, deployment()),
    readStakeVault(chain, deployment(), at),
    readAgent(chain, deployment(), at),
  ]);
  if (config === null) throw new NoConfig('the protocol is not set up on this cluster');
  const asked = stakeAsked(config);
  const counts = standingStake(vault, registered?.ownershipEpoch ?? 0);
  return {
    mint: (vault?.mint ?? config.stakeMint).toBase58(),
    hasVault: vault !== null,
    firstLoss: counts.firstLoss,
    backers: counts.backers,
    cooling: (vault?.firstLossCooling.tokens ?? 0n) + (vault?.backersCooling.tokens ?? 0n),
    slashed: vault?.slashed ?? 0n,
    openDisputes: vault?.openDisputes ?? 0,
    askedInAll: asked.total,
    askedOfOwner: asked.firstLoss,
    unbonding: Number(config.windows.unbonding),
  };
}

/** A wallet's positions behind all agents, or behind one. */
export async function positionsOf(wallet: string, agent: string | null): Promise<PositionView[]> {
  const chain = await connectChain();
  const staker = addressOf(wallet);
  if (agent !== null) {
    const vault = await readStakeVault(chain, deployment(), addressOf(agent));
    if (vault === null) return [];
    const found = await Promise.all(
      TRANCHES.map((tranche) => readPosition(chain, deployment(), addressOf(agent), staker, tranche)),
    );
    return found.flatMap((position) => (position === null ? [] : [positionView(vault, position)]));
  }
  const found = await accountsOf(deployment().stake, stakeIdl, 'Position', { staker });
  const views = await Promise.all(
    found.map(async ({ data }) => {
      const position = decodePosition(data);
      const account = await chain.getAccount(position.vault);
      if (account === null || !account.owner.equals(deployment().stake)) return [];
      return position.staker.equals(staker) ? [positionView(decodeStakeVault(account.data), position)] : [];
    }),
  );
  return views.flat();
}

function positionView(vault: StakeVaultAccount, position: PositionAccount): PositionView {
  const { active, cooling } = positionWorth(vault, position);
  return {
    agent: vault.agent.toBase58(),
    mint: vault.mint.toBase58(),
    tranche: position.tranche,
    active,
    cooling,
    coolingUntil: Number(position.coolingUntil),
    // a dispute that was opened before the cooling ended is waited for
    waits: vault.oldestDisputeAt > 0n && vault.oldestDisputeAt < position.coolingUntil,
  };
}

/** Stakes behind an agent: its owner loses first, everybody else after that. Opens the vault where there is none. */
export async function stakeOn(agent: string, amount: bigint): Promise<void> {
  const { chain, wallet } = await signer();
  const at = addressOf(agent);
  const [registered, vault, config] = await Promise.all([
    readAgent(chain, deployment(), at),
    readStakeVault(chain, deployment(), at),
    readConfig(chain, deployment()),
  ]);
  if (registered === null || config === null) throw new NothingToStakeOn('There is no agent to stake on.');
  const staker = wallet.publicKey;
  const isOwner = registered.owner.equals(staker);
  const stakeMint = vault?.mint ?? config.stakeMint;
  const instructions: TransactionInstruction[] = [];
  if (vault === null) {
    instructions.push(
      (await vaultOpen(deployment(), { rentPayer: staker, agent: at, stakeMint })).instruction,
    );
  } else if (isOwner && vault.ownershipEpoch < registered.ownershipEpoch) {
    const former = vault.firstLoss.shares === 0n ? null : registered.creator;
    instructions.push(await trancheRelease(deployment(), at, former));
  }
  const tranche: TrancheName = isOwner ? 'FirstLoss' : 'Backers';
  const staking = await stake(deployment(), { agent: at, staker, tranche, stakeMint, amount });
  await sendAs(`Stake on ${registered.handle}`, [...instructions, staking.instruction]);
}

/** Begins to take stake out; all of it where the amount is all. */
export async function beginUnstake(position: PositionView, amount: bigint): Promise<void> {
  const { vault, account, staker } = await find(position);
  const { active } = poolsOf(vault, position.tranche);
  const all = amount >= position.active || active.tokens === 0n;
  const shares = all ? account.activeShares : (amount * active.shares) / active.tokens;
  const ref = { agent: addressOf(position.agent), staker, tranche: position.tranche };
  await sendAs('Begin to take stake out', [await unstake(deployment(), ref, shares)]);
}

/** Pays out what has cooled. */
export async function withdrawStake(position: PositionView): Promise<void> {
  const { vault, staker } = await find(position);
  const ref = { agent: addressOf(position.agent), staker, tranche: position.tranche };
  const account = getAssociatedTokenAddressSync(vault.mint, staker, true);
  await sendAs('Withdraw stake', [
    createAssociatedTokenAccountIdempotentInstruction(staker, account, staker, vault.mint),
    await stakeWithdraw(deployment(), ref, vault.mint),
  ]);
}

async function find(
  position: PositionView,
): Promise<{ vault: StakeVaultAccount; account: PositionAccount; staker: PublicKey }> {
  const { chain, wallet } = await signer();
  const at = addressOf(position.agent);
  const [vault, account] = await Promise.all([
    readStakeVault(chain, deployment(), at),
    readPosition(chain, deployment(), at, wallet.publicKey, position.tranche),
  ]);
  if (vault === null || account === null)
    throw new NothingToStakeOn('There is nothing of yours in this vault.');
  return { vault, account, staker: wallet.publicKey };
}
