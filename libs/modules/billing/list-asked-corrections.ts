import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import { AskedCorrectionsStore, type AskedCorrection } from './asked-corrections.store';

/** What of final documents waits for a second person to void or to credit it, the earliest first. */
@Injectable()
export class ListAskedCorrections {
  constructor(
    private readonly database: Database,
    private readonly asked: AskedCorrectionsStore,
  ) {}

  run(kind: AskedCorrection['kind'], limit: number): Promise<AskedCorrection[]> {
    return this.database.transaction((tx) => this.asked.list(tx, kind, limit));
  }
}
