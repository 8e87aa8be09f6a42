import { formatYuan, type Fen } from '@ciyuan/core/kernel';
import type { SettlementRun, Statement } from '@ciyuan/modules/settlement';
import { NO_LINES, addTotals, type LineTotals } from './line-totals';
import { yuanText } from './plain-text';
import type { ExportedFile } from './statement-file';

/** Control totals; large numbers are texts, amounts plain decimals in yuan. */
interface ControlTotals {
  readonly rows: number;
  readonly records: string;
  readonly tokens: string;
  readonly gross: string;
  readonly share: string;
  readonly vat: string;
  readonly withholding: string;
  readonly payable: string;
}

export interface ManifestFile extends ControlTotals {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly party: string;
  readonly currency: string;
}

/** What belongs to an export. It names nothing that changes afterwards, so that exporting again gives the same bytes. */
export interface Manifest {
  readonly format: 'ciyuan-statements-1';
  readonly month: string;
  readonly version: number;
  /** SHA-256 over what the run was calculated from. */
  readonly inputDigest: string;
  readonly files: readonly ManifestFile[];
  /** Over all files, by currency. A line of revenue counts once for each party that shares it. */
  readonly totals: readonly (ControlTotals & { readonly currency: string; readonly files: number })[];
}

/** By file name, whatever the order of the database: that depends on how it collates. */
export function manifestOf(run: SettlementRun, exported: readonly ExportedFile[]): Manifest {
  const files = [...exported].sort((a, b) => (a.file < b.file ? -1 : 1));
  const currencies = [...new Set(files.map(({ statement }) => statement.currency))].sort();
  return {
    format: 'ciyuan-statements-1',
    month: run.month,
    version: run.version,
    inputDigest: run.inputDigest,
    files: files.map(({ file, sha256, bytes, statement, totals }) => ({
      file,
      sha256,
      bytes,
      party: statement.party,
      currency: statement.currency,
      ...controlTotals([statement], totals),
    })),
    totals: currencies.map((currency) => {
      const own = files.filter(({ statement }) => statement.currency === currency);
      const totals = own.reduce((sum, one) => addTotals(sum, one.totals), NO_LINES);
      return {
        currency,
        files: own.length,
        ...controlTotals(
          own.map(({ statement }) => statement),
          totals,
        ),
      };
    }),
  };
}

export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

function controlTotals(statements: readonly Statement[], totals: LineTotals): ControlTotals {
  const sum = (fen: (statement: Statement) => Fen): string =>
    yuanText(statements.reduce((total, one) => total + fen(one), 0n));
  return {
    rows: totals.rows,
    records: String(totals.records),
    tokens: String(totals.tokens),
    gross: formatYuan(totals.gross),
    share: yuanText(totals.shareFen),
    vat: sum((one) => one.vatFen),
    withholding: sum((one) => one.withholdingFen),
    payable: sum((one) => one.payableFen),
  };
}
