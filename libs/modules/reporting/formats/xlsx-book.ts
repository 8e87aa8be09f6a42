import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { stream, type Column, type Worksheet } from 'exceljs';
import { byteSink } from './byte-sink';
import type { Write } from './report-format';

type Append = (source: unknown, entry: { readonly name: string; readonly date?: Date }) => unknown;

/** What the writer has and its types do not name. */
interface Insides {
  readonly zip: { append: Append };
  _worksheets: (Worksheet | undefined)[];
}

/**
 * The library dates the entries of its archive now, and puts rows into it without ever waiting: entries get the
 * book's own date, and sheets go through pipes that say when they are full.
 */
class DatedWriter extends stream.xlsx.WorkbookWriter {
  declare pipes: PassThrough[];

  /** The first that the library's constructor does with the archive. */
  override addThemes(): Promise<void> {
    this.pipes = [];
    const { zip } = insidesOf(this);
    const append = zip.append.bind(zip);
    zip.append = (source, entry) => append(this.piped(source), { ...entry, date: this.created });
    return super.addThemes();
  }

  private piped(source: unknown): unknown {
    if (typeof source === 'string' || Buffer.isBuffer(source)) return source;
    const pipe = new PassThrough();
    (source as NodeJS.ReadableStream).pipe(pipe);
    this.pipes.push(pipe);
    return pipe;
  }
}

const insidesOf = (writer: object): Insides => writer as Insides;

export interface Book {
  /** With a bold header that stays in view. One sheet at a time: the last one is committed before the next. */
  addSheet(name: string, columns: readonly Partial<Column>[]): Worksheet;
  /** Until what was put into the sheets has gone on into the file, but for little. */
  settle(): Promise<void>;
  /** The sheet that was added last is shown first. */
  end(): Promise<void>;
}

export function openBook(write: Write, date: Date): Book {
  const broken = new AbortController();
  const sink = byteSink(write).once('error', (error) => broken.abort(error));
  const options = { stream: sink, useStyles: true, created: date, modified: date, creator: 'ciyuan' };
  const writer = new DatedWriter({ ...options, lastModifiedBy: 'ciyuan' } as typeof options);
  return {
    addSheet: (name, columns) => {
      const sheet = writer.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
      sheet.columns = [...columns];
      sheet.getRow(1).font = { bold: true };
      sheet.getRow(1).commit();
      return sheet;
    },
    settle: async () => {
      for (const pipe of writer.pipes) await room(pipe, broken.signal);
    },
    end: async () => {
      const sheets = insidesOf(writer)._worksheets.filter((sheet) => sheet !== undefined);
      insidesOf(writer)._worksheets = [...sheets.slice(-1), ...sheets.slice(0, -1)];
      await Promise.race([writer.commit(), failure(broken.signal)]);
    },
  };
}

async function room(pipe: PassThrough, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (!pipe.writableNeedDrain) return;
  await once(pipe, 'drain', { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw error;
  });
}

/** Never resolves: a file that cannot be written ends in the error that it met. */
const failure = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
