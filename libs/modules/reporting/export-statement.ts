import { Injectable } from '@nestjs/common';
import { ReadStatement, type StatementId, type StatementPage } from '@ciyuan/modules/settlement';
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
    const first = await this.readStatement.run({ ...request, after: 0, limit: LINES_A_PAGE });
    if (first === undefined) return undefined;
    const file = statementFile(first.statement);
    const pages = this.pagesFrom(first, request);
    async function* content(): AsyncGenerator<string> {
      yield file.begin();
      for await (const { lines } of pages) yield file.add(lines);
      yield file.end().text;
    }
    return { file: file.file, content: content() };
  }

  private async *pagesFrom(first: StatementPage, request: StatementToExport): AsyncGenerator<StatementPage> {
    for (let page: StatementPage | undefined = first; page !== undefined && page.lines.length > 0; ) {
      yield page;
      const after = page.lines[page.lines.length - 1]?.line ?? 0;
      page = await this.readStatement.run({ ...request, after, limit: LINES_A_PAGE });
    }
  }
}
