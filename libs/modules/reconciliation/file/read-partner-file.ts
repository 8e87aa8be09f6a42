import type { FileFormat, RowFault, Subject } from '../reconciliation-run';
import { csvRows } from './csv-rows';
import type { Columns } from './file-columns';
import { FaultyFile, MOST_FAULTS } from './file-faults';
import { UnreadableFile, type FileRow } from './file-row';
import { readHeader, type Header } from './read-header';
import { PartnerRows, type PartnerRow } from './read-partner-row';
import { xlsxRows } from './xlsx-rows';

export interface FileToRead {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly format: FileFormat;
  readonly columns: Columns;
  readonly subject: Subject;
}

/** What its header says, once the first row is taken; and the rows in blocks. */
export interface PartnerFile {
  readonly blocks: AsyncIterable<readonly PartnerRow[]>;
  readonly header: () => Header;
}

const ROWS_A_BLOCK = 2_000;

/**
 * A partner's file, read as a stream: never more than a block of it is held. Throws {@link FaultyFile} with what is
 * wrong, row by row, where something is; it has been read to its end by then, or to its hundredth fault.
 */
export function readPartnerFile(file: FileToRead): PartnerFile {
  let header: Header | undefined;
  const blocks = blocksOf(file, (read) => (header = read));
  return {
    blocks,
    header: () => {
      if (header === undefined) throw new Error('no row has been taken');
      return header;
    },
  };
}

async function* blocksOf(
  file: FileToRead,
  onHeader: (header: Header) => void,
): AsyncGenerator<readonly PartnerRow[]> {
  const faults: RowFault[] = [];
  let block: PartnerRow[] = [];
  let rows: PartnerRows | undefined;
  for await (const row of rowsOf(file)) {
    if (rows === undefined) {
      const header = headerOf(row, file);
      onHeader(header);
      rows = new PartnerRows(file.subject, header, file.columns);
      continue;
    }
    const read = rows.read(row);
    if ('texts' in read) block.push(read);
    else faults.push(...read);
    if (faults.length >= MOST_FAULTS) throw new FaultyFile(faults.slice(0, MOST_FAULTS));
    if (block.length < ROWS_A_BLOCK) continue;
    if (faults.length === 0) yield block;
    block = [];
  }
  if (rows === undefined) throw new FaultyFile([EMPTY]);
  if (faults.length > 0) throw new FaultyFile(faults);
  if (block.length > 0) yield block;
}

const EMPTY: RowFault = { row: 1, column: null, code: 'no_lines', detail: 'there is not even a header' };

function headerOf({ cells }: FileRow, { subject, columns }: FileToRead): Header {
  const names = cells.map((cell) => (typeof cell === 'string' ? cell : ''));
  const header = readHeader(names, subject.level, columns);
  if (!header.ok) throw new FaultyFile(header.refusal);
  return header.value;
}

async function* rowsOf({ bytes, format }: FileToRead): AsyncGenerator<FileRow> {
  try {
    yield* format === 'xlsx' ? xlsxRows(bytes) : csvRows(bytes, format === 'csv_gzip');
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new FaultyFile([{ row: error.row, column: null, code: error.code, detail: error.detail }]);
  }
}
