import type { Statement, StoredLine } from '@ciyuan/modules/settlement';
import type { ExportTarget, OpenFile } from '../export-target';
import type { ReportSettings } from './report-format';
import { fileName, statementFile, type ExportedFile, type StatementFile } from './statement-file';

/** Writes statements one after another: the lines of one come together, in as many pieces as it takes. */
export interface StatementFiles {
  add(statement: Statement, lines: readonly StoredLine[]): Promise<void>;
  end(): Promise<readonly ExportedFile[]>;
}

interface Opened {
  readonly content: StatementFile;
  readonly file: OpenFile;
}

interface Current {
  readonly statement: Statement;
  /** One for each format: a page is read once. */
  readonly opened: readonly Opened[];
}

export function statementFiles(target: ExportTarget, settings: ReportSettings): StatementFiles {
  const written: ExportedFile[] = [];
  let current: Current | undefined;
  const finish = async (): Promise<void> => {
    for (const { content, file } of current?.opened ?? []) {
      written.push(await content.end());
      await file.close();
    }
    current = undefined;
  };
  return {
    add: async (statement, lines) => {
      if (current?.statement !== statement) {
        await finish();
        current = { statement, opened: await openAll(statement, target, settings) };
      }
      for (const { content } of current.opened) await content.add(lines);
    },
    end: async () => {
      await finish();
      return written;
    },
  };
}

async function openAll(
  statement: Statement,
  target: ExportTarget,
  settings: ReportSettings,
): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (const format of settings.formats) {
    const file = await target(fileName(statement, format));
    const content = await statementFile(statement, format, (piece) => file.write(piece), settings);
    opened.push({ content, file });
  }
  return opened;
}
