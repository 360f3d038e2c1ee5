export {
  type AnchoredState,
  type AuditAnchorRecord,
  anchorsProblem,
  lastAnchor,
  nextAnchorChain,
} from './anchors.js';
export {
  type AuditLines,
  type AuditLogAnchors,
  type AuditLogFault,
  type AuditLogReport,
  verifyAuditLog,
} from './check.js';
export { readAuditAnchors } from './history.js';
export {
  type AuditProof,
  type AuditProofRefusal,
  AuditProofRefused,
  type ProvenAuditLine,
  proveAuditLine,
  readAuditProof,
  verifyAuditProof,
} from './proof.js';
export { AUDIT_BEGINNING, type AuditLogRow, type BadAuditLine, readAuditRow } from './row.js';
export { type AuditLogFound, auditLogFromExport, findAuditLog } from './state.js';
export { AuditTree, auditLeafHash, auditNodeHash, isUnderAuditRoot } from './tree.js';
