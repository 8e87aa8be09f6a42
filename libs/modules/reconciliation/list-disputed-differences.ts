import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { DisputedDifference } from './difference';
import { DifferencesStore } from './differences.store';

export interface DisputesToList {
  readonly party: string;
  /** `YYYY-MM`. */
  readonly month: string;
}

/**
 * The differences of a party's month that are to be disputed, by id, with both sides' figures: what a dispute names as
 * the evidence of its lines. An id stands for ever; whether it is still to be disputed is as of now.
 */
@Injectable()
export class ListDisputedDifferences {
  constructor(
    private readonly database: Database,
    private readonly differences: DifferencesStore,
  ) {}

  run({ party, month }: DisputesToList): Promise<readonly DisputedDifference[]> {
    return this.database.transaction((tx) => this.differences.disputed(tx, party, month));
  }
}
