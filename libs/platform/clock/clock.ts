import type { Instant } from '@ciyuan/core/kernel';

/** Says what time it is: asked at the edge and in flows, never in core. A class, so that Nest can inject it. */
export abstract class Clock {
  abstract now(): Instant;
}
