import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { ExportDifferences, ListDifferences, ResolveDifferences } from '@ciyuan/modules/reconciliation';
import { CurrentCaller, Roles, type Caller } from '@ciyuan/platform/auth';
import { FILE_TYPES } from '@ciyuan/platform/http';
import { readerOf } from '../statements/statements.convert';
import { differencePageOf, differencesOf, refusedResolution } from './differences.convert';
import {
  differencesQuerySchema,
  resolutionSchema,
  type DifferencesQuery,
  type DifferencesView,
  type ResolutionRequest,
  type ResolvedView,
} from './differences.dto';
import { unknownReconciliation } from './reconciliations.convert';
import { reconciliationParamsSchema, type ReconciliationParams } from './reconciliations.dto';

/** What of a partner's file differs from ours, and what is done about it. */
@Controller('v1/reconciliations/:id')
export class ReconciliationDifferencesController {
  constructor(
    private readonly listDifferences: ListDifferences,
    private readonly exportDifferences: ExportDifferences,
    private readonly resolveDifferences: ResolveDifferences,
  ) {}

  @Get('differences')
  @Roles('finance', 'checker', 'operations', 'admin', 'partner')
  @ApiOperation({ summary: 'What differs, the largest amount first unless said otherwise, page by page' })
  async list(
    @Param({ schema: reconciliationParamsSchema }) { id }: ReconciliationParams,
    @Query({ schema: differencesQuerySchema }) query: DifferencesQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<DifferencesView> {
    const found = await this.listDifferences.run(differencePageOf(id, query, caller));
    if (found === undefined) throw unknownReconciliation();
    return differencesOf(found);
  }

  @Get('differences/export')
  @Roles('finance', 'checker', 'operations', 'admin', 'partner')
  @ApiProduces(FILE_TYPES.csv)
  @ApiOperation({ summary: 'All that differs, as a file, with control totals at its end' })
  async export(
    @Param({ schema: reconciliationParamsSchema }) { id }: ReconciliationParams,
    @CurrentCaller() caller: Caller,
  ): Promise<StreamableFile> {
    const content = await this.exportDifferences.run({ runId: id, ...readerOf(caller) });
    if (content === undefined) throw unknownReconciliation();
    return new StreamableFile(Readable.from(content, { objectMode: false }), {
      type: FILE_TYPES.csv,
      disposition: `attachment; filename="reconciliation-${id}-differences.csv"`,
    });
  }

  @Post('resolutions')
  @HttpCode(200)
  @Roles('finance', 'operations', 'admin')
  @ApiOperation({
    summary: 'Say what is done about differences: of one, of some, or of all that a filter names',
  })
  async resolve(
    @Param({ schema: reconciliationParamsSchema }) { id }: ReconciliationParams,
    @Body({ schema: resolutionSchema }) request: ResolutionRequest,
    @CurrentCaller() { subject: by }: Caller,
  ): Promise<ResolvedView> {
    const resolved = await this.resolveDifferences.run({ ...request, runId: id, by });
    if (!resolved.ok) throw refusedResolution(resolved.refusal);
    return resolved.value;
  }
}
