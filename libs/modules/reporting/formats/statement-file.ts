import { createHash } from 'node:crypto';
import type { Statement, StoredLine } from '@ciyuan/modules/settlement';
import { NO_LINES, addTotals, totalsOf, type LineTotals } from './line-totals';
import { csvControl, csvHeader, csvLines } from './statement-csv';

/** One file of an export: what is in it, and what proves it. */
export interface ExportedFile {
  readonly file: string;
  readonly statement: Statement;
  readonly sha256: string;
  readonly bytes: number;
  readonly totals: LineTotals;
}

/** A statement as CSV, piece by piece; `end` gives the last piece, and only then is all known of the file. */
export interface StatementFile {
  readonly file: string;
  begin(): string;
  add(lines: readonly StoredLine[]): string;
  end(): { readonly text: string; readonly exported: ExportedFile };
}

export function statementFile(statement: Statement): StatementFile {
  const file = fileName(statement);
  const hash = createHash('sha256');
  let bytes = 0;
  let totals = NO_LINES;
  const piece = (text: string): string => {
    hash.update(text);
    bytes += Buffer.byteLength(text);
    return text;
  };
  return {
    file,
    begin: () => piece(csvHeader()),
    add: (lines) => {
      totals = addTotals(totals, totalsOf(lines));
      return piece(csvLines(statement, lines));
    },
    end: () => {
      if (totals.shareFen !== statement.shareFen)
        throw new Error(`${file}: its lines are ${totals.shareFen} fen, its share ${statement.shareFen}`);
      const text = piece(csvControl(statement, totals));
      return { text, exported: { file, statement, sha256: hash.digest('hex'), bytes, totals } };
    },
  };
}

/** A currency may be any text; a file name may not. */
export const fileName = ({ month, version, party, currency }: Statement): string =>
  `${month}-v${version}-${party}-${encodeURIComponent(currency)}.csv`;
