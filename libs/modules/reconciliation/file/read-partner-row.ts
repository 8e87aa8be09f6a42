import {
  isDecimal,
  monthBounds,
  MS_PER_DAY,
  parseInstant,
  parseYuan,
  type Instant,
} from '@ciyuan/core/kernel';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import type { RowFault, Subject } from '../reconciliation-run';
import { COUNT_FIELDS, KEY_FIELDS, USUAL_SOURCE, type Columns, type Field } from './file-columns';
import type { Header } from './read-header';
import type { CellFault, FileCell, FileRow } from './file-row';

/** A row as the partner states it; what it does not say is absent. */
export interface PartnerRow {
  readonly row: number;
  readonly at: Instant | undefined;
  readonly texts: Readonly<Record<TextField, string | undefined>>;
  readonly counts: readonly bigint[];
  readonly amountPico: bigint;
}

const TEXT_FIELDS = ['source', 'recordId', 'model', 'tenant', 'plan', 'kind'] as const;
type TextField = (typeof TEXT_FIELDS)[number];

/** Keys are put together with a space between; whatever is longer than any code of ours cannot be one. */
const NAME = /^[^\s\0]{1,200}$/;
const COUNT = /^\d{1,18}$/;
const MONEY_PLACES = 12;
/** How far beyond the month a row may lie, for another cut-off than ours. */
const MARGIN_MS = 31 * MS_PER_DAY;

/** Reads the rows of a file whose header is read. */
export class PartnerRows {
  private readonly earliest: Instant;
  private readonly latest: Instant;

  constructor(
    private readonly subject: Subject,
    private readonly header: Header,
    private readonly columns: Columns,
  ) {
    const { start, end } = monthBounds(OPERATOR_ZONE, subject.month);
    this.earliest = start - MARGIN_MS;
    this.latest = end + MARGIN_MS;
  }

  /** The row; or what is wrong with it, cell by cell. */
  read(row: FileRow): PartnerRow | readonly RowFault[] {
    const faults: RowFault[] = [];
    const cellOf = <T>(field: Field, read: (text: string) => T | CellFault): T | undefined => {
      const value = valueOf(this.cell(row, field), read);
      if (!isFault(value)) return value;
      faults.push({ row: row.row, column: this.columns[field] ?? field, ...value });
      return undefined;
    };
    const { level } = this.subject;
    for (const field of KEY_FIELDS[level])
      if (this.cell(row, field) === '')
        faults.push({ row: row.row, column: this.columns[field] ?? field, ...MISSING });
    const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, cellOf(field, nameOf)]));
    const read: PartnerRow = {
      row: row.row,
      at: cellOf('at', (text) => this.instantOf(text)),
      texts: { ...texts, source: texts['source'] ?? USUAL_SOURCE } as PartnerRow['texts'],
      counts: COUNT_FIELDS[level].map((field) => cellOf(field, countOf) ?? 0n),
      amountPico: cellOf('amount', amountOf) ?? 0n,
    };
    cellOf('currency', (text) => (text === this.subject.currency ? text : OTHER_CURRENCY));
    return faults.length > 0 ? faults : read;
  }

  private cell(row: FileRow, field: Field): FileCell {
    const place = this.header.places.get(field);
    return place === undefined ? '' : (row.cells[place] ?? '');
  }

  private instantOf(text: string): Instant | CellFault {
    const at = parseInstant(text);
    if (at === undefined) return { code: 'not_an_instant', detail: 'such as 2026-01-01T00:00:00+08:00' };
    return at < this.earliest || at >= this.latest
      ? { code: 'far_from_month', detail: `more than 31 days away from ${this.subject.month}` }
      : at;
  }
}

function valueOf<T>(cell: FileCell, read: (text: string) => T | CellFault): T | CellFault | undefined {
  if (typeof cell !== 'string') return cell;
  return cell === '' ? undefined : read(cell);
}

const isFault = (value: unknown): value is CellFault =>
  typeof value === 'object' && value !== null && 'code' in value;

const MISSING: CellFault = { code: 'missing', detail: 'is to be there' };
const OTHER_CURRENCY: CellFault = { code: 'other_currency', detail: 'a file is in one currency' };

const nameOf = (text: string): string | CellFault =>
  NAME.test(text) ? text : { code: 'not_a_name', detail: 'at most 200 characters without a space' };
const countOf = (text: string): bigint | CellFault =>
  COUNT.test(text) ? BigInt(text) : { code: 'not_a_count', detail: 'a whole number, 0 or more' };
const amountOf = (text: string): bigint | CellFault =>
  isDecimal(text, MONEY_PLACES)
    ? parseYuan(text)
    : { code: 'not_an_amount', detail: `a decimal with at most ${MONEY_PLACES} places` };
