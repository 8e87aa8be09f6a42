import type { DocumentFault } from '@ciyuan/core/catalogue';

/** A seed file that cannot be loaded: the message names the file, and each place at fault in it. */
export class SeedError extends Error {
  override readonly name = 'SeedError';

  constructor(file: string, faults: readonly DocumentFault[]) {
    super(
      faults.map(({ path, code, detail }) => `${file}: ${path || 'file'}: ${code} (${detail})`).join('\n'),
    );
  }
}

/** The faults of one part of a file, as seen from the file. */
export const within = (part: string, faults: readonly DocumentFault[]): DocumentFault[] =>
  faults.map((fault) => ({ ...fault, path: fault.path === '' ? part : `${part}.${fault.path}` }));
