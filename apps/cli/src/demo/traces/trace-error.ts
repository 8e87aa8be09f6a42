/** What is wrong with a trace file, and where; `line` counts from 1 and is missing where the file as a whole is bad. */
export class TraceError extends Error {
  constructor(
    readonly file: string,
    readonly line: number | undefined,
    readonly problem: string,
  ) {
    super(`${file}${line === undefined ? '' : `:${line}`}: ${problem}`);
    this.name = 'TraceError';
  }
}

/** Gives a problem the place where it was met; an error that knows its place keeps it. */
export function at<T>(file: string, line: number | undefined, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw traceError(file, line, error);
  }
}

export function traceError(file: string, line: number | undefined, error: unknown): TraceError {
  if (error instanceof TraceError) return error;
  return new TraceError(file, line, error instanceof Error ? error.message : String(error));
}
