import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Clawback } from './clawback';
import { ClawbacksStore } from './clawbacks.store';

/** All that was asked to be taken back, or of one month; the latest first. */
@Injectable()
export class ListClawbacks {
  constructor(
    private readonly database: Database,
    private readonly clawbacks: ClawbacksStore,
  ) {}

  run(originMonth?: string): Promise<Clawback[]> {
    return this.database.transaction((tx) => this.clawbacks.list(tx, originMonth));
  }
}
