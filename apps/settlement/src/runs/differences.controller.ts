import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { differencesCsv } from '@ciyuan/modules/reporting';
import { CompareRuns, type ComparedRuns } from '@ciyuan/modules/settlement';
import { Roles } from '@ciyuan/platform/auth';
import { differencesOf } from './differences.convert';
import {
  comparisonQuerySchema,
  differencesQuerySchema,
  type ComparisonQuery,
  type DifferencesQuery,
  type DifferencesView,
} from './differences.dto';
import { refusedRun } from './refused-run';
import { runParamsSchema, type RunParams } from './runs.dto';

@Controller('v1/settlement-runs/:id/differences')
@Roles('finance', 'maker', 'checker', 'operations', 'admin')
export class DifferencesController {
  constructor(private readonly compareRuns: CompareRuns) {}

  @Get()
  @ApiOperation({
    summary:
      'What changed in a run since another version of its month: by party, and the lines that moved most',
  })
  async read(
    @Param({ schema: runParamsSchema }) { id }: RunParams,
    @Query({ schema: differencesQuerySchema }) { lines, ...other }: DifferencesQuery,
  ): Promise<DifferencesView> {
    return differencesOf(await this.compare(id, other), lines);
  }

  @Get('export.csv')
  @ApiProduces('text/csv')
  @ApiOperation({
    summary: 'Every line that changed as CSV, with what parties and currencies came to before and after',
  })
  async export(
    @Param({ schema: runParamsSchema }) { id }: RunParams,
    @Query({ schema: comparisonQuerySchema }) other: ComparisonQuery,
  ): Promise<StreamableFile> {
    const compared = await this.compare(id, other);
    const { before, after } = compared;
    return new StreamableFile(Readable.from(differencesCsv(compared), { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="differences-${after.month}-${before.kind}-v${before.version}-${after.kind}-v${after.version}.csv"`,
    });
  }

  private async compare(runId: number, other: ComparisonQuery): Promise<ComparedRuns> {
    const compared = await this.compareRuns.run({ runId, version: other.with, kind: other.kind });
    if (!compared.ok) throw refusedRun(compared.refusal);
    return compared.value;
  }
}
