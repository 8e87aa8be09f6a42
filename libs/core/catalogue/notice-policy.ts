import type { DocumentFault } from './document-fault';

export const NOTICE_CHANNELS = ['sms', 'email', 'in_app', 'letter'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

export const NOTICE_CHANGES = ['price_rise', 'any'] as const;
/** What a rule asks notice of: dearer prices alone, or whatever a new version says otherwise. */
export type NoticeChange = (typeof NOTICE_CHANGES)[number];

/** Everybody, or the customers of some segments. */
export interface NoticeAudience {
  readonly all?: true;
  readonly segments?: readonly string[];
}

export interface NoticeRule {
  readonly audience: NoticeAudience;
  readonly change: NoticeChange;
  /** By all of which it has to be told. */
  readonly channels: readonly NoticeChannel[];
  /** How many times 24 hours pass at least between the announcement and the version's beginning. */
  readonly leadDays: number;
}

/** How long before, and how, customers are to be told that prices change. */
export interface NoticePolicy {
  readonly code: string;
  readonly rules: readonly NoticeRule[];
}

/** An audience is said in one way: all, or some. */
export const checkAudience = (
  { all, segments }: NoticeAudience,
  path: string,
): DocumentFault<'all_or_segments'>[] =>
  (all === undefined) === (segments === undefined)
    ? [{ path, code: 'all_or_segments', detail: 'name either all or some segments' }]
    : [];

export const checkNoticePolicy = ({ rules }: NoticePolicy): DocumentFault<'all_or_segments'>[] =>
  rules.flatMap(({ audience }, index) => checkAudience(audience, `rules.${index}.audience`));
