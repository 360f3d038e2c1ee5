import { consentIdl, decodeApproval } from '@agent-labs/sdk';
import type { AccountKind, Fact, Projection } from '../fold/module.js';
import type { Row } from '../store/database.js';
import { discriminatorOf, hex, Values } from './values.js';

interface Approval extends Row {
  approvers: string[];
  signers: string[];
}

/** One request after the other at the same address; only the last one changes. */
interface Lives {
  lives: Approval[];
}

function requested(event: Values, life: number, signature: string): Approval {
  return {
    address: event.text('approval'),
    life,
    mandate: event.text('mandate'),
    mandate_generation: event.number('mandateGeneration'),
    payer: event.text('payer'),
    requester: event.text('requester'),
    rent_payer: event.text('rentPayer'),
    program: event.text('program'),
    data: event.text('data'),
    keys: event.texts('keys'),
    nonce: event.text('nonce'),
    call_hash: event.text('call'),
    digest: event.text('digest'),
    threshold: event.number('threshold'),
    approvers: event.texts('approvers'),
    signers: [],
    requested_at: event.number('requestedAt'),
    expires_at: event.number('expiresAt'),
    requested_in: signature,
    outcome: 'Open',
    ended_at: 0,
    ended_by: null,
    ended_in: null,
  };
}

/** Signatures that stand, in the order of the approvers. */
function signed(approval: Approval, approver: string, stands: boolean): void {
  approval.signers = approval.approvers.filter((one) =>
    one === approver ? stands : approval.signers.includes(one),
  );
}

const CHANGES: Record<string, (approval: Approval, event: Values, signature: string) => void> = {
  approvalSigned: (approval, event) => signed(approval, event.text('approver'), true),
  approvalWithdrawn: (approval, event) => signed(approval, event.text('approver'), false),
  approvalConsumed: (approval, event, signature) => {
    Object.assign(approval, {
      outcome: 'Consumed',
      ended_at: event.number('consumedAt'),
      ended_in: signature,
    });
  },
  approvalClosed: (approval, event, signature) => {
    Object.assign(approval, {
      outcome: 'Closed',
      ended_at: event.number('closedAt'),
      ended_by: event.text('closedBy'),
      ended_in: signature,
    });
  },
};

/** Calls that a mandate's approvers are asked for. */
export const approvals: Projection<Lives> = {
  subject: 'approval',
  tables: [{ table: 'approvals', key: 'address' }],
  start: () => ({ lives: [] }),
  apply: ({ lives }, { kind, data, signature }: Fact) => {
    const event = new Values(data);
    const approval = lives.at(-1);
    if (kind === 'approvalRequested') lives.push(requested(event, lives.length + 1, signature));
    else if (approval !== undefined) CHANGES[kind]?.(approval, event, signature);
  },
  rows: (_, { lives }) => ({ approvals: lives }),
};

export const approvalAccount: AccountKind = {
  name: 'approval',
  program: ({ consent }) => consent.toBase58(),
  discriminator: discriminatorOf(consentIdl, 'approval'),
  table: 'approvals',
  key: 'address',
  live: "outcome = 'Open'",
  columns: (address, data) => {
    const approval = decodeApproval(data);
    const { programId, data: callData, keys } = approval.call;
    return {
      address,
      mandate: approval.mandate.toBase58(),
      mandate_generation: Number(approval.mandateGeneration),
      payer: approval.payer.toBase58(),
      requester: approval.requester.toBase58(),
      rent_payer: approval.rentPayer.toBase58(),
      program: programId.toBase58(),
      data: hex(callData),
      keys: keys.map((key) => key.toBase58()),
      nonce: approval.nonce.toString(),
      call_hash: hex(approval.callHash),
      digest: hex(approval.digest),
      threshold: approval.threshold,
      approvers: approval.approvers.map((wallet) => wallet.toBase58()),
      signers: approval.signers.map((wallet) => wallet.toBase58()),
      requested_at: Number(approval.requestedAt),
      expires_at: Number(approval.expiresAt),
    };
  },
};
