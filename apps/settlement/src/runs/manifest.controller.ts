import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ExportStatements, type Manifest } from '@ciyuan/modules/reporting';
import { Roles } from '@ciyuan/platform/auth';
import { unknownRun } from './refused-run';
import { runParamsSchema, type RunParams } from './runs.dto';

@Controller('v1/settlement-runs')
export class ManifestController {
  constructor(private readonly exportStatements: ExportStatements) {}

  @Get(':id/manifest')
  @Roles('finance', 'checker', 'operations', 'admin')
  @ApiOperation({
    summary: 'What the export of a run consists of: each file with its SHA-256 and control totals',
  })
  async read(@Param({ schema: runParamsSchema }) { id }: RunParams): Promise<Manifest> {
    const manifest = await this.exportStatements.run({ runId: id });
    if (!manifest.ok) throw unknownRun();
    return manifest.value;
  }
}
