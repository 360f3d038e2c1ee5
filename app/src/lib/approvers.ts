import { addressesIn, isAddress } from './addresses.js';

/** Approvers that a mandate can have. */
export const MOST_APPROVERS = 8;
/** Named agents that a mandate can have beside approvers: what the opening transaction holds. */
const MOST_WORDS = 17;
/** Agents whose list can be pasted here; the SDK takes up to a million. */
export const MOST_LISTED = 10_000;

/** Who signs off larger sums, as a person typed it. */
export interface TypedApproval {
  approvers: string;
  threshold: number;
  above: string;
  releaseAbove: string;
}

export const NO_APPROVAL: TypedApproval = { approvers: '', threshold: 1, above: '', releaseAbove: '' };

/** Who signs off larger sums; base units, null for a trigger that is never reached. */
export interface ApprovalWish {
  approvers: string[];
  threshold: number;
  above: bigint | null;
  releaseAbove: bigint | null;
}

/** Why the chain would refuse these approvers; null where it takes them. */
export function approversProblem(text: string, wallet: string | null): string | null {
  const { addresses, wrong } = addressesIn(text);
  if (wrong !== null) return `${wrong.slice(0, 50)} is no address.`;
  if (addresses.length > MOST_APPROVERS) return `A mandate has at most ${MOST_APPROVERS} approvers.`;
  if (wallet !== null && addresses.includes(wallet)) return 'Who pays cannot approve its own payments.';
  return null;
}

/** Why the chain would refuse the approval as a whole; null where it takes it, or nobody is asked. */
export function approvalProblem(
  { approvers, threshold, above, releaseAbove }: ApprovalWish,
  named: number,
): string | null {
  if (approvers.length === 0) return null;
  if (threshold < 1 || threshold > approvers.length) return 'Say how many of the approvers must sign.';
  if (above === null && releaseAbove === null) {
    return 'Say from which amount on the approvers are asked.';
  }
  if (named + approvers.length > MOST_WORDS) {
    return `So many agents and approvers do not fit one transaction: ${MOST_WORDS} together, or paste the agents as a list.`;
  }
  return null;
}

/** Why a pasted list of agents cannot be used; null where it can, or is empty. */
export function listProblem(text: string, named: number): string | null {
  const { addresses, wrong } = addressesIn(text);
  if (addresses.length === 0) return null;
  if (wrong !== null) return `${wrong.slice(0, 50)} is no address.`;
  if (addresses.length > MOST_LISTED) {
    return `The page takes ${MOST_LISTED} agents; the SDK takes longer lists.`;
  }
  return named > 0 ? 'Name agents above or paste a list: the chain keeps one of both.' : null;
}

/** Why an attestor cannot be used; null where it can, or none is wanted. */
export function attestorProblem(text: string): string | null {
  return text.trim() === '' || isAddress(text.trim()) ? null : 'That is no address.';
}
