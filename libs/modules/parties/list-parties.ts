import { Injectable } from '@nestjs/common';
import type { Party } from '@ciyuan/core/catalogue';
import { Database } from '@ciyuan/platform/database';
import { PartiesStore } from './parties.store';

/** Every party, by code. */
@Injectable()
export class ListParties {
  constructor(
    private readonly database: Database,
    private readonly parties: PartiesStore,
  ) {}

  run(): Promise<Party[]> {
    return this.database.transaction((tx) => this.parties.list(tx));
  }
}
