import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@nestjs/common';
import { Repeating } from './repeating';

const EVERY_MS = 5;

/** Turns that fail as often as there are faults, and then do not; each after a while. */
function turns(...faults: readonly string[]) {
  const said: string[] = [];
  const course = { begun: 0, ended: 0, said };
  const logger = { error: (message: string) => said.push(message) } as unknown as Logger;
  const repeating = new Repeating(logger, EVERY_MS, async () => {
    const fault = faults[course.begun++];
    await pause(EVERY_MS);
    course.ended += 1;
    if (fault !== undefined) throw new Error(fault);
  });
  return { repeating, course };
}

/** Turns that last until they are let go, one by one. */
function heldTurns() {
  const gates: (() => void)[] = [];
  const course = { begun: 0, ended: 0 };
  const letGo = (): void => gates.shift()?.();
  const repeating = new Repeating({ error: jest.fn() } as unknown as Logger, EVERY_MS, async () => {
    course.begun += 1;
    await new Promise<void>((resolve) => gates.push(resolve));
    course.ended += 1;
  });
  return { repeating, course, letGo };
}

describe('work that is repeated', () => {
  it('goes on after turns that fail, and says each new fault once', async () => {
    const { repeating, course } = turns('down', 'down', 'lost', 'down');
    repeating.start();
    while (course.ended < 6) await pause(EVERY_MS);
    await repeating.stop();
    expect(course.said).toEqual(['down', 'lost', 'down']);
  });

  it('takes a turn at once, one after another', async () => {
    const { repeating, course, letGo } = heldTurns();
    const [first, second] = [repeating.now(), repeating.now()];
    await nextTurn();
    expect([course.begun, course.ended]).toEqual([1, 0]);
    letGo();
    await first;
    await nextTurn();
    expect([course.begun, course.ended]).toEqual([2, 1]);
    letGo();
    await second;
    expect([course.begun, course.ended]).toEqual([2, 2]);
    await repeating.stop();
  });

  it('stops after the turn that is under way, and takes no other', async () => {
    const { repeating, course, letGo } = heldTurns();
    void repeating.now();
    await nextTurn();
    const stopped = repeating.stop();
    letGo();
    await stopped;
    expect([course.begun, course.ended]).toEqual([1, 1]);
    await repeating.now();
    await pause(3 * EVERY_MS);
    expect(course.begun).toBe(1);
  });
});
