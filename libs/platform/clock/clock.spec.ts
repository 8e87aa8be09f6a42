import { Injectable } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Clock } from './clock';
import { ClockModule } from './clock.module';
import { MovableClock } from './movable-clock';
import { SystemClock } from './system-clock';

@Injectable()
class Asker {
  constructor(readonly clock: Clock) {}
}

async function askerWith(module: Parameters<typeof ClockModule.forRoot>): Promise<Asker> {
  const built = await Test.createTestingModule({
    imports: [ClockModule.forRoot(...module)],
    providers: [Asker],
  }).compile();
  return built.get(Asker);
}

describe('the clock', () => {
  it('is the machine’s when nobody gives another', async () => {
    const { clock } = await askerWith([]);
    expect(clock).toBeInstanceOf(SystemClock);
    const before = Date.now();
    expect(clock.now()).toBeGreaterThanOrEqual(before);
    expect(clock.now()).toBeLessThanOrEqual(Date.now());
  });

  it('stands still until it is moved', async () => {
    const movable = new MovableClock(1_000);
    const { clock } = await askerWith([movable]);
    expect(clock.now()).toBe(1_000);
    movable.moveTo(5_000);
    movable.moveBy(250);
    movable.moveBy(0);
    expect(clock.now()).toBe(5_250);
  });

  it.each([[999], [Number.NaN], [1_000.5]])('does not move from 1000 to %p', (instant) => {
    const movable = new MovableClock(1_000);
    expect(() => movable.moveTo(instant)).toThrow(RangeError);
    expect(movable.now()).toBe(1_000);
  });

  it('does not begin at what is no instant', () => {
    expect(() => new MovableClock(0.5)).toThrow(RangeError);
  });
});
