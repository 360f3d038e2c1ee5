export { auditLines } from './lines.js';
