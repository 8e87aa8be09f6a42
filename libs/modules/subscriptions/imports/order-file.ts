import { createHash } from 'node:crypto';
import { ok, parseInstant, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { readCsv, type CsvFile } from '@ciyuan/platform/csv';
import { codeText, instantText, type ValueFault } from '@ciyuan/platform/validation';
import { z } from 'zod';

/** More is more files: a job that is broken off finds its place by reading what is open. */
export const MOST_ORDERS = 10_000;

export interface WrittenOrder {
  /** The caller's own name of the order: it is taken once, whichever file names it. */
  readonly orderId: string;
  readonly account: string;
  readonly plan: string;
  readonly startsAt: Instant;
  readonly channel?: string | undefined;
}

export interface PlacedOrder extends WrittenOrder {
  readonly line: number;
}

export interface OrderFile {
  /** SHA-256 of the bytes, in hex. */
  readonly digest: string;
  readonly orders: readonly PlacedOrder[];
}

/** A number from elsewhere, so capitals and dots may be in it. */
const foreignCode = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:@-]{0,127}$/, 'at most 128 of A-Z, a-z, 0-9 and _ . : @ -');

const ORDERS: CsvFile<WrittenOrder> = {
  name: 'orders',
  columns: ['orderId', 'account', 'plan', 'startsAt', 'channel'],
  optional: ['channel'],
  mostLines: MOST_ORDERS,
  line: z.strictObject({
    orderId: foreignCode,
    account: foreignCode,
    plan: codeText,
    startsAt: instantText.transform((text) => parseInstant(text) as Instant),
    channel: codeText.optional(),
  }),
};

/** The orders of a file; or every cell that is no part of one, and every id that stands twice. */
export function readOrderFile(bytes: Uint8Array): Result<OrderFile, readonly ValueFault[]> {
  const read = readCsv(bytes, ORDERS);
  if (!read.ok) return read;
  const orders = read.value.map(({ line, value }) => ({ line, ...value }));
  const faults = twice(orders);
  const digest = createHash('sha256').update(bytes).digest('hex');
  return faults.length > 0 ? refuse(faults) : ok({ digest, orders });
}

function twice(orders: readonly PlacedOrder[]): ValueFault[] {
  const lines = new Map<string, number>();
  return orders.flatMap(({ orderId, line }) => {
    const first = lines.get(orderId);
    if (first === undefined) lines.set(orderId, line);
    if (first === undefined) return [];
    return [{ path: `orders.${line}.orderId`, code: 'order_twice', detail: `as in line ${first}` }];
  });
}
