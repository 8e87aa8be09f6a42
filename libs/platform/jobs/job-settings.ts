/** How patient jobs are. A class, so that Nest can inject it. */
export class JobSettings {
  /** Between two looks at the outbox; a request is relayed at once by the process that took it. */
  readonly relayEveryMs: number = 1_000;
  /** Between two looks for runs that went astray. */
  readonly sweepEveryMs: number = 15_000;
  /** Between two signs of life of a run that is worked on. */
  readonly heartbeatEveryMs: number = 5_000;
  /** A run that was not heard of for so long is nobody's. */
  readonly lostAfterMs: number = 30_000;
  /** The least time between two reports of progress. */
  readonly progressEveryMs: number = 500;
  /** How often a run is begun before it has failed. */
  readonly attempts: number = 3;
  /** Before the second attempt; doubles before each further one. */
  readonly pauseMs: number = 1_000;
}
