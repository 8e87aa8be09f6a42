import { Injectable } from '@nestjs/common';
import { LINE_ORDER, ReadStatement, type StatementId } from '@ciyuan/modules/settlement';
import { pagesOf } from '@ciyuan/platform/lists';
import { CSV_ALONE, type ExportFormat } from './formats/report-format';
import { fileName, statementFile } from './formats/statement-file';

const LINES_A_PAGE = 5_000;

export interface StatementToExport extends StatementId {
  /** CSV where it is left out. */
  readonly format?: ExportFormat;
  /** Reads for this party: only its own statement, and only once it was issued. */
  readonly toldTo?: string;
}

export interface ExportedStatement {
  readonly file: string;
  /** The same bytes as in the export of the whole run; read while they are taken. */
  readonly content: AsyncIterable<string | Uint8Array>;
}

/** One statement as a file; undefined where there is none that the reader may see. */
@Injectable()
export class ExportStatement {
  constructor(private readonly readStatement: ReadStatement) {}

  async run({ format = 'csv', ...request }: StatementToExport): Promise<ExportedStatement | undefined> {
    const first = await this.readStatement.run(request);
    if (first === undefined) return undefined;
    const { statement } = first;
    const pages = pagesOf({ order: LINE_ORDER, limit: LINES_A_PAGE }, async (lines) => {
      const page = await this.readStatement.run({ ...request, lines });
      return page?.lines;
    });
    async function* content(): AsyncGenerator<string | Uint8Array> {
      const written: (string | Uint8Array)[] = [];
      const write = async (piece: string | Uint8Array): Promise<void> => void written.push(piece);
      const file = await statementFile(statement, format, write, CSV_ALONE);
      for await (const lines of pages) {
        await file.add(lines);
        yield* written.splice(0);
      }
      await file.end();
      yield* written;
    }
    return { file: fileName(statement, format), content: content() };
  }
}
