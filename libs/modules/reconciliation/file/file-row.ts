/** What a cell cannot be. */
export interface CellFault {
  readonly code: string;
  readonly detail: string;
}

export type FileCell = string | CellFault;

/** A line of a file: `row` counts as spreadsheets do, the header is 1. */
export interface FileRow {
  readonly row: number;
  readonly cells: readonly FileCell[];
}

/** The bytes are no file of their format. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';

  constructor(
    readonly row: number,
    readonly code: string,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}
