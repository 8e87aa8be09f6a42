import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { PhoneBillFileDetails } from './phone-bill-file';
import { PhoneBillFilesStore } from './phone-bill-files.store';

export interface PhoneBillRead extends PhoneBillFileDetails {
  /** As it was when it was made, byte for byte. */
  readonly content: string;
}

/** A file that was handed over, with its lines; undefined where there is none of the number. */
@Injectable()
export class ReadPhoneBillFile {
  constructor(
    private readonly database: Database,
    private readonly files: PhoneBillFilesStore,
  ) {}

  run(sequence: number): Promise<PhoneBillRead | undefined> {
    return this.database.snapshot(async (tx) => {
      const file = await this.files.bySequence(tx, sequence);
      const content = await this.files.content(tx, sequence);
      if (file === undefined || content === undefined) return undefined;
      return { file, lines: await this.files.lines(tx, sequence), content };
    });
  }
}
