/** What of a mandate decides whether its approvers are asked. */
export interface Voices {
  approvers: string[];
  approvalAbove: bigint | null;
  releaseApprovalAbove: bigint | null;
}

const reaches = (amount: bigint, from: bigint | null) => from !== null && amount >= from;

/** Whether the approvers sign off an allotment, base units. */
export function asksForAllotment({ approvers, approvalAbove }: Voices, amount: bigint): boolean {
  return approvers.length > 0 && reaches(amount, approvalAbove);
}

/** Whether the approvers sign off that so much of a job becomes the agent's. */
export function asksForRelease({ approvers, releaseApprovalAbove }: Voices, amount: bigint): boolean {
  return approvers.length > 0 && reaches(amount, releaseApprovalAbove);
}
