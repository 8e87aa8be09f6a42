import { Module } from '@nestjs/common';
import { AuditEntriesStore } from './audit-entries.store';
import { AuditLog } from './audit-log';
import { AuditTrail } from './audit-trail';

/** Who did what, and when. */
@Module({ providers: [AuditEntriesStore, AuditLog, AuditTrail], exports: [AuditLog, AuditTrail] })
export class AuditModule {}
