import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { ExportStatements } from '@ciyuan/modules/reporting';
import { Config } from '@ciyuan/platform/config';
import type { JobContext, JobKind, JobRefusal } from '@ciyuan/platform/jobs';
import { z } from 'zod';

const exportSchema = z.strictObject({ runId: z.int().min(1) });
type ExportRequest = z.infer<typeof exportSchema>;

/**
 * Writes a run's statements into a folder of their own below `exports` of the data folder; its manifest, with the
 * SHA-256 of each file, is the result. A run's figures stand, so writing them again gives the same bytes.
 */
@Injectable()
export class ExportJob implements JobKind<ExportRequest> {
  readonly kind = 'export';
  readonly parameters = exportSchema;

  constructor(
    private readonly exportStatements: ExportStatements,
    private readonly config: Config,
  ) {}

  async run({ runId }: ExportRequest, { progress }: JobContext): Promise<Result<object, JobRefusal>> {
    const folder = join('exports', `run-${runId}`);
    const directory = join(this.config.dataDir, folder);
    const manifest = await this.exportStatements.run({ runId, directory, onProgress: progress });
    if (!manifest.ok) return refuse({ code: 'unknown_run', detail: 'There is no run of this id.' });
    return ok({ folder, manifest: manifest.value });
  }
}
