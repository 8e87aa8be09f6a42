import { type DynamicModule, Module } from '@nestjs/common';
import { Clock } from './clock';
import { SystemClock } from './system-clock';

@Module({})
export class ClockModule {
  /** The clock of the whole process; the machine's own when none is given. */
  static forRoot(clock: Clock = new SystemClock()): DynamicModule {
    const providers = [{ provide: Clock, useValue: clock }];
    return { module: ClockModule, global: true, providers, exports: [Clock] };
  }
}
