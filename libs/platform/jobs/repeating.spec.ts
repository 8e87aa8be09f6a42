import { setTimeout as pause } from 'node:timers/promises';
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

describe('work that is repeated', () => {
  it('goes on after turns that fail, and says each new fault once', async () => {
    const { repeating, course } = turns('down', 'down', 'lost', 'down');
    repeating.start();
    while (course.ended < 6) await pause(EVERY_MS);
    await repeating.stop();
    expect(course.said).toEqual(['down', 'lost', 'down']);
  });

  it('takes a turn at once, one after another', async () => {
    const { repeating, course } = turns();
    const [first, second] = [repeating.now(), repeating.now()];
    await pause(1);
    expect([course.begun, course.ended]).toEqual([1, 0]);
    await first;
    expect(course.ended).toBe(1);
    await second;
    expect([course.begun, course.ended]).toEqual([2, 2]);
    await repeating.stop();
  });

  it('stops after the turn that is under way, and takes no other', async () => {
    const { repeating, course } = turns();
    void repeating.now();
    await pause(1);
    await repeating.stop();
    expect([course.begun, course.ended]).toEqual([1, 1]);
    await repeating.now();
    await pause(3 * EVERY_MS);
    expect(course.begun).toBe(1);
  });
});
