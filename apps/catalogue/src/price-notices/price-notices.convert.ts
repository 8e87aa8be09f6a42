import { stringify } from 'csv-stringify/sync';
import { formatInstant } from '@ciyuan/core/kernel';
import type {
  AnnouncedVersion,
  ConcernedPlace,
  ConcernedSubscription,
  ListConcerned,
  NoticeFilter,
} from '@ciyuan/modules/catalogue';
import { Refused, oneMoreThan, pageOf } from '@ciyuan/platform/http';
import { instantOf } from '../documents/documents.convert';
import type {
  ConcernedPage,
  ConcernedQuery,
  ConcernedView,
  NoticeView,
  NoticesQuery,
  NoticesView,
} from './price-notices.dto';

export const filterOf = ({ kind, code, from, until, before, limit }: NoticesQuery): NoticeFilter => ({
  ...(kind !== undefined && { kind }),
  ...(code !== undefined && { code }),
  ...(from !== undefined && { from: instantOf(from) }),
  ...(until !== undefined && { until: instantOf(until) }),
  ...(before !== undefined && { before }),
  limit: oneMoreThan(limit),
});

export function noticesOf(notices: readonly AnnouncedVersion[], limit: number): NoticesView {
  const { items, continuesAfter } = pageOf(notices, limit);
  return { notices: items.map(noticeOf), next: continuesAfter?.id ?? null };
}

const noticeOf = ({ documentId: _document, ...notice }: AnnouncedVersion): NoticeView => ({
  ...notice,
  announcedAt: formatInstant(notice.announcedAt),
  effectiveFrom: formatInstant(notice.effectiveFrom),
  createdAt: formatInstant(notice.createdAt),
});

export const unknownNotice = (): Refused =>
  new Refused('not_found', 'unknown_notice', 'There is no notice of this id.');

export function placeOf({ after }: ConcernedQuery): { after?: ConcernedPlace } {
  if (after === undefined) return {};
  const [accountId = 0, subscriptionId = 0] = after.split(':').map(Number);
  return { after: { accountId, subscriptionId } };
}

export function concernedOf(found: readonly ConcernedSubscription[], limit: number): ConcernedPage {
  const { items, continuesAfter: last } = pageOf(found, limit);
  const next = last === undefined ? null : `${last.accountId}:${last.subscriptionId}`;
  return { subscriptions: items.map(viewOf), next };
}

const viewOf = ({ accountId: _account, ...view }: ConcernedSubscription): ConcernedView => view;

const COLUMNS = [
  'account',
  'subscriptionId',
  'customer',
  'segment',
  'channel',
  'plan',
  'planVersion',
] as const satisfies readonly (keyof ConcernedView)[];
export const CSV_PAGE = 1_000;

/** A header, and a line for each of the subscriptions; codes and numbers, which no spreadsheet takes for a formula. */
export async function* csvOf(
  first: readonly ConcernedSubscription[],
  next: (place: ConcernedPlace) => ReturnType<ListConcerned['run']>,
): AsyncGenerator<string> {
  yield stringify([[...COLUMNS]]);
  for (let page = first; page.length > 0; ) {
    yield stringify(page.map(viewOf), { columns: [...COLUMNS] });
    const last = page.at(-1);
    page = last === undefined || page.length < CSV_PAGE ? [] : ((await next(last)) ?? []);
  }
}
