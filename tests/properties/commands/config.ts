import { configCancel as cancelInstruction, configExecute, configPropose } from '@agent-labs/sdk';
import fc from 'fast-check';
import { keyOf, PROPOSALS_MAX } from '../addresses';
import type { Model, Proposal } from '../model';
import { Command, type Plan, type Planner } from '../step';
import { choose, first } from './wishes';

/** What an account that was never made, or is gone, is told. */
const GONE = 'AccountNotInitialized';
const FEE_BPS_MAX = 500;
const admin = () => keyOf('admin').publicKey;

interface ProposeWish {
  feeBps: number;
  by: 'admin' | 'pauser';
}

const propose: Planner<ProposeWish> = async (model, { deployment }, { feeBps, by }) => {
  const number = model.nextProposal;
  // the last of the labels stays empty
  const asked = number >= PROPOSALS_MAX ? FEE_BPS_MAX + 1 : feeBps;
  const { instruction } = await configPropose(deployment, {
    admin: keyOf(by).publicKey,
    rentPayer: admin(),
    number: BigInt(number),
    changes: { feeBps: asked },
  });
  const refusal = first(by !== 'admin' && 'NotAdmin', asked > FEE_BPS_MAX && 'FeeTooHigh');
  return {
    act: { kind: 'config_propose', signer: by, amount: BigInt(number) },
    refusal,
    instructions: [instruction],
    signers: by === 'admin' ? ['admin'] : [by, 'admin'],
    apply: () => {
      const executableAt = model.now + model.windows.configDelay;
      const expiresAt = executableAt + model.windows.configExpiry;
      model.proposals.set(number, { feeBps: asked, executableAt, expiresAt });
      model.nextProposal += 1;
    },
  };
};

/** One that waits and fits, else any number. */
function pick(model: Model, at: number, fits: (proposal: Proposal, number: number) => boolean): number {
  const fitting = [...model.proposals].filter(([number, proposal]) => fits(proposal, number));
  return fitting[at % Math.max(1, fitting.length)]?.[0] ?? at % PROPOSALS_MAX;
}

function plan(
  kind: string,
  number: number,
  rest: Pick<Plan, 'refusal' | 'instructions' | 'signers' | 'apply'>,
) {
  return { act: { kind, amount: BigInt(number) }, ...rest };
}

const execute: Planner<{ at: number; by: 'admin' | 'stranger' }> = async (model, addresses, { at, by }) => {
  const { deployment } = addresses;
  const { now, liveProposalsFrom } = model;
  const isDue = ({ executableAt, expiresAt }: Proposal, each: number) =>
    now >= executableAt && now < expiresAt && each >= liveProposalsFrom;
  const due = [...model.proposals].some(([each, proposal]) => isDue(proposal, each));
  // what is not there yet is mostly made instead, to be executed later
  if (!due && at % 4 !== 0) return propose(model, addresses, { feeBps: 5 * at, by: 'admin' });
  const number = pick(model, at, isDue);
  const proposal = model.proposals.get(number);
  const ref = { number: BigInt(number), rentPayer: admin(), signer: keyOf(by).publicKey };
  const { instruction } = await configExecute(deployment, ref);
  const refusal = first(
    proposal === undefined && GONE,
    number < liveProposalsFrom && 'ProposalVoid',
    now < (proposal?.executableAt ?? 0n) && 'ProposalNotDue',
    now >= (proposal?.expiresAt ?? 0n) && 'ProposalExpired',
    number !== liveProposalsFrom && by !== 'admin' && 'ProposalNotNext',
  );
  return plan('config_execute', number, {
    refusal,
    instructions: [instruction],
    signers: [by],
    apply: () => {
      model.feeBps = proposal?.feeBps ?? model.feeBps;
      model.liveProposalsFrom = number + 1;
      model.proposals.delete(number);
    },
  });
};

const cancel: Planner<{ at: number; by: 'admin' | 'stranger' }> = async (
  model,
  { deployment },
  { at, by },
) => {
  const { now, liveProposalsFrom } = model;
  const number = pick(model, at, () => true);
  const proposal = model.proposals.get(number);
  const ref = { number: BigInt(number), rentPayer: admin(), signer: keyOf(by).publicKey };
  const { instruction } = await cancelInstruction(deployment, ref);
  const dead = number < liveProposalsFrom || now >= (proposal?.expiresAt ?? 0n);
  return plan('config_cancel', number, {
    refusal: first(proposal === undefined && GONE, by !== 'admin' && !dead && 'NotAdmin'),
    instructions: [instruction],
    signers: [by],
    apply: () => {
      if (number === liveProposalsFrom) model.liveProposalsFrom += 1;
      model.proposals.delete(number);
    },
  });
};

export const configProposes = fc
  .record<ProposeWish>({
    feeBps: fc.oneof(
      { weight: 8, arbitrary: fc.nat({ max: 500 }) },
      { weight: 1, arbitrary: fc.constant(501) },
    ),
    by: choose([8, 'admin'], [1, 'pauser']),
  })
  .map((wish) => new Command(propose, wish));
export const configExecutes = fc
  .record({ at: fc.nat({ max: 99 }), by: choose([1, 'admin'], [1, 'stranger']) })
  .map((wish) => new Command(execute, wish));
export const configCancels = fc
  .record({ at: fc.nat({ max: 99 }), by: choose([2, 'admin'], [1, 'stranger']) })
  .map((wish) => new Command(cancel, wish));
