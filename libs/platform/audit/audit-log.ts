import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import { pagesOf, type Listed } from '@ciyuan/platform/lists';
import { AuditEntriesStore, type ChainEnd, type ChainPart } from './audit-entries.store';
import {
  AUDIT_ORDER,
  type AuditEntry,
  type AuditFilters,
  type AuditPage,
  type AuditVerification,
} from './audit-entry';

const PART = 1_000;
const BEGINNING: ChainEnd = { number: 0, digest: '' };

/** Reads the log, and walks its chain part by part: it may be long. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly database: Database,
    private readonly entries: AuditEntriesStore,
  ) {}

  list(page: AuditPage): Promise<Listed<AuditEntry>> {
    return this.database.transaction((tx) => this.entries.list(tx, page));
  }

  /** From the oldest on, page by page. */
  all(filters: AuditFilters): AsyncGenerator<readonly AuditEntry[]> {
    return pagesOf({ order: AUDIT_ORDER, sort: 'number', limit: PART }, (place) =>
      this.list({ ...filters, ...place }),
    );
  }

  async verify(): Promise<AuditVerification> {
    const end = await this.database.transaction((tx) => this.entries.end(tx));
    let last = BEGINNING;
    for (let entries = 0; ; ) {
      const part = await this.database.transaction((tx) => this.entries.chain(tx, last, PART));
      const known = part.filter(({ number }) => end === undefined || Number(number) <= end.number);
      const broken = firstBroken(last, known);
      entries += known.length;
      const final = known.at(-1);
      if (broken !== null) return summary(entries, last, broken);
      if (final !== undefined) last = { number: Number(final.number), digest: final.digest };
      if (known.length === PART) continue;
      const isEnd = end?.number === last.number && end.digest === last.digest;
      return summary(entries, last, isEnd ? null : { number: last.number + 1, what: 'end' });
    }
  }
}

const summary = (
  entries: number,
  { number: lastNumber, digest: lastDigest }: ChainEnd,
  broken: AuditVerification['broken'],
): AuditVerification => ({ entries, lastNumber, lastDigest, broken });

function firstBroken(before: ChainEnd, part: readonly ChainPart[]): AuditVerification['broken'] {
  let next = before.number + 1;
  for (const { number, digest, expected } of part) {
    if (Number(number) !== next) return { number: next, what: 'missing' };
    if (digest !== expected) return { number: next, what: 'changed' };
    next += 1;
  }
  return null;
}
