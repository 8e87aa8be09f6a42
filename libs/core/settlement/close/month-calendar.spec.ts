import type { CalendarStep, HolidayCalendar, SettlementStep } from '../../catalogue';
import { formatInstant, parseInstant, type Instant } from '../../kernel';
import { datedSteps, dueOf, type MonthProgress } from './month-calendar';

const SHANGHAI = 'Asia/Shanghai';
const step = (day: number, counted: CalendarStep['counted'], at = '18:00'): CalendarStep => ({
  step: 'issue',
  day,
  counted,
  at,
});
/** National Day is off from the first to the seventh; Saturday the tenth is worked. */
const CHINA: Pick<HolidayCalendar, 'days'> = {
  days: [
    ...[1, 2, 3, 4, 5, 6, 7].map(
      (day) => ({ date: `2026-10-0${day}`, kind: 'holiday', name: '国庆' }) as const,
    ),
    { date: '2026-10-10', kind: 'workday', name: '国庆' },
  ],
};

const CASES: readonly (readonly [
  string,
  CalendarStep,
  string,
  string,
  typeof CHINA | undefined,
  string | null,
])[] = [
  ['the month’s last day', step(0, 'calendar'), SHANGHAI, '2026-10', CHINA, '2026-10-31T10:00:00Z'],
  ['five days later', step(5, 'calendar', '00:00'), SHANGHAI, '2026-10', CHINA, '2026-11-04T16:00:00Z'],
  ['in the next year', step(5, 'calendar'), SHANGHAI, '2026-12', undefined, '2027-01-05T10:00:00Z'],
  ['weekends do not count', step(1, 'working'), SHANGHAI, '2026-10', undefined, '2026-11-02T10:00:00Z'],
  [
    'no working day is the last day',
    step(0, 'working'),
    SHANGHAI,
    '2026-10',
    undefined,
    '2026-10-31T10:00:00Z',
  ],
  ['holidays do not count', step(1, 'working'), SHANGHAI, '2026-09', CHINA, '2026-10-08T10:00:00Z'],
  ['weekends that are worked do', step(3, 'working'), SHANGHAI, '2026-09', CHINA, '2026-10-10T10:00:00Z'],
  ['nobody knows the holidays yet', step(1, 'working'), SHANGHAI, '2026-12', CHINA, null],
  ['calendar days need none', step(1, 'calendar'), SHANGHAI, '2026-12', CHINA, '2027-01-01T10:00:00Z'],
  [
    'the clock has gone forward that night',
    step(29, 'calendar', '12:00'),
    'Europe/Berlin',
    '2026-02',
    CHINA,
    '2026-03-29T10:00:00Z',
  ],
  [
    'the clock has gone back that night',
    step(25, 'calendar', '12:00'),
    'Europe/Berlin',
    '2026-09',
    CHINA,
    '2026-10-25T11:00:00Z',
  ],
];

describe('by when a step of a month’s end is due', () => {
  it.each(CASES)('%s', (_what, one, zone, month, holidays, due) => {
    const found = dueOf(zone, holidays, month, one);
    expect(found === null ? null : formatInstant(found)).toBe(due);
  });

  it('throws for a time that no clock shows', () => {
    expect(() => dueOf(SHANGHAI, undefined, '2026-10', step(1, 'calendar', '24:00'))).toThrow('24:00');
  });
});

describe('how far the steps of a month have come', () => {
  const at = (iso: string): Instant => parseInstant(iso) as Instant;
  const calendar = {
    code: 'months',
    zone: SHANGHAI,
    steps: (['usage_cut_off', 'freeze', 'issue'] as const).map((one, index) => ({
      ...step(index + 1, 'calendar'),
      step: one,
    })),
  };
  const told = (now: string, done: Partial<Record<SettlementStep, Instant>>) => {
    const progress = new Proxy({}, { get: (_, name) => ({ doneAt: done[name as SettlementStep] ?? null }) });
    return datedSteps(calendar, undefined, '2026-10', {
      progress: progress as MonthProgress,
      now: at(now),
    }).map(
      ({ step: name, doneAt, late }) => `${name}${doneAt === null ? '' : ' done'}${late ? ' late' : ''}`,
    );
  };

  it.each<[string, Partial<Record<SettlementStep, Instant>>, string[]]>([
    ['2026-11-01T09:59:59Z', {}, ['usage_cut_off', 'freeze', 'issue']],
    ['2026-11-01T10:00:00Z', {}, ['usage_cut_off done', 'freeze', 'issue']],
    ['2026-11-02T10:00:00Z', {}, ['usage_cut_off done', 'freeze', 'issue']],
    ['2026-11-02T10:00:01Z', {}, ['usage_cut_off done', 'freeze late', 'issue']],
    [
      '2026-11-09T00:00:00Z',
      { freeze: at('2026-11-02T10:00:00Z') },
      ['usage_cut_off done', 'freeze done', 'issue late'],
    ],
    [
      '2026-11-02T10:00:01Z',
      { freeze: at('2026-11-02T10:00:01Z') },
      ['usage_cut_off done', 'freeze done late', 'issue'],
    ],
  ])('at %s with %p', (now, done, steps) => {
    expect(told(now, done)).toEqual(steps);
  });
});
