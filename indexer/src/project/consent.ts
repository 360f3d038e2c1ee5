import type { FactData } from '../decode/facts.js';
import type { ProjectModule, Subject } from '../fold/module.js';
import { approvalAccount, approvals } from './approvals.js';
import { anchorKey, auditAnchors, auditLogAccount, auditLogs } from './audit-logs.js';
import { grantAccount, grants } from './grants.js';
import { addressOrNull, named, Values } from './values.js';

/** Fields of consent's events that name a wallet whose doing, or whose concern, it is. */
const WALLETS = ['subject', 'controller', 'payer', 'requester', 'approver', 'closedBy', 'operator'];

function subjectsOf(kind: string, data: FactData): Subject[] {
  // whoever is asked for a signature
  const asked = kind === 'approvalRequested' ? new Values(data).texts('approvers') : [];
  return [
    ...named('grant', data, 'grant'),
    ...named('approval', data, 'approval'),
    ...named('mandate', data, 'mandate'),
    ...named('auditLog', data, 'log'),
    ...(kind === 'auditAnchored' ? [['auditAnchor', anchorKey(data)] as Subject] : []),
    ...WALLETS.flatMap((field) => named('wallet', data, field)),
    ...asked.filter((wallet) => addressOrNull(wallet) !== null).map((wallet): Subject => ['wallet', wallet]),
  ];
}

/** Consents of wallets, approvals of calls, and anchors of off-chain logs. */
export const consentModule: ProjectModule = {
  program: 'consent',
  subjectsOf,
  projections: [grants, approvals, auditLogs, auditAnchors],
  accounts: [grantAccount, approvalAccount, auditLogAccount],
};
