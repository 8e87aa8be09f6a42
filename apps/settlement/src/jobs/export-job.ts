import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import {
  EXPORT_FORMATS,
  ExportStatements,
  MOST_ROWS_A_SHEET,
  USUAL_ROWS_A_SHEET,
} from '@ciyuan/modules/reporting';
import { Config } from '@ciyuan/platform/config';
import type { JobContext, JobKind, JobRefusal } from '@ciyuan/platform/jobs';
import { z } from 'zod';

/** Formats in whatever order, each once. */
const formats = z
  .array(z.enum(EXPORT_FORMATS))
  .min(1)
  .max(EXPORT_FORMATS.length)
  .default(['csv'])
  .transform((asked) => EXPORT_FORMATS.filter((format) => asked.includes(format)));

const exportSchema = z.strictObject({
  runId: z.int().min(1),
  formats,
  rowsPerSheet: z.int().min(1).max(MOST_ROWS_A_SHEET).default(USUAL_ROWS_A_SHEET),
});
type ExportRequest = z.infer<typeof exportSchema>;

/**
 * Writes a run's statements into a folder of their own below `exports` of the data folder, one for each set of
 * formats and length of sheets; its manifest, with the SHA-256 of each file, is the result. A run's figures stand, so writing them again
 * gives the same bytes.
 */
@Injectable()
export class ExportJob implements JobKind<ExportRequest> {
  readonly kind = 'export';
  readonly parameters = exportSchema;

  constructor(
    private readonly exportStatements: ExportStatements,
    private readonly config: Config,
  ) {}

  async run(request: ExportRequest, { progress }: JobContext): Promise<Result<object, JobRefusal>> {
    const folder = join('exports', folderOf(request));
    const directory = join(this.config.dataDir, folder);
    const manifest = await this.exportStatements.run({ ...request, directory, onProgress: progress });
    if (!manifest.ok) return refuse({ code: 'unknown_run', detail: 'There is no run of this id.' });
    return ok({ folder, manifest: manifest.value });
  }
}

/** CSV alone has the plain name; nothing of another set is left beside a manifest that does not list it. */
function folderOf({ runId, formats, rowsPerSheet }: ExportRequest): string {
  const set = formats.join('-') === 'csv' ? '' : `-${formats.join('-')}`;
  return `run-${runId}${set}${rowsPerSheet === USUAL_ROWS_A_SHEET ? '' : `-${rowsPerSheet}-rows`}`;
}
