import { MS_PER_DAY, formatInstant, parseInstant, type Instant } from '../kernel';
import type { DocumentFault } from './document-fault';
import type { NoticeAudience, NoticeChannel, NoticePolicy, NoticeRule } from './notice-policy';

/** How a version of a plan or a price book is announced to those whom it concerns. */
export interface PriceNotice {
  /** ISO 8601 with an offset. */
  readonly announcedAt: string;
  readonly audience: NoticeAudience;
  readonly channels: readonly NoticeChannel[];
  readonly text: string;
}

/** What a version would change, and when. */
export interface AnnouncedChange {
  readonly effectiveFrom: Instant;
  /** Whether there is a version that it follows. */
  readonly isChange: boolean;
  readonly isRise: boolean;
  /** The segments that buy by the document; undefined where anybody may. */
  readonly reaches: ReadonlySet<string> | undefined;
  /** When it is looked at: what is announced was not announced before. */
  readonly now: Instant;
}

export type NoticeFaultCode =
  | 'notice_missing'
  | 'announced_in_the_past'
  | 'announced_too_late'
  | 'notice_too_short'
  | 'channel_missing'
  | 'audience_missing';

/** What the policy in force asks of a version, and what of it is not done. A change that no rule is about needs no notice. */
export function checkNotice(
  notice: PriceNotice | null,
  policy: NoticePolicy | undefined,
  change: AnnouncedChange,
): DocumentFault<NoticeFaultCode>[] {
  const rules = (policy?.rules ?? []).filter((rule) => isAbout(rule, change));
  if (notice !== null) return faultsOf(notice, rules, change);
  if (rules.length === 0) return [];
  const channels = [...new Set(rules.flatMap((rule) => rule.channels))].join(', ');
  const detail = `to be announced by ${channels}, ${longestLead(rules)} days before the version begins`;
  return [{ path: 'notice', code: 'notice_missing', detail }];
}

function isAbout({ audience, change }: NoticeRule, { isChange, isRise, reaches }: AnnouncedChange): boolean {
  if (!(change === 'any' ? isChange : isRise)) return false;
  if (reaches === undefined) return true;
  return audience.segments === undefined
    ? reaches.size > 0
    : audience.segments.some((segment) => reaches.has(segment));
}

function faultsOf(
  notice: PriceNotice,
  rules: readonly NoticeRule[],
  { effectiveFrom, reaches, now }: AnnouncedChange,
): DocumentFault<NoticeFaultCode>[] {
  const announcedAt = parseInstant(notice.announcedAt) as Instant;
  const days = longestLead(rules);
  const earliest = announcedAt + days * MS_PER_DAY;
  const faults: DocumentFault<NoticeFaultCode>[] = [];
  const add = (path: string, code: NoticeFaultCode, detail: string): void => {
    faults.push({ path: `notice.${path}`, code, detail });
  };
  if (announcedAt < now)
    add('announcedAt', 'announced_in_the_past', `not before ${formatInstant(now)}, when it is looked at`);
  if (effectiveFrom < announcedAt)
    add('announcedAt', 'announced_too_late', `the version begins ${formatInstant(effectiveFrom)}`);
  else if (effectiveFrom < earliest)
    add(
      'announcedAt',
      'notice_too_short',
      `${days} days later is ${formatInstant(earliest)}: begin then, or after`,
    );
  const channels = new Set(rules.flatMap((rule) => rule.channels));
  for (const channel of notice.channels) channels.delete(channel);
  if (channels.size > 0) add('channels', 'channel_missing', `by ${[...channels].join(', ')}, too`);
  const missed = rules.flatMap((rule) => missedBy(notice.audience, rule.audience, reaches));
  if (missed.length > 0) add('audience', 'audience_missing', [...new Set(missed)].join(', '));
  return faults;
}

const longestLead = (rules: readonly NoticeRule[]): number =>
  rules.reduce((days, { leadDays }) => Math.max(days, leadDays), 0);

/** Of those whom a rule is about, and who buy by the document, those who would not be told. */
function missedBy(
  told: NoticeAudience,
  due: NoticeAudience,
  reaches: ReadonlySet<string> | undefined,
): readonly string[] {
  if (told.segments === undefined) return [];
  const concerned = due.segments ?? (reaches === undefined ? undefined : [...reaches]);
  if (concerned === undefined) return ['all'];
  return concerned.filter(
    (segment) => (reaches?.has(segment) ?? true) && told.segments?.includes(segment) === false,
  );
}
