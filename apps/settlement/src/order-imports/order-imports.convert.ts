import { formatInstant } from '@ciyuan/core/kernel';
import type { ImportedOrder, OrderImport, OrderImportRead } from '@ciyuan/modules/subscriptions';
import { writeCsv } from '@ciyuan/platform/csv';
import { Refused, pageOf, type Fault } from '@ciyuan/platform/http';
import type { ImportedOrderView, OrderImportPageView, OrderImportView } from './order-imports.dto';

/** What came as a file; JSON has been read into something else by now. */
export function bytesOf(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  throw new Refused('unsupported', 'unsupported', 'The body is to be the file itself, with its media type.');
}

export function refusedFile(faults: readonly Fault[]): Refused {
  const [first] = faults;
  return new Refused('unprocessable', 'invalid_order_file', `${first?.path}: ${first?.detail}`, faults);
}

export const unknownImport = (): Refused =>
  new Refused('not_found', 'unknown_import', 'There is no import of this id.');

export const importOf = ({ requestedAt, ...found }: OrderImport): OrderImportView => ({
  ...found,
  requestedAt: formatInstant(requestedAt),
});

export function importPageOf({ import: found, counts, orders }: OrderImportRead, limit: number) {
  const { items, continuesAfter } = pageOf(orders, limit);
  const page: OrderImportPageView = {
    ...importOf(found),
    counts,
    orders: items.map(orderOf),
    next: continuesAfter?.line ?? null,
  };
  return page;
}

const COLUMNS = [
  'line',
  'orderId',
  'account',
  'plan',
  'startsAt',
  'channel',
  'outcome',
  'subscriptionId',
  'code',
  'detail',
] as const;

export const outcomesFile = (orders: readonly ImportedOrder[]): Uint8Array =>
  writeCsv(
    COLUMNS,
    orders.map((order) => ({ ...orderOf(order) })),
  );

function orderOf({ line, orderId, account, plan, startsAt, channel, decided }: ImportedOrder) {
  const refused = decided?.outcome === 'refused' ? decided : undefined;
  const taken = decided?.outcome === 'taken' || decided?.outcome === 'known' ? decided : undefined;
  const view: ImportedOrderView = {
    line,
    orderId,
    account,
    plan,
    startsAt: formatInstant(startsAt),
    channel: channel ?? null,
    outcome: decided?.outcome ?? 'open',
    subscriptionId: taken?.subscriptionId ?? null,
    code: refused?.code ?? null,
    detail: refused?.detail ?? null,
  };
  return view;
}
