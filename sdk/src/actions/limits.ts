import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
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

/**
 * The mandate's approvers must sign this off. Nothing was sent. Ask them for `instruction` by `requestApproval`, and
 * once enough signed, send it by `carryOut` with `before`; then ask for the same as now, and it is there.
 */
export class ApprovalNeeded extends Error {
  override readonly name = 'ApprovalNeeded';
  constructor(
    message: string,
    readonly mandate: PublicKey,
    /** What they are to sign off, exactly. */
    readonly instruction: TransactionInstruction,
    /** What must run before it, such as a deposit. */
    readonly before: readonly TransactionInstruction[] = [],
  ) {
    super(message);
  }
}

/** Whether a mandate's approvers sign an allotment off, base units. */
export function isApprovalDue({ approvers, approvalAbove }: MandateAccount, amount: bigint): boolean {
  return approvers.length > 0 && amount >= approvalAbove;
}

/** Whether they sign off that so much of a job becomes the agent's, base units. */
export function isReleaseApprovalDue(
  { approvers, releaseApprovalAbove }: MandateAccount,
  amount: bigint,
): boolean {
  return approvers.length > 0 && amount >= releaseApprovalAbove;
}

/** Whom to ask, for what, in words. */
export function approvalNeeded(
  what: string,
  mandate: PublicKey,
  { approvers, approvalThreshold }: MandateAccount,
  instruction: TransactionInstruction,
  before: readonly TransactionInstruction[] = [],
): ApprovalNeeded {
  const some = `${approvalThreshold} of the mandate's ${approvers.length} approvers`;
  const message = `${what} needs ${some}: ask them by requestApproval, then send it by carryOut`;
  return new ApprovalNeeded(message, mandate, instruction, before);
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
