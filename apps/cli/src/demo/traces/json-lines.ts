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
  const source = await openText(path).catch((error: unknown) =>
    Promise.reject(traceError(path, undefined, error)),
  );
  const lines = createInterface({ input: source, crlfDelay: Infinity });
  let failure: unknown;
  // readline does not pass on an error of its input: its reader would take a broken file for a short one.
  source.once('error', (error) => {
    failure = error;
    lines.close();
  });
  try {
    yield* lines;
  } finally {
    source.destroy();
  }
  if (failure !== undefined) throw traceError(path, undefined, failure);
}
