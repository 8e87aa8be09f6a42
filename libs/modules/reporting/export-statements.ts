import { Injectable } from '@nestjs/common';
import type { Party } from '@ciyuan/core/catalogue';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import {
  SettlementRunsStore,
  StatementLinesStore,
  StatementsStore,
  type SettlementRun,
  type Statement,
  type StoredLine,
} from '@ciyuan/modules/settlement';
import { PartiesStore } from '@ciyuan/modules/parties';
import { Database } from '@ciyuan/platform/database';
import type { Progress } from '@ciyuan/platform/jobs';
import { intoFolder, intoNothing, type ExportTarget } from './export-target';
import { manifestOf, manifestText, type Manifest } from './formats/manifest';
import { writeOperatorFiles } from './formats/operator-files';
import { operatorSums } from './formats/operator-report';
import { CSV_ALONE, type ReportSettings } from './formats/report-format';
import { statementFiles } from './formats/statement-files';

const LINES_A_PAGE = 5_000;
const MANIFEST = 'manifest.json';

/** Without formats: CSV. */
export interface StatementsToExport extends Partial<ReportSettings> {
  readonly runId: number;
  /** Where the files go; without it only the manifest is made. */
  readonly directory?: string;
  /** Told of statements. */
  readonly onProgress?: Progress;
}

interface Export {
  readonly run: SettlementRun;
  readonly statements: readonly Statement[];
  /** Parties whose shares are the operator's own. */
  readonly operators: ReadonlySet<string>;
  readonly target: ExportTarget;
  readonly settings: ReportSettings;
  readonly onProgress?: Progress | undefined;
}

/**
 * Writes every statement of a run in each format, the operator's summary of them, and a manifest that proves them.
 * Figures of a run never change, so pages are read as they are needed, and exporting again gives the same bytes.
 */
@Injectable()
export class ExportStatements {
  constructor(
    private readonly database: Database,
    private readonly runs: SettlementRunsStore,
    private readonly statements: StatementsStore,
    private readonly lines: StatementLinesStore,
    private readonly parties: PartiesStore,
  ) {}

  async run(request: StatementsToExport): Promise<Result<Manifest, { readonly code: 'not_found' }>> {
    const { runId, directory, onProgress, ...asked } = request;
    const { run, ...found } = await this.database.transaction(async (tx) => ({
      run: await this.runs.byId(tx, runId),
      statements: await this.statements.ofRun(tx, runId),
      operators: operatorsOf(await this.parties.list(tx)),
    }));
    if (run === undefined) return refuse({ code: 'not_found' });
    const target = directory === undefined ? intoNothing : intoFolder(directory);
    return ok(await this.export({ ...found, run, target, settings: { ...CSV_ALONE, ...asked }, onProgress }));
  }

  private async export(request: Export): Promise<Manifest> {
    const { run, statements, operators, target, settings, onProgress } = request;
    const files = statementFiles(target, settings);
    const sums = operatorSums(operators);
    const begun = new Set<string>();
    const byKey = new Map(statements.map((statement) => [keyOf(statement), statement]));
    for await (const page of this.pagesOf(run.id)) {
      for (const [key, lines] of byStatement(page)) {
        begun.add(key);
        await onProgress?.(begun.size - 1, statements.length);
        const statement = byKey.get(key) as Statement;
        sums.add(statement, lines);
        await files.add(statement, lines);
      }
    }
    const exported = await files.end();
    const operator = await writeOperatorFiles(sums.report(run, statements), target, settings);
    const manifest = manifestOf(run, exported, operator);
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

const operatorsOf = (parties: readonly Party[]): ReadonlySet<string> =>
  new Set(parties.filter(({ kinds }) => kinds.includes('operator')).map(({ code }) => code));
