import { Writable } from 'node:stream';
import type { Write } from './report-format';

/** For libraries that pipe: each chunk is taken before the next one is asked for. */
export function byteSink(write: Write): Writable {
  return new Writable({
    write: (chunk: Uint8Array, _encoding, done) => {
      write(chunk).then(() => done(), done);
    },
  });
}
