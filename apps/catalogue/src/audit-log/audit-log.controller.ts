import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { AuditLog } from '@ciyuan/platform/audit';
import { Roles } from '@ciyuan/platform/auth';
import { auditLogCsv } from './audit-log-file';
import { entriesOf, filtersOf, pageOf } from './audit-log.convert';
import {
  auditFileQuerySchema,
  auditQuerySchema,
  type AuditEntriesView,
  type AuditFileQuery,
  type AuditQuery,
  type AuditVerificationView,
} from './audit-log.dto';

@Roles('admin', 'checker')
@Controller('v1/audit-log')
export class AuditLogController {
  constructor(private readonly log: AuditLog) {}

  @Get()
  @ApiOperation({ summary: 'What people and keys asked to be done, and were answered; the latest first' })
  async list(@Query({ schema: auditQuerySchema }) query: AuditQuery): Promise<AuditEntriesView> {
    return entriesOf(await this.log.list(pageOf(query)));
  }

  @Get('export.csv')
  @ApiProduces('text/csv')
  @ApiOperation({
    summary: 'The same as CSV from the oldest on; the last row has the digest of what is before it',
  })
  file(@Query({ schema: auditFileQuerySchema }) query: AuditFileQuery): StreamableFile {
    const lines = auditLogCsv(this.log.all(filtersOf(query)));
    return new StreamableFile(Readable.from(lines, { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="audit-log.csv"',
    });
  }

  @Get('verification')
  @ApiOperation({ summary: 'Walk the whole chain: whether every entry is as it was written' })
  async verification(): Promise<AuditVerificationView> {
    const found = await this.log.verify();
    return { isWhole: found.broken === null, ...found };
  }
}
