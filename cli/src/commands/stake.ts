import {
  addStake,
  beginUnstake,
  ensureStake,
  listPositions,
  readAgent,
  readConfig,
  readStakeVault,
  stakeAsked,
  stakeVaultAddress,
  standingStake,
  type TrancheName,
  withdrawStake,
} from '@agent-labs/sdk';
import type { Command } from 'commander';
import type { Act } from '../act.js';
import { address, choice } from '../arguments.js';
import type { Context, Sending } from '../context.js';
import { CliError } from '../errors.js';
import { parseAmount } from '../tokens.js';
import type { Shown } from '../values.js';
import { positionView } from '../views/trust.js';
import { found, shownTransactions } from './common.js';

const TRANCHES = ['FirstLoss', 'Backers'] as const satisfies readonly TrancheName[];
const TRANCHE = 'FirstLoss or Backers; the first for its owner, the second for everybody else';

export function stakeCommands(program: Command, act: Act): void {
  const stake = program.command('stake').description('money behind an agent, lost where it is ruled against');
  stake
    .command('show')
    .description('what stands behind an agent, and whose it is')
    .argument('<agent>', 'address')
    .action(act(show));
  stake
    .command('add')
    .description('stakes; of the owner without an amount, what the protocol asks for and is missing')
    .argument('<agent>', 'address')
    .argument('[amount]', 'such as 100tSTAKE')
    .action(act(add));
  stake
    .command('unstake')
    .description('begins to take stake out; it cools for the unbonding time')
    .argument('<agent>', 'address')
    .argument('<amount>', 'such as 100tSTAKE, or all')
    .option('--tranche <tranche>', TRANCHE)
    .action(act(unstake));
  stake
    .command('withdraw')
    .description('pays out what has cooled')
    .argument('<agent>', 'address')
    .option('--tranche <tranche>', TRANCHE)
    .action(act(withdraw));
}

async function show(context: Context, text: string): Promise<Shown> {
  const { chain, deployment, tokens } = await context.connected();
  const agent = address(text, 'the agent');
  const [registered, vault, config, positions] = await Promise.all([
    readAgent(chain, deployment, agent),
    readStakeVault(chain, deployment, agent),
    readConfig(chain, deployment),
    listPositions(chain.connection, deployment, { vault: stakeVaultAddress(deployment, agent) }),
  ]);
  const account = found(registered, 'agent', agent);
  if (config === null) throw new CliError('ConfigMissing', 'the protocol is not set up on this cluster', 1);
  const token = await tokens.of(vault?.mint ?? config.stakeMint);
  const asked = stakeAsked(config);
  const standing = standingStake(vault, account.ownershipEpoch);
  const amount = (value: bigint) => tokens.amount(value, vault?.mint ?? config.stakeMint);
  return {
    agent,
    firstLoss: await amount(standing.firstLoss),
    backers: await amount(standing.backers),
    askedOfOwner: await amount(asked.firstLoss),
    askedInAll: await amount(asked.total),
    cooling: await amount((vault?.firstLossCooling.tokens ?? 0n) + (vault?.backersCooling.tokens ?? 0n)),
    slashed: await amount(vault?.slashed ?? 0n),
    openDisputes: vault?.openDisputes ?? 0,
    positions:
      vault === null ? [] : positions.map((position) => positionView(vault, position.account, token)),
  };
}

async function add(context: Context, text: string, typed: string | undefined): Promise<Shown> {
  const agent = address(text, 'the agent');
  const sending = await context.sending();
  const { sender, deployment, tokens, wallet } = sending;
  const token = await tokens.of(await stakeMintOf(sending, agent));
  if (typed === undefined) {
    const { done, added } = await ensureStake(sender, deployment, { owner: wallet, agent });
    return {
      agent,
      done,
      added: await tokens.amount(added, await stakeMintOf(sending, agent)),
      ...shownTransactions(sending),
    };
  }
  const amount = parseAmount(typed, token);
  const { tranche } = await addStake(sender, deployment, { agent, amount, staker: wallet });
  const added = await tokens.amount(amount, await stakeMintOf(sending, agent));
  return { agent, tranche, added, ...shownTransactions(sending) };
}

async function unstake(
  context: Context,
  text: string,
  typed: string,
  options: { tranche?: string },
): Promise<Shown> {
  const own = await ownStake(context, text, options);
  const { sending, ...of } = own;
  const token = await sending.tokens.of(await stakeMintOf(sending, own.agent));
  const amount = typed === 'all' ? undefined : parseAmount(typed, token);
  await beginUnstake(sending.sender, sending.deployment, of, amount);
  return { agent: own.agent, tranche: own.tranche, ...shownTransactions(sending) };
}

async function withdraw(context: Context, text: string, options: { tranche?: string }): Promise<Shown> {
  const { sending, ...own } = await ownStake(context, text, options);
  await withdrawStake(sending.sender, sending.deployment, own);
  return { agent: own.agent, tranche: own.tranche, ...shownTransactions(sending) };
}

async function ownStake(context: Context, text: string, options: { tranche?: string }) {
  const agent = address(text, 'the agent');
  const named = options.tranche === undefined ? null : choice(options.tranche, '--tranche', TRANCHES);
  const sending = await context.sending();
  const account = found(await readAgent(sending.chain, sending.deployment, agent), 'agent', agent);
  const isOwner = account.owner.equals(sending.wallet.publicKey);
  const tranche: TrancheName = named ?? (isOwner ? 'FirstLoss' : 'Backers');
  return { sending, agent, tranche, staker: sending.wallet };
}

/** The vault's mint, or that which a new one gets. */
async function stakeMintOf({ chain, deployment }: Sending, agent: ReturnType<typeof address>) {
  const [vault, config] = await Promise.all([
    readStakeVault(chain, deployment, agent),
    readConfig(chain, deployment),
  ]);
  const mint = vault?.mint ?? config?.stakeMint;
  if (mint === undefined)
    throw new CliError('ConfigMissing', 'the protocol is not set up on this cluster', 1);
  return mint;
}
