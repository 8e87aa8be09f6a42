import type { SettlementRun, Statement } from '@ciyuan/modules/settlement';
import { controlTotals, type ControlTotals } from './control-totals';
import { NO_LINES, addTotals } from './line-totals';
import { markMembers } from './proforma-mark';
import type { OperatorFile } from './operator-files';
import type { ExportFormat } from './report-format';
import type { ExportedFile } from './statement-file';

export interface ManifestFile extends ControlTotals {
  readonly file: string;
  readonly format: ExportFormat;
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
  readonly kind?: string;
  /** That it is an indication; a settlement has none. */
  readonly mark?: string;
  /** SHA-256 over what the run was calculated from. */
  readonly inputDigest: string;
  readonly files: readonly ManifestFile[];
  /** The operator's own summary of all statements, in each format that it has. */
  readonly operator: readonly OperatorFile[];
  /**
   * By currency, each statement once however many files it has. A line of revenue counts once for each party that
   * shares it.
   */
  readonly totals: readonly (ControlTotals & { readonly currency: string; readonly files: number })[];
}

/** By file name, whatever the order of the database: that depends on how it collates. */
export function manifestOf(
  run: SettlementRun,
  exported: readonly ExportedFile[],
  operator: readonly OperatorFile[],
): Manifest {
  const files = [...exported].sort((a, b) => (a.file < b.file ? -1 : 1));
  const currencies = [...new Set(files.map(({ statement }) => statement.currency))].sort();
  return {
    format: 'ciyuan-statements-1',
    month: run.month,
    version: run.version,
    ...markMembers(run),
    inputDigest: run.inputDigest,
    files: files.map(manifestFile),
    operator,
    totals: currencies.map((currency) => {
      const own = files.filter(({ statement }) => statement.currency === currency);
      return { currency, files: own.length, ...totalsOnce(own) };
    }),
  };
}

export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

const manifestFile = ({ file, format, sha256, bytes, statement, totals }: ExportedFile): ManifestFile => ({
  file,
  format,
  sha256,
  bytes,
  party: statement.party,
  currency: statement.currency,
  ...controlTotals([statement], totals),
});

function totalsOnce(files: readonly ExportedFile[]): ControlTotals {
  const once = new Map<Statement, ExportedFile>(files.map((file) => [file.statement, file]));
  const lines = [...once.values()].reduce((sum, { totals }) => addTotals(sum, totals), NO_LINES);
  return controlTotals([...once.keys()], lines);
}
