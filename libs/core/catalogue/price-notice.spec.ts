import { MS_PER_DAY } from '../kernel';
import { checkAudience, checkNoticePolicy, type NoticePolicy, type NoticeRule } from './notice-policy';
import { checkNotice, type AnnouncedChange, type PriceNotice } from './price-notice';

const NOW = Date.parse('2026-10-01T00:00:00Z');
const day = (days: number): number => NOW + days * MS_PER_DAY;
const RULE: NoticeRule = { audience: { all: true }, change: 'price_rise', channels: ['sms'], leadDays: 30 };
const DEVELOPERS: NoticeRule = {
  audience: { segments: ['developer'] },
  change: 'any',
  channels: ['sms', 'email'],
  leadDays: 10,
};
const policy = (...rules: NoticeRule[]): NoticePolicy => ({ code: 'notice', rules });
const NOTICE: PriceNotice = {
  announcedAt: '2026-10-01T08:00:00+08:00',
  audience: { all: true },
  channels: ['sms', 'email'],
  text: 'dearer',
};
const RISE: AnnouncedChange = {
  effectiveFrom: day(30),
  isChange: true,
  isRise: true,
  reaches: undefined,
  now: NOW,
};
const CHANGE = { ...RISE, isRise: false };
const consumers = { ...RISE, reaches: new Set(['consumer']) };
const both = { ...RISE, reaches: new Set(['consumer', 'developer']) };
const told = (...segments: string[]): PriceNotice => ({ ...NOTICE, audience: { segments } });

describe('a notice of a price', () => {
  it.each<[string, PriceNotice | null, NoticePolicy | undefined, AnnouncedChange, string[]]>([
    ['is not asked for without a policy', null, undefined, RISE, []],
    ['is not asked for by a policy without rules', null, policy(), RISE, []],
    ['is asked for by a rule', null, policy(RULE), RISE, ['notice notice_missing']],
    ['of a rise is not asked for of what is no rise', null, policy(RULE), CHANGE, []],
    ['of any change is', null, policy({ ...RULE, change: 'any' }), CHANGE, ['notice notice_missing']],
    ['is not asked for of a first version', null, policy(DEVELOPERS), { ...CHANGE, isChange: false }, []],
    ['is not asked for of what is for other segments', null, policy(DEVELOPERS), consumers, []],
    [
      'is asked for of what is for the segment, too',
      null,
      policy(DEVELOPERS),
      both,
      ['notice notice_missing'],
    ],
    ['is asked for of what is for anybody', null, policy(DEVELOPERS), RISE, ['notice notice_missing']],
    ['is not asked for where nobody buys by it', null, policy(RULE), { ...RISE, reaches: new Set() }, []],
    ['is long enough to the instant', NOTICE, policy(RULE), RISE, []],
    [
      'is too short by a millisecond',
      NOTICE,
      policy(RULE),
      { ...RISE, effectiveFrom: day(30) - 1 },
      ['notice.announcedAt notice_too_short'],
    ],
    [
      'has the longest lead of its rules',
      NOTICE,
      policy({ ...RULE, leadDays: 31 }, DEVELOPERS),
      RISE,
      ['notice.announcedAt notice_too_short'],
    ],
    [
      'cannot be of the past, even where none is asked for',
      NOTICE,
      undefined,
      { ...RISE, now: NOW + 1 },
      ['notice.announcedAt announced_in_the_past'],
    ],
    [
      'cannot come after the version',
      NOTICE,
      undefined,
      { ...RISE, effectiveFrom: NOW - 1 },
      ['notice.announcedAt announced_too_late'],
    ],
    [
      'goes by every channel of its rules',
      { ...NOTICE, channels: ['in_app'] },
      policy(RULE, DEVELOPERS),
      RISE,
      ['notice.channels channel_missing'],
    ],
    [
      'tells all whom a rule is about',
      told('consumer'),
      policy(RULE),
      RISE,
      ['notice.audience audience_missing'],
    ],
    ['may tell those alone who buy by it', told('consumer'), policy(RULE), consumers, []],
    [
      'tells the segment of its rule',
      told('consumer'),
      policy(DEVELOPERS),
      both,
      ['notice.audience audience_missing'],
    ],
    ['may tell the segment of its rule alone', told('developer'), policy(DEVELOPERS), both, []],
  ])('%s', (_what, notice, rules, change, faults) => {
    expect(checkNotice(notice, rules, change).map(({ path, code }) => `${path} ${code}`)).toEqual(faults);
  });

  it('names the day from which on it would do', () => {
    const [fault] = checkNotice(NOTICE, policy(RULE), { ...RISE, effectiveFrom: day(3) });
    expect(fault?.detail).toContain('2026-10-31T00:00:00Z');
  });
});

describe('an audience', () => {
  it.each([
    [{ all: true as const }, 0],
    [{ segments: ['developer'] }, 0],
    [{}, 1],
    [{ all: true as const, segments: ['developer'] }, 1],
  ])('is all or some segments: %j', (audience, faults) => {
    expect(checkAudience(audience, 'audience')).toHaveLength(faults);
    expect(checkNoticePolicy(policy(RULE, { ...RULE, audience }))).toHaveLength(faults);
  });
});
