export { Clock } from './clock';
export { ClockModule } from './clock.module';
export { MovableClock } from './movable-clock';
export { SystemClock } from './system-clock';
