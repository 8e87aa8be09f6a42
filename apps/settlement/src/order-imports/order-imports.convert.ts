import { formatInstant } from '@ciyuan/core/kernel';
import {
  IMPORT_ORDER,
  ORDER_ORDER,
  type ImportPage,
  type ImportedOrder,
  type OrderImport,
  type OrderImportRead,
  type OrdersPage,
} from '@ciyuan/modules/subscriptions';
import { writeCsv } from '@ciyuan/platform/csv';
import { Refused, type Fault } from '@ciyuan/platform/http';
import { askedInstant, placeIn, type Listed } from '@ciyuan/platform/lists';
import type {
  ImportedOrderView,
  OrderImportPageView,
  OrderImportQuery,
  OrderImportView,
  OrderImportsQuery,
  OrderImportsView,
} from './order-imports.dto';

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

export const importPageOf = ({ preview, requestedFrom, requestedUntil, ...query }: OrderImportsQuery) => {
  const page: ImportPage = {
    ...placeIn(IMPORT_ORDER, query),
    preview: preview === undefined ? undefined : preview === 'true',
    requestedBy: query.requestedBy,
    requestedFrom: askedInstant(requestedFrom),
    requestedUntil: askedInstant(requestedUntil),
  };
  return page;
};

export const importsOf = ({ items, next }: Listed<OrderImport>): OrderImportsView => ({
  imports: items.map(importOf),
  next,
});

export const orderPageOf = (importId: number, { after, ...filters }: OrderImportQuery): OrdersPage => ({
  ...filters,
  ...placeIn(ORDER_ORDER, { ...filters, after }),
  importId,
});

export const importReadOf = ({ import: found, counts, orders }: OrderImportRead): OrderImportPageView => ({
  ...importOf(found),
  counts,
  orders: orders.items.map(orderOf),
  next: orders.next,
});

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
