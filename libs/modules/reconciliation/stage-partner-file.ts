import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';
import { FaultyFile } from './file/file-faults';
import type { Header } from './file/read-header';
import { readPartnerFile } from './file/read-partner-file';
import { ReconciliationFilesStore } from './reconciliation-files.store';
import type { OnProgress, Reconciliation } from './reconciliation-run';
import { StagedRowsStore } from './staged-rows.store';

export interface StagedFile {
  readonly rows: number;
  readonly header: Header;
}

/**
 * Brings the rows of a kept file into a table of the transaction, each with its key. Throws {@link FaultyFile} where a
 * row cannot be read, or two rows have the same key.
 */
@Injectable()
export class StagePartnerFile {
  constructor(
    private readonly files: ReconciliationFilesStore,
    private readonly staged: StagedRowsStore,
  ) {}

  async run(tx: Tx, run: Reconciliation, onProgress: OnProgress): Promise<StagedFile> {
    const { id, fileFormat: format, columns } = run;
    const file = readPartnerFile({ bytes: this.files.read(tx, id), format, columns, subject: run });
    await this.staged.begin(tx);
    let rows = 0;
    for await (const block of file.blocks) {
      await this.staged.add(tx, block);
      rows += block.length;
      await onProgress(rows, null);
    }
    await this.staged.key(tx, run);
    const repeated = await this.staged.repeated(tx);
    if (repeated.length > 0) throw new FaultyFile(repeated);
    return { rows, header: file.header() };
  }
}
