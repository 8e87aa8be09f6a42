import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { BillRun } from './bill-run';
import { documentsDigest } from './documents-digest';
import { InvoicesStore } from './invoices.store';
import { LoadBilling } from './load-billing';
import { RunAccountsStore } from './run-accounts.store';

/** Calculates a draft again as its accounts stand now; answers with the first chunk that comes out otherwise. */
@Injectable()
export class FindStaleChunk {
  constructor(
    private readonly database: Database,
    private readonly accounts: RunAccountsStore,
    private readonly loadBilling: LoadBilling,
    private readonly invoices: InvoicesStore,
  ) {}

  async run(run: BillRun): Promise<number | undefined> {
    const digests = await this.database.transaction((tx) => this.invoices.chunks(tx, run.id));
    for (let chunk = 1; chunk <= run.chunks; chunk++) {
      const digest = await this.database.snapshot((tx) => this.digestNow(tx, run, chunk));
      if (digest !== digests.get(chunk)) return chunk;
    }
    return undefined;
  }

  private async digestNow(tx: Tx, run: BillRun, chunk: number): Promise<string> {
    const frozen = await this.accounts.ofChunk(tx, run.id, chunk);
    return documentsDigest(await this.loadBilling.run(tx, run, await this.accounts.asTheyStand(tx, frozen)));
  }
}
