import type { AccountEvent } from '@ciyuan/core/charging';
import { formatYuan, parseYuan } from '@ciyuan/core/kernel';
import type { UsageRecord } from '@ciyuan/core/usage';
import { reportedRecord, type ReportedRow } from '@ciyuan/modules/usage';
import { text } from './figures';

/** What took a number of the account's sequence; an order does not say which write it was of. */
export interface LoggedEvent {
  readonly batchId: number | null;
  readonly event: AccountEvent;
}

/** A charged record with what is stored of its rating, as text. */
export interface LoggedRecord extends LoggedEvent {
  readonly batchId: number;
  readonly record: UsageRecord;
  readonly figures: Readonly<Record<string, string>>;
}

/** A row of what took a number of an account's sequence; what `about`, `at` and `word` are, its kind says. */
export interface EventRow {
  kind: Exclude<AccountEvent['kind'], 'record' | 'granted' | 'subscription'>;
  sequence: string;
  batch_id: string | null;
  about: string | null;
  at: Date | null;
  word: string | null;
}

export interface RecordRow extends ReportedRow {
  sequence: string;
  batch_id: string;
}

const AMOUNTS = [
  'recognised_gross',
  'recognised_net',
  'usage_gross',
  'vendor_cost',
  'compute_cost',
  'commitment_gross',
] as const;
const PLAIN = [
  'model',
  'reported_model',
  'accounting_month',
  'grant_number',
  'drawn_milli',
  'first_drawn_milli',
  'covered_tokens',
  'overage_tokens',
  'overage_kind',
  'base_plan_version_id',
  'price_version_id',
  'commitment_subscription_id',
  'commitment_tokens',
] as const;

export function eventOf({ kind, word, ...row }: EventRow): AccountEvent {
  const [sequence, about, at] = [Number(row.sequence), Number(row.about), row.at?.getTime() ?? 0];
  switch (kind) {
    case 'order':
      return { kind, sequence, planVersionId: about, startsAt: at, channel: word };
    case 'cycle':
      return { kind, sequence };
    case 'expiry':
      return { kind, sequence, grantNumber: about };
    case 'given':
      return { kind, sequence, grantNumber: about, milliTokens: BigInt(word ?? 0), now: at };
    case 'reversal':
    case 're_rating':
      return { kind, sequence, recordSequence: about };
  }
}

export function recordOf(row: RecordRow, accountCode: string): LoggedRecord {
  const record = reportedRecord(row, accountCode);
  const figures: Record<string, string> = {};
  for (const name of PLAIN) figures[name] = text(row[name] as string | null);
  for (const name of AMOUNTS) {
    const amount = row[name] as string | null;
    figures[name] = amount === null ? '' : formatYuan(parseYuan(amount));
  }
  const sequence = Number(row.sequence);
  return { batchId: Number(row.batch_id), event: { kind: 'record', sequence, record }, record, figures };
}
