import type { PublicKey } from '@solana/web3.js';
import { allowRootOf, attestorOf, type MandateAccount } from '../accounts/escrow.js';
import type { AgentAccount } from '../accounts/registry.js';
import { AllowTree, isAllowed } from '../allow-tree.js';
import type { Deployment } from '../deployment.js';
import { attestationAddress } from '../pda/registry.js';

/** Where the mandate stores the root of an allow-list: that list, or the agent's proof. */
export type Allowed = { agents: Iterable<PublicKey> } | { proof: readonly Uint8Array[] };

/** The mandate allows agents by a tree, and what was given leads to another one or is missing. Nothing was sent. */
export class AllowListUnknown extends Error {
  override readonly name = 'AllowListUnknown';
}

/** The allotment is so large that the mandate's approvers must sign it off. Nothing was sent. */
export class ApprovalNeeded extends Error {
  override readonly name = 'ApprovalNeeded';
}

/** @throws ApprovalNeeded for an allotment at or above what the approvers sign off */
export function requireUnapproved({ approvers, approvalAbove }: MandateAccount, allotment: bigint): void {
  if (approvers.length === 0 || allotment < approvalAbove) return;
  throw new ApprovalNeeded(
    `an allotment of ${allotment} base units needs the mandate's approvers; allot less than ${approvalAbove}`,
  );
}

/** The same for a job, whose release they would have to sign off as well. @throws ApprovalNeeded */
export function requireUnapprovedJob(mandate: MandateAccount, amount: bigint): void {
  requireUnapproved(mandate, amount);
  const { approvers, releaseApprovalAbove } = mandate;
  if (approvers.length === 0 || amount < releaseApprovalAbove) return;
  throw new ApprovalNeeded(
    `the release of ${amount} base units needs the mandate's approvers; offer less than ${releaseApprovalAbove}`,
  );
}

/** The proof that the mandate's root asks for. @throws AllowListUnknown, AgentNotInTree */
export function proofFor(
  mandate: MandateAccount,
  agent: PublicKey,
  allowed: Allowed | undefined,
): { allowProof?: Uint8Array[] } {
  const root = allowRootOf(mandate);
  if (root === null) return {};
  if (allowed === undefined) {
    throw new AllowListUnknown(
      'the mandate allows agents by a tree: give its list, or the proof of the agent',
    );
  }
  const proof = 'proof' in allowed ? [...allowed.proof] : new AllowTree(allowed.agents).proof(agent);
  if (isAllowed(root, agent, proof)) return { allowProof: proof };
  throw new AllowListUnknown('that is not the list, or not the proof, that the mandate was opened with');
}

/** The attestation that the mandate asks for. */
export function attestationFor(
  deployment: Deployment,
  mandate: MandateAccount,
  { owner }: AgentAccount,
): { attestation?: PublicKey } {
  const attestor = attestorOf(mandate);
  return attestor === null ? {} : { attestation: attestationAddress(deployment, attestor, owner) };
}
