import { createInterface } from 'node:readline';
import { openText } from './open-text';
import { at, traceError } from './trace-error';

export interface JsonLine {
  readonly line: number;
  readonly value: unknown;
}

/** One JSON value a line; empty lines are passed over. */
export async function* jsonLines(path: string): AsyncGenerator<JsonLine> {
  let line = 0;
  for await (const text of textLines(path)) {
    line++;
    if (text.trim() !== '') yield { line, value: at(path, line, () => JSON.parse(text) as unknown) };
  }
}

async function* textLines(path: string): AsyncGenerator<string> {
  try {
    const source = await openText(path);
    try {
      yield* createInterface({ input: source, crlfDelay: Infinity });
    } finally {
      // Also when the caller has seen enough: the file would stay open.
      source.destroy();
    }
  } catch (error) {
    throw traceError(path, undefined, error);
  }
}
