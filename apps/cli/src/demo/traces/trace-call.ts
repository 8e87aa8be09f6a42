/** One call of a model in a trace, before it is given a subscriber, a place in the month and a market. */
export interface TraceCall {
  /** Calls of one session go to one subscriber, in the order of the file. */
  readonly session: string;
  /** Whole milliseconds. Only differences inside a session count. */
  readonly offsetMs: number;
  /** As the trace names it; missing where it names none. */
  readonly model?: string;
  readonly counts: TraceCounts;
  /** Unique in its file, and the same whenever the file is read. */
  readonly recordKey: string;
}

/** Disjoint whole numbers: `input` is what of the prompt was not served from a cache. */
export interface TraceCounts {
  readonly input: number;
  readonly cachedInput: number;
  readonly output: number;
}
