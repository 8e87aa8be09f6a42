import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';

export interface OpenFile {
  write(piece: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** Where the files of an export go. */
export type ExportTarget = (file: string) => Promise<OpenFile>;

/** Files of a folder, which is made; what is there under the same name is written anew. */
export function intoFolder(directory: string): ExportTarget {
  return async (file) => {
    await mkdir(directory, { recursive: true });
    const handle = await open(join(directory, file), 'w');
    return {
      write: async (piece) => {
        await handle.writeFile(piece);
      },
      close: () => handle.close(),
    };
  };
}

/** Nowhere: for the manifest alone. */
export const intoNothing: ExportTarget = async () => ({
  write: async () => undefined,
  close: async () => undefined,
});
