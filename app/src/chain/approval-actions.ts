import {
  approvalClose,
  approvalRequest,
  approvalSign,
  approvalWithdraw,
  callOfInstruction,
} from '@agent-labs/sdk';
import type { TransactionInstruction } from '@solana/web3.js';
import { type ApprovalView, approvalState } from '../data/approval-views.js';
import type { MandateView } from '../data/views.js';
import { sendAs } from './actions.js';
import { signer } from './app-chain.js';
import { approvedInstructions } from './approval-diff.js';
import { approvalAt } from './approvals.js';
import { addressOf, deployment } from './connection.js';
import { mandateAt } from './money.js';
import { hasSessionKey, sessionKeyOf } from './session-keys.js';

/** What was shown is not what the chain has now, or it cannot be signed or sent. Nothing was signed. */
export class ApprovalChanged extends Error {
  override readonly name = 'ApprovalChanged';
}

/** Asks a mandate's approvers for one call, by the payer's wallet. @param lifetime seconds. @returns its address */
export async function askFor(
  title: string,
  mandate: MandateView,
  instruction: TransactionInstruction,
  lifetime: number,
): Promise<string> {
  const { chain, wallet } = await signer();
  const { instruction: request, approval } = await approvalRequest(deployment(), {
    requester: wallet.publicKey,
    mandate: addressOf(mandate.address),
    mandateGeneration: BigInt(mandate.generation),
    // the same call may be asked for again: the moment tells the requests apart
    nonce: BigInt(Date.now()),
    call: callOfInstruction(instruction),
    expiresAt: (await chain.unixTime()) + BigInt(lifetime),
  });
  await sendAs(`Ask for approval: ${title}`, [request]);
  return approval.toBase58();
}

/** The approval as it is now, where it is still the one that was shown. @throws ApprovalChanged */
async function still(shown: ApprovalView): Promise<ApprovalView> {
  const found = await approvalAt(shown.address);
  if (found === null) throw new ApprovalChanged('It was used, or ended, in the meantime.');
  const isSame = found.matches && found.recomputed === shown.recomputed;
  if (!isSame) throw new ApprovalChanged('The call on the chain is not the one that was shown.');
  return found;
}

export async function signApproval(shown: ApprovalView): Promise<void> {
  const { wallet } = await signer();
  const view = await still(shown);
  const at = addressOf(view.address);
  await sendAs('Approve this call', [
    await approvalSign(deployment(), at, wallet.publicKey, BigInt(view.expiresAt)),
  ]);
}

export async function withdrawApproval(shown: ApprovalView): Promise<void> {
  const { wallet } = await signer();
  await sendAs('Take your signature back', [
    await approvalWithdraw(deployment(), addressOf(shown.address), wallet.publicKey),
  ]);
}

export async function closeApproval({ address, rentPayer }: ApprovalView): Promise<void> {
  const { wallet } = await signer();
  await sendAs('End the request', [
    await approvalClose(deployment(), addressOf(address), wallet.publicKey, addressOf(rentPayer)),
  ]);
}

/** Whether this browser can sign the approved call: as the wallet, or by the mandate's session key. */
export async function canCarryOut({ signers }: ApprovalView, wallet: string): Promise<boolean> {
  const others = signers.filter((key) => key !== wallet);
  const here = await Promise.all(others.map(hasSessionKey));
  return signers.length > 0 && here.every((is) => is);
}

/** Sends the approved call, the very bytes, with what has to be set aside for it first. @throws ApprovalChanged */
export async function runApproved(title: string, shown: ApprovalView): Promise<void> {
  const { chain, wallet } = await signer();
  const view = await still(shown);
  const mandate = await mandateAt(view.mandate);
  if (mandate === null || approvalState(view, Number(await chain.unixTime())) !== 'enough') {
    throw new ApprovalChanged('Not enough approvers have signed, or it has ended.');
  }
  const others = view.signers.filter((key) => key !== wallet.publicKey.toBase58());
  const signers = await Promise.all(others.map(sessionKeyOf));
  const held = signers.filter((key) => key !== null);
  if (held.length < others.length) {
    throw new ApprovalChanged(`The call must be signed by ${others.join(', ')}, which is not here.`);
  }
  await chain.named(title).send(await approvedInstructions(view, mandate), { payer: wallet, signers: held });
}
