import { stringify } from 'csv-stringify/sync';
import { formatInstant } from '@ciyuan/core/kernel';
import {
  CONCERNED_ORDER,
  NOTICE_ORDER,
  type AnnouncedVersion,
  type ConcernedPage,
  type ConcernedSubscription,
  type NoticePage,
} from '@ciyuan/modules/catalogue';
import { Refused } from '@ciyuan/platform/http';
import { askedInstant, placeIn, type Listed } from '@ciyuan/platform/lists';
import type {
  ConcernedPageView,
  ConcernedQuery,
  ConcernedView,
  NoticeView,
  NoticesQuery,
  NoticesView,
} from './price-notices.dto';

export const noticePageOf = (query: NoticesQuery): NoticePage => ({
  ...placeIn(NOTICE_ORDER, query),
  kind: query.kind,
  code: query.code,
  from: askedInstant(query.from),
  until: askedInstant(query.until),
  effectiveFrom: askedInstant(query.effectiveFrom),
  effectiveUntil: askedInstant(query.effectiveUntil),
});

export const noticesOf = ({ items, next }: Listed<AnnouncedVersion>): NoticesView => ({
  notices: items.map(noticeOf),
  next,
});

const noticeOf = ({ documentId: _document, ...notice }: AnnouncedVersion): NoticeView => ({
  ...notice,
  announcedAt: formatInstant(notice.announcedAt),
  effectiveFrom: formatInstant(notice.effectiveFrom),
  createdAt: formatInstant(notice.createdAt),
});

export const unknownNotice = (): Refused =>
  new Refused('not_found', 'unknown_notice', 'There is no notice of this id.');

export const concernedPageOf = (query: ConcernedQuery): ConcernedPage => ({
  ...placeIn(CONCERNED_ORDER, query),
  plan: query.plan,
  segment: query.segment,
  channel: query.channel,
});

export const concernedOf = ({ items, next }: Listed<ConcernedSubscription>): ConcernedPageView => ({
  subscriptions: items.map(viewOf),
  next,
});

const viewOf = ({ isProtected, protectedUntil, ...view }: ConcernedSubscription): ConcernedView => ({
  ...view,
  protected: isProtected,
  protectedUntil: protectedUntil === null ? null : formatInstant(protectedUntil),
});

const COLUMNS = [
  'account',
  'subscriptionId',
  'customer',
  'segment',
  'channel',
  'plan',
  'planVersion',
  'protected',
  'protectedUntil',
] as const satisfies readonly (keyof ConcernedView)[];
/** Said as a word: nothing at all would read as something that is not known. */
const cast = { boolean: String };

/** A header, and a line for each of the subscriptions; codes and numbers, which no spreadsheet takes for a formula. */
export async function* csvOf(pages: AsyncIterable<readonly ConcernedSubscription[]>): AsyncGenerator<string> {
  yield stringify([[...COLUMNS]]);
  for await (const page of pages) yield stringify(page.map(viewOf), { columns: [...COLUMNS], cast });
}
