import { formatInstant } from '@ciyuan/core/kernel';
import { SUSPENSE_ORDER, type SuspenseEntry, type SuspensePage } from '@ciyuan/modules/usage';
import { askedInstant, placeIn, type Listed } from '@ciyuan/platform/lists';
import type { SuspensePageView, SuspenseQuery, SuspenseView } from './suspense.dto';

export const pageOf = (query: SuspenseQuery, toldTo: string | undefined): SuspensePage => ({
  ...placeIn(SUSPENSE_ORDER, query),
  reason: query.reason,
  detail: query.detail,
  account: query.account,
  partner: query.partner,
  toldTo,
  from: askedInstant(query.from),
  until: askedInstant(query.until),
  openedFrom: askedInstant(query.openedFrom),
  openedUntil: askedInstant(query.openedUntil),
});

export const suspenseOf = ({ items, next }: Listed<SuspenseEntry>): SuspensePageView => ({
  entries: items.map(viewOf),
  next,
});

const viewOf = (entry: SuspenseEntry): SuspenseView => ({
  key: entry.key,
  partner: entry.partner,
  source: entry.source,
  id: entry.recordId,
  account: entry.accountCode,
  at: formatInstant(entry.at.getTime()),
  reason: entry.reason,
  detail: entry.detail,
  openedAt: formatInstant(entry.openedAt.getTime()),
  record: entry.body,
});
