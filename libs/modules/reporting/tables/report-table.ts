/** How a cell is written; amounts are decimal texts, and null is an empty cell. */
export type CellFormat = 'text' | 'whole' | 'fen' | 'exact' | 'rate';

export interface TableColumn {
  readonly key: string;
  /** Chinese and English, for a spreadsheet's header; the key in snake case stands in CSV. */
  readonly header: string;
  readonly width: number;
  readonly format: CellFormat;
  /** Whether it adds up: totals of a spreadsheet are formulas there. */
  readonly totalled: boolean;
}

export type TableRow = Readonly<Record<string, string | null>>;

/** Rows of one currency and what they come to; sections of one `group` have a total of their own. */
export interface TableSection {
  readonly group: string;
  readonly rows: readonly TableRow[];
  readonly total: TableRow;
}

/** A small report as it is written into any format. Every totalled column foots: rows, sections, groups. */
export interface ReportTable {
  /** Of the sheet, and in the manifest. */
  readonly name: string;
  /** The last month that it is of: files say nothing else of when they were made. */
  readonly month: string;
  readonly columns: readonly TableColumn[];
  readonly sections: readonly TableSection[];
  readonly totals: readonly { readonly group: string; readonly total: TableRow }[];
}

const text = (key: string, header: string, width: number): TableColumn => ({
  ...{ key, header, width, format: 'text', totalled: false },
});
const number =
  (format: CellFormat, totalled: boolean) =>
  (key: string, header: string, width: number): TableColumn => ({ key, header, width, format, totalled });

export const column = {
  text,
  whole: number('whole', true),
  fen: number('fen', true),
  exact: number('exact', true),
  /** A ratio of two others: of totals it is worked out anew, because ratios do not add up. */
  rate: number('rate', false),
} as const;
