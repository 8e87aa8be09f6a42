import { formatFen, ok, parseFen, parseInstant, refuse, type Result } from '@ciyuan/core/kernel';
import { readRecords } from '@ciyuan/platform/csv';
import { codeText, currencyCode, decimalText, readWith, type ValueFault } from '@ciyuan/platform/validation';
import { z } from 'zod';
import {
  COLLECTION_STATES,
  FEEDBACK_FILE,
  isCollected,
  lineFault,
  type FeedbackHeader,
  type ReportedLine,
} from './phone-bill-feedback';

const MOST_LINES = 20_000;
const MOST_FEN_DIGITS = 18;
const HEADER_FIELDS = ['record', 'format', 'sender', 'sequence', 'currency'];
const DETAIL_FIELDS = ['record', 'line', 'account', 'invoice', 'state', 'amount', 'date', 'reason'];
const TRAILER_FIELDS = ['record', 'count', 'sum'];

const amount = decimalText(2).max(MOST_FEN_DIGITS);
const whole = z.coerce.number().int().min(1).max(2_147_483_647);
const header = z.strictObject({
  record: z.literal('H'),
  format: z.literal('ciyuan-phone-bill-feedback-1'),
  sender: codeText,
  sequence: whole,
  currency: currencyCode,
});
const detail = z.strictObject({
  record: z.literal('D'),
  line: whole,
  account: codeText,
  invoice: z.string().min(1).max(64),
  state: z.enum(COLLECTION_STATES),
  amount: amount.regex(/[1-9]/, 'above 0'),
  date: z.string().refine((text) => parseInstant(`${text}T00:00:00Z`) !== undefined, 'a day, YYYY-MM-DD'),
  reason: z.string().max(500).optional(),
});
const trailer = z.strictObject({ record: z.literal('T'), count: whole, sum: amount });

export interface FeedbackFile {
  readonly header: FeedbackHeader;
  readonly lines: readonly ReportedLine[];
}

/**
 * A carrier's file: a header, a record a line, and a trailer that has to agree with them; or all its faults, each with
 * its line and field.
 */
export function readFeedbackFile(bytes: Uint8Array): Result<FeedbackFile, readonly ValueFault[]> {
  const records = readRecords(bytes, { name: FEEDBACK_FILE, mostLines: MOST_LINES + 2 });
  if (!records.ok) return records;
  const last = records.value.length;
  if (last < 3) return refuse([lineFault(last, 'record', 'too_short', 'a header, lines and a trailer')]);
  if (last > MOST_LINES + 2) return refuse([lineFault(last, 'record', 'too_many_lines', `${MOST_LINES}`)]);
  const faults: ValueFault[] = [];
  const read = <T>(index: number, fields: readonly string[], schema: z.ZodType<T>): T | undefined => {
    const result = readWith(schema, named(records.value[index] ?? [], fields));
    if (result.ok) return result.value;
    faults.push(...result.refusal.map((one) => lineFault(index + 1, one.path, one.code, one.detail)));
    return undefined;
  };
  const head = read(0, HEADER_FIELDS, header);
  const details = records.value.slice(1, -1).map((_, index) => read(index + 1, DETAIL_FIELDS, detail));
  const end = read(last - 1, TRAILER_FIELDS, trailer);
  if (faults.length > 0 || head === undefined || end === undefined) return refuse(faults);
  const lines = details.flatMap((one) => (one === undefined ? [] : [lineOf(one)]));
  const unsound = [...lineFaults(lines), ...trailerFaults(lines, end, last)];
  if (unsound.length > 0) return refuse(unsound);
  const { sender, sequence, currency } = head;
  return ok({ header: { sender, sequence, currency }, lines });
}

/** Empty fields are absent; those beyond the last are named by their place, and refused. */
const named = (cells: readonly string[], fields: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    cells.flatMap((cell, index) => (cell === '' ? [] : [[fields[index] ?? String(index + 1), cell]])),
  );

const lineOf = (one: z.infer<typeof detail>): ReportedLine => ({
  line: one.line,
  account: one.account,
  document: one.invoice,
  state: one.state,
  amountFen: parseFen(one.amount),
  day: one.date,
  reason: one.reason ?? null,
});

function lineFaults(lines: readonly ReportedLine[]): ValueFault[] {
  return lines.flatMap((one, index) => [
    ...(one.line === index + 1 ? [] : [lineFault(index + 2, 'line', 'out_of_order', `${index + 1}`)]),
    ...(isCollected(one) || one.reason !== null
      ? []
      : [lineFault(index + 2, 'reason', 'reason_needed', 'why it was not collected')]),
  ]);
}

function trailerFaults(
  lines: readonly ReportedLine[],
  { count, sum }: z.infer<typeof trailer>,
  place: number,
): ValueFault[] {
  const total = lines.reduce((all, { amountFen }) => all + amountFen, 0n);
  return [
    ...(count === lines.length ? [] : [lineFault(place, 'count', 'wrong_count', `${lines.length} lines`)]),
    ...(parseFen(sum) === total ? [] : [lineFault(place, 'sum', 'wrong_sum', `${formatFen(total)} in all`)]),
  ];
}
