import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { ExportFocus, focusFileName } from '@ciyuan/modules/reporting';
import { Config } from '@ciyuan/platform/config';
import type { JobContext, JobKind, JobRefusal } from '@ciyuan/platform/jobs';
import { focusRequestSchema, scopeOf, type FocusRequest } from '../reports/focus.dto';

/**
 * Writes a customer's cost and usage of a month into a folder of its own below `exports` of the data folder; the
 * manifest, with the SHA-256 of the file, is the result.
 */
@Injectable()
export class FocusExportJob implements JobKind<FocusRequest> {
  readonly kind = 'focus_export';
  readonly parameters = focusRequestSchema;

  constructor(
    private readonly exportFocus: ExportFocus,
    private readonly config: Config,
  ) {}

  async run(request: FocusRequest, { progress }: JobContext): Promise<Result<object, JobRefusal>> {
    const { month } = request;
    const scope = scopeOf(request);
    const folder = join('exports', focusFileName(month, scope).replace(/\.csv$/, ''));
    const directory = join(this.config.dataDir, folder);
    const manifest = await this.exportFocus.run({ month, scope, directory, onProgress: progress });
    if (!manifest.ok)
      return refuse({ code: 'unknown_customer', detail: 'There is no customer or account of this code.' });
    return ok({ folder, manifest: manifest.value });
  }
}
