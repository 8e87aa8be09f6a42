import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { ReadBreakage, breakageTable, tableManifest } from '@ciyuan/modules/reporting';
import { Roles } from '@ciyuan/platform/auth';
import { FILE_TYPES } from '@ciyuan/platform/http';
import { reportFile } from './report-file';
import { breakageOf } from './reports.convert';
import {
  breakageQuerySchema,
  reportFileParamsSchema,
  type BreakageQuery,
  type BreakageView,
  type ReportFileParams,
  type ReportManifestView,
} from './reports.dto';

@Controller('v1/reports/breakage')
@Roles('finance', 'checker', 'admin')
export class BreakageController {
  constructor(private readonly readBreakage: ReadBreakage) {}

  @Get()
  @ApiOperation({
    summary:
      'Sold, consumed and expired package tokens by plan and accounting month, and what expiring earned',
  })
  async breakage(@Query({ schema: breakageQuerySchema }) query: BreakageQuery): Promise<BreakageView> {
    return breakageOf(await this.readBreakage.run(query));
  }

  @Get('export.:format')
  @ApiProduces(FILE_TYPES.csv, FILE_TYPES.xlsx)
  @ApiOperation({ summary: 'The same as CSV, or as a spreadsheet whose totals are formulas' })
  async file(
    @Query({ schema: breakageQuerySchema }) query: BreakageQuery,
    @Param({ schema: reportFileParamsSchema }) { format }: ReportFileParams,
  ): Promise<StreamableFile> {
    return reportFile(breakageTable(await this.readBreakage.run(query)), nameOf(query), format);
  }

  @Get('manifest')
  @ApiOperation({ summary: 'Control totals, and the SHA-256 of each file as it is now' })
  async manifest(@Query({ schema: breakageQuerySchema }) query: BreakageQuery): Promise<ReportManifestView> {
    return tableManifest(breakageTable(await this.readBreakage.run(query)), nameOf(query));
  }
}

const nameOf = ({ from, until }: BreakageQuery): string => `breakage-${from}-${until}`;
