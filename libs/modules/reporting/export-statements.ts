import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import {
  SettlementRunsStore,
  StatementLinesStore,
  StatementsStore,
  type SettlementRun,
  type Statement,
  type StoredLine,
} from '@ciyuan/modules/settlement';
import { Database } from '@ciyuan/platform/database';
import { intoFolder, intoNothing, type ExportTarget } from './export-target';
import { manifestOf, manifestText, type Manifest } from './formats/manifest';
import { statementFile, type ExportedFile } from './formats/statement-file';

const LINES_A_PAGE = 5_000;
const MANIFEST = 'manifest.json';

export interface StatementsToExport {
  readonly runId: number;
  /** Where the files go; without it only the manifest is made. */
  readonly directory?: string;
}

/**
 * Writes every statement of a run as CSV, and a manifest that proves them. Figures of a run never change, so pages
 * are read as they are needed, and exporting again gives the same bytes.
 */
@Injectable()
export class ExportStatements {
  constructor(
    private readonly database: Database,
    private readonly runs: SettlementRunsStore,
    private readonly statements: StatementsStore,
    private readonly lines: StatementLinesStore,
  ) {}

  async run({ runId, directory }: StatementsToExport): Promise<Result<Manifest, { readonly code: 'not_found' }>> {
    const found = await this.database.transaction(async (tx) => ({
      run: await this.runs.byId(tx, runId),
      statements: await this.statements.ofRun(tx, runId),
    }));
    if (found.run === undefined) return refuse({ code: 'not_found' });
    const target = directory === undefined ? intoNothing : intoFolder(directory);
    return ok(await this.export(found.run, found.statements, target));
  }

  private async export(run: SettlementRun, statements: readonly Statement[], target: ExportTarget): Promise<Manifest> {
    const lines = this.linesOf(run.id);
    const files: ExportedFile[] = [];
    let page = await nextOf(lines);
    for (const statement of statements) {
      const content = statementFile(statement);
      const file = await target(content.file);
      await file.write(content.begin());
      while (page.length > 0) {
        const own = page.findIndex((line) => !isOf(statement, line));
        const upTo = own < 0 ? page.length : own;
        if (upTo > 0) await file.write(content.add(page.slice(0, upTo)));
        page = upTo < page.length ? page.slice(upTo) : await nextOf(lines);
        if (own >= 0) break;
      }
      const { text, exported } = content.end();
      await file.write(text);
      await file.close();
      files.push(exported);
    }
    const manifest = manifestOf(run, files);
    const file = await target(MANIFEST);
    await file.write(manifestText(manifest));
    await file.close();
    return manifest;
  }

  private async *linesOf(runId: number): AsyncGenerator<StoredLine[], void> {
    let last: StoredLine | undefined;
    do {
      const page = await this.database.transaction((tx) => this.lines.pageOfRun(tx, runId, LINES_A_PAGE, last));
      if (page.length > 0) yield page;
      last = page.length < LINES_A_PAGE ? undefined : page[page.length - 1];
    } while (last !== undefined);
  }
}
