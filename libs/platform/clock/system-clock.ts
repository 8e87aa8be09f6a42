import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import { Clock } from './clock';

@Injectable()
export class SystemClock extends Clock {
  now(): Instant {
    return Date.now();
  }
}
