import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import type { PhoneBillFile } from './phone-bill-file';
import { PhoneBillFilesStore, type PhoneBillPage } from './phone-bill-files.store';

/** One page of the files that were handed over. */
@Injectable()
export class ListPhoneBillFiles {
  constructor(
    private readonly database: Database,
    private readonly files: PhoneBillFilesStore,
  ) {}

  run(page: PhoneBillPage): Promise<Listed<PhoneBillFile>> {
    return this.database.transaction((tx) => this.files.list(tx, page));
  }
}
