export {
  AUDIT_ORDER,
  AUDIT_RESULTS,
  type AuditEntry,
  type AuditFilters,
  type AuditPage,
  type AuditResult,
  type AuditVerification,
  type AuditedBy,
} from './audit-entry';
export { AuditLog } from './audit-log';
export { AuditTrail } from './audit-trail';
export { AuditModule } from './audit.module';
