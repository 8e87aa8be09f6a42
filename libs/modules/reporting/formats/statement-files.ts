import type { Statement, StoredLine } from '@ciyuan/modules/settlement';
import type { ExportTarget, OpenFile } from '../export-target';
import { statementFile, type ExportedFile, type StatementFile } from './statement-file';

/** Writes statements one after another: the lines of one come together, in as many pieces as it takes. */
export interface StatementFiles {
  add(statement: Statement, lines: readonly StoredLine[]): Promise<void>;
  end(): Promise<readonly ExportedFile[]>;
}

interface Current {
  readonly statement: Statement;
  readonly content: StatementFile;
  readonly file: OpenFile;
}

export function statementFiles(target: ExportTarget): StatementFiles {
  const written: ExportedFile[] = [];
  let current: Current | undefined;
  const finish = async (): Promise<void> => {
    if (current === undefined) return;
    const { text, exported } = current.content.end();
    await current.file.write(text);
    await current.file.close();
    written.push(exported);
    current = undefined;
  };
  return {
    add: async (statement, lines) => {
      if (current?.statement !== statement) {
        await finish();
        const content = statementFile(statement);
        current = { statement, content, file: await target(content.file) };
        await current.file.write(content.begin());
      }
      await current.file.write(current.content.add(lines));
    },
    end: async () => {
      await finish();
      return written;
    },
  };
}
