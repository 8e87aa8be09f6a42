import { formatInstant, parseInstant } from '@ciyuan/core/kernel';
import { Refused, oneMoreThan, pageOf } from '@ciyuan/platform/http';
import type { ListSuspense } from '@ciyuan/modules/charging';
import type { SuspensePage, SuspenseQuery, SuspenseView } from './suspense.dto';

type Filter = Parameters<ListSuspense['run']>[0];
type Entry = Awaited<ReturnType<ListSuspense['run']>>[number];

export function filterOf(query: SuspenseQuery, partner: string | undefined): Filter {
  return {
    ...(partner === undefined ? {} : { partner }),
    ...(query.reason === undefined ? {} : { reason: query.reason }),
    ...(query.after === undefined ? {} : { after: cursorOf(query.after) }),
    limit: oneMoreThan(query.limit),
  };
}

export function suspenseOf(entries: readonly Entry[], limit: number): SuspensePage {
  const { items, continuesAfter: last } = pageOf(entries, limit);
  return {
    entries: items.map(viewOf),
    next: last === undefined ? null : `${formatInstant(last.openedAt.getTime())} ${last.key}`,
  };
}

function cursorOf(text: string): NonNullable<Filter['after']> {
  const space = text.indexOf(' ');
  const [openedAt, key] = [text.slice(0, Math.max(space, 0)), text.slice(space + 1)];
  const instant = parseInstant(openedAt);
  if (instant === undefined || key === '') {
    throw new Refused('malformed', 'invalid_request', 'after: not a cursor of this list', [
      { path: 'after', code: 'invalid' },
    ]);
  }
  return { openedAt: new Date(instant), key };
}

const viewOf = (entry: Entry): SuspenseView => ({
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
