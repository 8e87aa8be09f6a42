import { execFile } from 'node:child_process';
import { join } from 'node:path';

interface PdfLine {
  /** Left, top, right and bottom, in points from the page's upper left corner. */
  readonly box: readonly [number, number, number, number];
  readonly text: string;
}

export interface ReadPdf {
  readonly pages: readonly {
    readonly width: number;
    readonly height: number;
    readonly lines: readonly PdfLine[];
  }[];
  /** Dark points of the first page's picture. */
  readonly inked: number;
  readonly pngHeader: string;
}

/** What another reader makes of a PDF. */
export function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  return new Promise((resolve, reject) => {
    const program = [join(__dirname, 'pdf-reader.mjs')];
    const child = execFile(process.execPath, program, { maxBuffer: 2 ** 28 }, (error, output) => {
      if (error === null) resolve(JSON.parse(output) as ReadPdf);
      else reject(new Error(error.message.slice(-2_000)));
    });
    child.stdin?.end(bytes);
  });
}
