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
import type { Progress } from '@ciyuan/platform/jobs';
import { intoFolder, intoNothing, type ExportTarget } from './export-target';
import { manifestOf, manifestText, type Manifest } from './formats/manifest';
import { statementFiles } from './formats/statement-files';

const LINES_A_PAGE = 5_000;
const MANIFEST = 'manifest.json';

export interface StatementsToExport {
  readonly runId: number;
  /** Where the files go; without it only the manifest is made. */
  readonly directory?: string;
  /** Told of statements. */
  readonly onProgress?: Progress;
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

  async run({
    runId,
    directory,
    onProgress,
  }: StatementsToExport): Promise<Result<Manifest, { readonly code: 'not_found' }>> {
    const { run, statements } = await this.database.transaction(async (tx) => ({
      run: await this.runs.byId(tx, runId),
      statements: await this.statements.ofRun(tx, runId),
    }));
    if (run === undefined) return refuse({ code: 'not_found' });
    const target = directory === undefined ? intoNothing : intoFolder(directory);
    return ok(await this.export(run, statements, target, onProgress));
  }

  private async export(
    run: SettlementRun,
    statements: readonly Statement[],
    target: ExportTarget,
    onProgress?: Progress,
  ): Promise<Manifest> {
    const files = statementFiles(target);
    const begun = new Set<string>();
    const byKey = new Map(statements.map((statement) => [keyOf(statement), statement]));
    for await (const page of this.pagesOf(run.id)) {
      for (const [key, lines] of byStatement(page)) {
        begun.add(key);
        await onProgress?.(begun.size - 1, statements.length);
        await files.add(byKey.get(key) as Statement, lines);
      }
    }
    const manifest = manifestOf(run, await files.end());
    await onProgress?.(statements.length, statements.length);
    const file = await target(MANIFEST);
    await file.write(manifestText(manifest));
    await file.close();
    return manifest;
  }

  private async *pagesOf(runId: number): AsyncGenerator<readonly StoredLine[]> {
    let last: StoredLine | undefined;
    do {
      const page = await this.database.transaction((tx) =>
        this.lines.pageOfRun(tx, runId, LINES_A_PAGE, last),
      );
      yield page;
      last = page.length < LINES_A_PAGE ? undefined : page[page.length - 1];
    } while (last !== undefined);
  }
}

/** Lines come statement by statement, and a map keeps their order. */
function byStatement(page: readonly StoredLine[]): Map<string, StoredLine[]> {
  const parts = new Map<string, StoredLine[]>();
  for (const line of page) {
    const found = parts.get(keyOf(line));
    if (found === undefined) parts.set(keyOf(line), [line]);
    else found.push(line);
  }
  return parts;
}

const keyOf = ({ party, currency }: Pick<Statement, 'party' | 'currency'>): string => `${party} ${currency}`;
