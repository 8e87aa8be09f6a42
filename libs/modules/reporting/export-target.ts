import { randomUUID } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface OpenFile {
  write(piece: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** Where the files of an export go. */
export type ExportTarget = (file: string) => Promise<OpenFile>;

/**
 * Files of a folder, which is made. What is there under the same name is replaced once the new one is whole: whoever
 * reads it meanwhile reads the old one to its end.
 */
export function intoFolder(directory: string): ExportTarget {
  return async (file) => {
    const path = join(directory, file);
    await mkdir(dirname(path), { recursive: true });
    // Two exports of the same may be under way at once.
    const partial = `${path}.${randomUUID()}.partial`;
    const handle = await open(partial, 'w');
    return {
      write: async (piece) => {
        await handle.writeFile(piece);
      },
      close: async () => {
        await handle.close();
        await rename(partial, path);
      },
    };
  };
}

/** Nowhere: for the manifest alone. */
export const intoNothing: ExportTarget = async () => ({
  write: async () => undefined,
  close: async () => undefined,
});
