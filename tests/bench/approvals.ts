import {
  approvalClose,
  approvalRequest,
  approvalSign,
  approvalWithdraw,
  auditAnchor,
  auditLogOpen,
  callOfInstruction,
  channelOpen,
  cheapestChannelNumber,
  decodeMandate,
  grantGive,
  grantRevoke,
  mandateOpen,
  withApproval,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey, Signer, TransactionInstruction } from '@solana/web3.js';
import { tokenAccount } from '../fixtures/escrow';
import { type RegistryFixture, SOL } from '../fixtures/registry';
import type { Note } from './units';

interface Cast {
  agent: PublicKey;
  mint: PublicKey;
  payer: Keypair;
  session: Keypair;
  approvers: [Keypair, Keypair, Keypair];
}

const HASH = new Uint8Array(32).fill(5);

/** An allotment that two of three approvers sign off, a consent, and an anchor of a log. */
export async function measureApprovals(
  { chain, deployment, send }: RegistryFixture,
  { agent, mint, payer, session, approvers }: Cast,
  note: Note,
): Promise<void> {
  await chain.airdrop(payer.publicKey, 10n * SOL);
  await tokenAccount(chain, mint, payer.publicKey, 1_000_000n);
  const measure = async (name: string, step: TransactionInstruction, ...signers: Signer[]) => {
    const outcome = await send(step, ...signers);
    note(name, outcome.computeUnits, 'CU', null);
    return outcome;
  };
  const now = await chain.unixTime();
  const { instruction, mandate } = await mandateOpen(deployment, {
    ...{ payer: payer.publicKey, mint, id: 3n, sessionKey: session.publicKey, perCallMax: 1_000n },
    ...{ dailyCap: 500_000n, totalCap: 900_000n, expiresAt: now + 900n, deposit: 500_000n },
    approval: { approvers: approvers.map(({ publicKey }) => publicKey), threshold: 2, above: 100_000n },
  });
  await send(instruction, payer);
  const account = await chain.getAccount(mandate);
  if (account === null) throw new Error('the mandate is gone');
  const { instruction: call } = await channelOpen(deployment, {
    ...{ authority: session.publicKey, rentPayer: payer.publicKey, mandate, agent, versionNumber: 1 },
    n: cheapestChannelNumber(deployment, mandate, agent),
    ...{ amount: 100_000n, expiresAt: now + 800n },
  });
  const asking = (nonce: bigint) =>
    approvalRequest(deployment, {
      ...{ requester: session.publicKey, rentPayer: payer.publicKey, mandate, nonce },
      ...{ mandateGeneration: decodeMandate(account.data).generation, expiresAt: now + 500n },
      call: callOfInstruction(call),
    });
  const { approval, ...asked } = await asking(0n);
  const { size } = await measure('approval_request, of a channel_open', asked.instruction, session, payer);
  note('approval_request, of a channel_open, transaction', size, 'bytes', 1_232);
  const rent = (await chain.getAccount(approval))?.lamports ?? 0n;
  note('approval of a channel_open, rent, recoverable', rent, 'lamports', null);
  const [first, second] = approvers;
  const sign = (who: Keypair) => approvalSign(deployment, approval, who.publicKey, now + 500n);
  await measure('approval_sign', await sign(first), first);
  await measure('approval_withdraw', await approvalWithdraw(deployment, approval, first.publicKey), first);
  await send(await sign(first), first);
  await send(await sign(second), second);
  const approved = withApproval(deployment, call, { approval, rentPayer: payer.publicKey });
  const opened = await measure('channel_open, with its approval', approved, session, payer);
  note('channel_open, with its approval, transaction', opened.size, 'bytes', 1_232);
  const other = await asking(1n);
  await send(other.instruction, session, payer);
  const close = await approvalClose(deployment, other.approval, payer.publicKey, payer.publicKey);
  await measure('approval_close', close, payer);

  const ref = { subject: payer.publicKey, controller: agent, purpose: HASH };
  const given = await grantGive(deployment, {
    ...{ ...ref, termsHash: HASH, termsVersion: 1, revision: 0, expiresAt: now + 500n },
  });
  await measure('grant_give, the first', given.instruction, payer);
  note('grant, rent, recoverable', (await chain.getAccount(given.grant))?.lamports ?? 0n, 'lamports', null);
  await measure('grant_revoke', await grantRevoke(deployment, ref), payer);

  const operator = payer.publicKey;
  const log = await auditLogOpen(deployment, { operator, id: 0n });
  await measure('audit_log_open', log.instruction, payer);
  const anchor = await auditAnchor(deployment, {
    ...{ operator, log: log.log, sequence: 1n, previousRoot: new Uint8Array(32), root: HASH, entries: 9n },
  });
  await measure('audit_anchor', anchor, payer);
}
