export {
  type AnchorAuditLogParams,
  type AnchoredAuditLog,
  AuditLogContended,
  AuditLogNotOpen,
  AuditLogUnfit,
  anchorAuditLog,
  anchorFileOf,
} from './anchor.js';
export { auditLines } from './lines.js';
export {
  type AnchorHistory,
  type AnchorSources,
  allAnchors,
  readAnchorFile,
  writeAnchorFile,
} from './records.js';
