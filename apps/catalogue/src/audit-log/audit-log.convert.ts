import { formatInstant } from '@ciyuan/core/kernel';
import { AUDIT_ORDER, type AuditEntry, type AuditFilters, type AuditPage } from '@ciyuan/platform/audit';
import { askedInstant, placeIn, type Listed } from '@ciyuan/platform/lists';
import type { AuditEntriesView, AuditEntryView, AuditFileQuery, AuditQuery } from './audit-log.dto';

export const filtersOf = ({ from, to, ...filters }: AuditFileQuery): AuditFilters => ({
  ...filters,
  from: askedInstant(from),
  until: askedInstant(to),
});

export const pageOf = ({ limit, sort, after, ...filters }: AuditQuery): AuditPage => ({
  ...filtersOf(filters),
  ...placeIn(AUDIT_ORDER, { limit, sort, after }),
});

export const entriesOf = ({ items, next }: Listed<AuditEntry>): AuditEntriesView => ({
  entries: items.map(entryOf),
  next,
});

export const entryOf = ({ at, answer, ...entry }: AuditEntry): AuditEntryView => ({
  ...entry,
  at: formatInstant(at),
  answer: answer === null ? null : { ...answer, at: formatInstant(answer.at) },
});
