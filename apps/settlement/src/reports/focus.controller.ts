import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { ExportFocus, StreamFocus, focusFileName } from '@ciyuan/modules/reporting';
import { Roles } from '@ciyuan/platform/auth';
import { Refused } from '@ciyuan/platform/http';
import { focusRequestSchema, scopeOf, type FocusManifestView, type FocusRequest } from './focus.dto';

@Controller('v1/reports/focus')
@Roles('finance', 'checker', 'admin')
export class FocusController {
  constructor(
    private readonly exportFocus: ExportFocus,
    private readonly streamFocus: StreamFocus,
  ) {}

  @Get('export.csv')
  @ApiProduces('text/csv')
  @ApiOperation({
    summary:
      'A customer’s or an account’s cost and usage of an accounting month, as FOCUS 1.2; long ones are for jobs',
  })
  async file(@Query({ schema: focusRequestSchema }) query: FocusRequest): Promise<StreamableFile> {
    const { month } = query;
    const scope = scopeOf(query);
    const streamed = await this.streamFocus.run({ month, scope });
    if (!streamed.ok) throw unknownCustomer();
    return new StreamableFile(Readable.from(streamed.value, { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${focusFileName(month, scope)}"`,
    });
  }

  @Get('manifest')
  @ApiOperation({ summary: 'The SHA-256 and the control totals of such a file as it is now' })
  async manifest(@Query({ schema: focusRequestSchema }) query: FocusRequest): Promise<FocusManifestView> {
    const manifest = await this.exportFocus.run({ month: query.month, scope: scopeOf(query) });
    if (!manifest.ok) throw unknownCustomer();
    return manifest.value;
  }
}

const unknownCustomer = (): Refused =>
  new Refused('not_found', 'unknown_customer', 'There is no customer or account of this code.');
