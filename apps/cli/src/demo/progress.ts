import { Presets, SingleBar } from 'cli-progress';
import type { Writable } from 'node:stream';

export interface Progress {
  advance(steps: number): void;
  /** Leaves the last state on the screen. */
  stop(): void;
}

export interface ProgressInput {
  /** What is counted, such as `records`. */
  readonly label: string;
  readonly total: number;
  /** Standard error unless said otherwise: what the demo prints can then be piped. */
  readonly stream?: Writable & { readonly isTTY?: boolean };
}

const LINES = 10;

/** A moving bar on a terminal; in a file or a pipe a line for each tenth. */
export function startProgress({ label, total, stream = process.stderr }: ProgressInput): Progress {
  return stream.isTTY === true ? bar(label, total, stream) : lines(label, total, stream);
}

function bar(label: string, total: number, stream: Writable): Progress {
  const format = `{bar} {percentage}% | {value}/{total} ${label} | {eta_formatted} left`;
  const single = new SingleBar({ stream, format, hideCursor: true, etaBuffer: 50 }, Presets.rect);
  single.start(total, 0);
  return { advance: (steps) => single.increment(steps), stop: () => single.stop() };
}

function lines(label: string, total: number, stream: Writable): Progress {
  let done = 0;
  let written = 0;
  const advance = (steps: number): void => {
    done += steps;
    const tenths = total > 0 ? Math.floor((done * LINES) / total) : LINES;
    if (tenths > written) stream.write(`${label}: ${done} of ${total}\n`);
    written = Math.max(written, tenths);
  };
  return { advance, stop: () => undefined };
}
