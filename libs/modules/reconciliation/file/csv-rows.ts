import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import { UnreadableFile, type FileRow } from './file-row';

/** Of one line, in characters: longer than any row that says something. */
const LONGEST_LINE = 64 * 1024;
/** Of a file that is unpacked: a million rows of two hundred characters come to a tenth of it. */
const MOST_BYTES = 2 * 1024 ** 3;

/** Lines of a file in UTF-8 with commas, one at a time; empty ones are passed over. */
export async function* csvRows(bytes: AsyncIterable<Uint8Array>, isPacked: boolean): AsyncGenerator<FileRow> {
  const options = { bom: true, relax_column_count: true, trim: true, max_record_size: LONGEST_LINE };
  const source = Readable.from(bytes, { objectMode: false });
  const plain: AsyncIterable<Uint8Array> = isPacked ? pipeline(source, createGunzip(), heard) : source;
  const parser = pipeline(Readable.from(decoded(plain)), parse(options), heard);
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (cells.some((cell) => cell !== '')) yield { row, cells };
    }
  } catch (error) {
    throw readable(error, row + 1);
  } finally {
    source.destroy();
  }
}

/** An error of a stream comes out where its end is read. */
const heard = (): void => undefined;

/** What is not UTF-8 is refused, and not read as something else. */
async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new UnreadableFile(1, 'too_large', 'more than 2 GiB when it is unpacked');
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

/** What the libraries say of a broken line quotes from it, and it may be somebody's name. */
function readable(error: unknown, row: number): unknown {
  if (error instanceof CsvError)
    return new UnreadableFile(
      typeof error.lines === 'number' ? error.lines : row,
      'not_csv',
      'a quote where none may be, or a line too long',
    );
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return new UnreadableFile(row, 'not_utf8', 'the file is not encoded in UTF-8');
  return code.startsWith('Z_') ? new UnreadableFile(row, 'not_gzip', 'the file cannot be unpacked') : error;
}
