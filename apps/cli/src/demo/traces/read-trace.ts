import { readAzure } from './azure';
import { readClaudeCode } from './claude-code';
import { readMooncake } from './mooncake';
import type { TraceCall } from './trace-call';

/** One streaming reader a format; to read another format is one line here, and its file. */
const READERS = {
  azure: readAzure,
  mooncake: readMooncake,
  'claude-code': readClaudeCode,
} as const;

export type TraceFormat = keyof typeof READERS;

export const TRACE_FORMATS = Object.keys(READERS) as readonly TraceFormat[];

/** The calls of a trace in the order of the file. Throws a `TraceError` that names file and line at a bad row. */
export const readTrace = (path: string, format: TraceFormat): AsyncGenerator<TraceCall> =>
  READERS[format](path);
