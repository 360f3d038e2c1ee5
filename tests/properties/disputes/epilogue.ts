import {
  agentSetStatus,
  channelClose,
  feesSweep,
  mandateClose,
  positionClose,
  stakeWithdraw,
  unstake,
  vaultClose,
} from '@agent-labs/sdk';
import { TEST_WINDOWS } from '../../fixtures/registry';
import { InvariantViolated } from '../violated';
import { LAMPORTS, MANDATES, MINTS, mandateOf, PLACES, PURSE, stakerOf, trancheOf, WALLETS } from './cast';
import { CHANNEL_PLANNERS } from './commands/channel';
import { execute } from './commands/dispute-ends';
import { advanceBy } from './commands/environment';
import type { Planner, Wish } from './commands/wishes';
import { agentOf, lamportsOf, positionOf, records, tokensOf, vaultOf } from './observe';
import { disputesIn, max, sum, unpaid, worthOf } from './rules';
import { type Plan, type Real, step } from './step';

const PLAIN: Wish = { at: 0, fit: true, part: 'all', dice: 0, stray: false, flawed: false, swap: false };

/**
 * Invariant 14: from wherever the run got to, everybody gets everything out. Disputes are executed, channels and
 * mandates end, strangers bring all stake to its stakers, and what was paid as rent is back.
 */
export async function unwind(real: Real): Promise<void> {
  const must = async (plan: Plan): Promise<void> => {
    const outcome = await step(real, plan);
    if (outcome !== 'ok') throw new InvariantViolated(14, `${plan.kind} is refused at the end: ${outcome}`);
  };
  const drawn = async (planner: Planner, wish: Partial<Wish> = {}) => {
    await must(await planner(real, { ...PLAIN, ...wish }));
  };
  await must(advanceBy(0n));
  await endDisputes(real, must, drawn);
  await endChannels(real, must, drawn);
  await endMandates(real, must);
  await endStake(real, must);
  await must(advanceBy(0n));
  requireNothingLeft(real);
}

type Must = (plan: Plan) => Promise<void>;
type Drawn = (planner: Planner, wish?: Partial<Wish>) => Promise<void>;

async function endDisputes(real: Real, must: Must, drawn: Drawn): Promise<void> {
  const deadlines = disputesIn(real.seen).map(([, dispute]) => dispute.deadline);
  const wait = max(0n, ...deadlines) - real.now;
  if (wait > 0n) await must(advanceBy(wait));
  // a pause of executions lapses by itself, and no later
  const { executionPauseEndsAt = 0n } = real.seen.get('config')?.config ?? {};
  if (executionPauseEndsAt > real.now) await must(advanceBy(executionPauseEndsAt - real.now));
  for (let at = disputesIn(real.seen).length; at > 0; at -= 1) await drawn(execute, { at: at * 7 });
}

async function endChannels(real: Real, must: Must, drawn: Drawn): Promise<void> {
  const { world } = real;
  const channels = () => records(real.seen, 'channel');
  const placeOf = (label: string) => Number(label.slice('channel'.length));
  for (const [label] of channels().filter(([, { status }]) => status === 0)) {
    const at = placeOf(label);
    const { at: mandate, payer } = mandateOf(at);
    const ref = { channel: world.at(label), mandate: world.at(`mandate${mandate}`) };
    const instruction = await channelClose(world.deployment, ref, world.key(payer).publicKey);
    await must(planned('channel_close', payer, instruction, { channel: at }));
  }
  await must(advanceBy(TEST_WINDOWS.closeGrace));
  const { channel_drain, channel_finish, channel_payout } = CHANNEL_PLANNERS;
  const count = (which: (status: number, owed: bigint) => boolean) =>
    channels().filter(([, channel]) => which(channel.status, unpaid(channel))).length;
  for (let left = count((status) => status !== 2); left > 0; left -= 1) await drawn(channel_drain);
  await must(advanceBy(max(TEST_WINDOWS.holdbackMax, TEST_WINDOWS.holdLapse)));
  for (let left = count((_, owed) => owed > 0n); left > 0; left -= 1) await drawn(channel_payout);
  await must(advanceBy(TEST_WINDOWS.claim));
  // by a stranger
  for (let left = channels().length; left > 0; left -= 1) await drawn(channel_finish, { stray: true });
}

