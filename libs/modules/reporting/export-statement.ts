import { Injectable } from '@nestjs/common';
import { LINE_ORDER, ReadStatement, type StatementId } from '@ciyuan/modules/settlement';
import { pagesOf } from '@ciyuan/platform/lists';
import { statementFile } from './formats/statement-file';

const LINES_A_PAGE = 5_000;

export interface StatementToExport extends StatementId {
  /** Reads for this party: only its own statement, and only once it was issued. */
  readonly toldTo?: string;
}

export interface ExportedStatement {
  readonly file: string;
  /** The same bytes as in the export of the whole run; read while they are taken. */
  readonly content: AsyncIterable<string>;
}

/** One statement as CSV; undefined where there is none that the reader may see. */
@Injectable()
export class ExportStatement {
  constructor(private readonly readStatement: ReadStatement) {}

  async run(request: StatementToExport): Promise<ExportedStatement | undefined> {
    const first = await this.readStatement.run(request);
    if (first === undefined) return undefined;
    const file = statementFile(first.statement);
    const pages = pagesOf({ order: LINE_ORDER, limit: LINES_A_PAGE }, async (lines) => {
      const page = await this.readStatement.run({ ...request, lines });
      return page?.lines;
    });
    async function* content(): AsyncGenerator<string> {
      yield file.begin();
      for await (const lines of pages) yield file.add(lines);
      yield file.end().text;
    }
    return { file: file.file, content: content() };
  }
}
