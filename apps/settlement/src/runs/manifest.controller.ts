import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { EXPORT_FORMATS, ExportStatements, type Manifest } from '@ciyuan/modules/reporting';
import { Roles } from '@ciyuan/platform/auth';
import { unknownRun } from './refused-run';
import { manifestQuerySchema, runParamsSchema, type ManifestQuery, type RunParams } from './runs.dto';

@Controller('v1/settlement-runs')
export class ManifestController {
  constructor(private readonly exportStatements: ExportStatements) {}

  @Get(':id/manifest')
  @Roles('finance', 'checker', 'operations', 'admin')
  @ApiOperation({
    summary: 'What the export of a run consists of: each file with its SHA-256 and control totals',
  })
  async read(
    @Param({ schema: runParamsSchema }) { id }: RunParams,
    @Query({ schema: manifestQuerySchema }) { formats, rowsPerSheet }: ManifestQuery,
  ): Promise<Manifest> {
    const asked = formats.split(',');
    const manifest = await this.exportStatements.run({
      runId: id,
      formats: EXPORT_FORMATS.filter((format) => asked.includes(format)),
      rowsPerSheet,
    });
    if (!manifest.ok) throw unknownRun();
    return manifest.value;
  }
}
