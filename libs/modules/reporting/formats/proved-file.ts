import { createHash } from 'node:crypto';
import type { Write } from './report-format';

/** What proves a file to whoever receives it. */
export interface Proof {
  readonly sha256: string;
  readonly bytes: number;
}

export interface ProvedFile {
  readonly write: Write;
  /** Once all is written. */
  proof(): Proof;
}

export function provedFile(write: Write): ProvedFile {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    write: (piece) => {
      hash.update(piece);
      bytes += Buffer.byteLength(piece);
      return write(piece);
    },
    proof: () => ({ sha256: hash.digest('hex'), bytes }),
  };
}
