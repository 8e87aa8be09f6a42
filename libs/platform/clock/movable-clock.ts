import type { Instant } from '@ciyuan/core/kernel';
import { Clock } from './clock';

/** Stands still until it is moved, for tests and for the demo. Never goes back: no flow expects that. */
export class MovableClock extends Clock {
  constructor(private instant: Instant) {
    super();
    if (!Number.isSafeInteger(instant)) throw new RangeError(`not an instant: ${instant}`);
  }

  now(): Instant {
    return this.instant;
  }

  /** Throws when `instant` lies before now, or is no whole number of milliseconds. */
  moveTo(instant: Instant): void {
    if (!Number.isSafeInteger(instant) || instant < this.instant) {
      throw new RangeError(`the clock stands at ${this.instant} and cannot move to ${instant}`);
    }
    this.instant = instant;
  }

  moveBy(milliseconds: number): void {
    this.moveTo(this.instant + milliseconds);
  }
}
