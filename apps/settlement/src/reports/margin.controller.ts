import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { ReadMargin, marginTable, tableManifest, type MarginReport } from '@ciyuan/modules/reporting';
import { Roles } from '@ciyuan/platform/auth';
import { FILE_TYPES } from '@ciyuan/platform/http';
import { reportFile } from './report-file';
import { marginOf, refusedMargin } from './reports.convert';
import {
  marginQuerySchema,
  reportFileParamsSchema,
  type MarginQuery,
  type MarginView,
  type ReportFileParams,
  type ReportManifestView,
} from './reports.dto';

@Controller('v1/reports/margin')
@Roles('finance', 'checker', 'admin')
export class MarginController {
  constructor(private readonly readMargin: ReadMargin) {}

  @Get()
  @ApiOperation({
    summary:
      'Revenue, cost and margin of accounting months by one or two dimensions, in all and for a million tokens; months that are not issued are provisional',
  })
  async margin(@Query({ schema: marginQuerySchema }) query: MarginQuery): Promise<MarginView> {
    return marginOf(await this.read(query));
  }

  @Get('export.:format')
  @ApiProduces(FILE_TYPES.csv, FILE_TYPES.xlsx)
  @ApiOperation({ summary: 'The same as CSV, or as a spreadsheet whose totals are formulas' })
  async file(
    @Query({ schema: marginQuerySchema }) query: MarginQuery,
    @Param({ schema: reportFileParamsSchema }) { format }: ReportFileParams,
  ): Promise<StreamableFile> {
    return reportFile(marginTable(await this.read(query)), nameOf(query), format);
  }

  @Get('manifest')
  @ApiOperation({ summary: 'Control totals, and the SHA-256 of each file as it is now' })
  async manifest(@Query({ schema: marginQuerySchema }) query: MarginQuery): Promise<ReportManifestView> {
    return tableManifest(marginTable(await this.read(query)), nameOf(query));
  }

  private async read(query: MarginQuery): Promise<MarginReport> {
    const report = await this.readMargin.run(query);
    if (!report.ok) throw refusedMargin(report.refusal);
    return report.value;
  }
}

const nameOf = ({ from, until, by }: MarginQuery): string => `margin-${from}-${until}-${by.join('-')}`;
