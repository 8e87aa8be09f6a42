import { Injectable } from '@nestjs/common';
import { pagesOf } from '@ciyuan/platform/lists';
import { csvDifferences, csvHeader, csvTotals } from './differences-csv';
import { DIFFERENCE_ORDER } from './differences.store';
import { ListDifferences } from './list-differences';
import { ReadReconciliation, type RunToRead } from './read-reconciliation';
import type { CountedReconciliation } from './reconciliation-run';

const ROWS_READ_AT_ONCE = 1_000;

/**
 * All that differs, as a file, in the order of the keys, with what each outcome and the whole file came to at its end:
 * so whoever receives it sees that none is missing. Undefined where there is no such run.
 */
@Injectable()
export class ExportDifferences {
  constructor(
    private readonly readReconciliation: ReadReconciliation,
    private readonly listDifferences: ListDifferences,
  ) {}

  async run(wanted: RunToRead): Promise<AsyncIterable<Uint8Array> | undefined> {
    const found = await this.readReconciliation.run(wanted);
    return found === undefined ? undefined : this.content(found);
  }

  private async *content(found: CountedReconciliation): AsyncGenerator<Uint8Array> {
    yield csvHeader();
    const walk = { order: DIFFERENCE_ORDER, sort: 'key', limit: ROWS_READ_AT_ONCE } as const;
    const pages = pagesOf(walk, (place) => this.listDifferences.run({ ...place, runId: found.id }));
    for await (const page of pages) yield csvDifferences(page);
    yield csvTotals(found);
  }
}