async function endMandates({ seen, world }: Real, must: Must): Promise<void> {
  const { deployment } = world;
  const treasury = world.key('treasury').publicKey;
  for (const [at, { mint, payer }] of MANDATES.entries()) {
    const ref = {
      mandate: world.at(`mandate${at}`),
      mint: world.at(`mint:${mint}`),
      payer: world.key(payer).publicKey,
    };
    const about = { channel: at === 0 ? 0 : 2 };
    const fees = seen.get(`mandate${at}`)?.mandate?.feesAccrued ?? 0n;
    if (fees > 0n) await must(planned('fees_sweep', null, await feesSweep(deployment, ref, treasury), about));
    await must(planned('mandate_close', payer, await mandateClose(deployment, ref), about));
  }
}

/** A stranger brings all stake to its stakers, and ends the vault, once the agent retires. */
async function endStake(real: Real, must: Must): Promise<void> {
  const { world } = real;
  const { at, deployment } = { at: (label: string) => world.at(label), deployment: world.deployment };
  const [agent, gold] = [at('agent'), at('mint:gold')];
  const stranger = world.key('stranger').publicKey;
  const owner = agentOf(real.seen).owner;
  const retiring = await agentSetStatus(deployment, { agent, owner, status: 'Retiring' });
  await must(planned('retire', world.nameOf(owner), retiring.instruction));
  const each = async (
    which: 'active' | 'cooling' | null,
    build: (ref: Ref) => ReturnType<typeof unstake>,
  ) => {
    const kind = which === null ? 'position_close' : which === 'active' ? 'unstake' : 'withdraw';
    for (const position of PLACES) {
      const worth = worthOf(vaultOf(real.seen), positionOf(real.seen, position));
      if (positionOf(real.seen, position) === undefined || (which !== null && worth[which] === 0n)) continue;
      const staker = world.key(stakerOf(position)).publicKey;
      const shares = positionOf(real.seen, position)?.activeShares ?? 0n;
      const instruction = await build({ agent, staker, tranche: trancheOf(position), shares });
      await must(planned(kind, which === null ? null : 'stranger', instruction, { position }));
    }
  };
  await each('active', (ref) => unstake(deployment, ref, ref.shares, stranger));
  await must(advanceBy(TEST_WINDOWS.unbonding));
  await each('cooling', (ref) => stakeWithdraw(deployment, ref, gold, stranger));
  await each(null, (ref) => positionClose(deployment, ref));
  const rentPayer = world.key('admin').publicKey;
  const closing = { agent, stakeMint: gold, owner, rentPayer, authority: stranger };
  await must(planned('vault_end', 'stranger', await vaultClose(deployment, closing)));
}

type Ref = Parameters<typeof unstake>[1] & { shares: bigint };

/** A plan of what has to succeed. */
export function planned(
  kind: string,
  by: string | null,
  instruction: Plan['instructions'][number],
  about: Pick<Plan, 'channel' | 'position'> = {},
): Plan {
  const signers = by === null ? [] : [by];
  return { kind, by, refusal: null, instructions: [instruction], signers, ...about };
}

function requireNothingLeft({ seen }: Real): void {
  const ours = /^(vault|tokens|position|mandate|money|channel|dispute)/;
  const left = [...seen].filter(([label, { state }]) => state !== null && ours.test(label));
  if (left.length > 0) throw new InvariantViolated(14, `${left.map(([label]) => label).join()} stay behind`);
  for (const mint of MINTS) {
    const there = sum(WALLETS.map((wallet) => tokensOf(seen, `purse:${mint}:${wallet}`)));
    const all = PURSE * BigInt(WALLETS.length);
    if (there !== all)
      throw new InvariantViolated(14, `${there} of ${all} ${mint} are with actors at the end`);
  }
  // owners pay for versions too, which stay
  for (const wallet of ['pat', 'quin', 'cat', 'dan', 'admin']) {
    const missing = LAMPORTS - lamportsOf(seen, `wallet:${wallet}`);
    if (missing !== 0n) throw new InvariantViolated(13, `${wallet} misses ${missing} lamports at the end`);
  }
}
