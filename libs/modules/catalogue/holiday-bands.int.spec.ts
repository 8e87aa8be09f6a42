import type { DocumentKind } from '@ciyuan/core/charging';
import { COUNTERS, countsOf } from '@ciyuan/core/usage';
import {
  BOOK,
  JANUARY,
  MARCH,
  MAY,
  startCatalogue,
  type RunningCatalogue,
} from '../../../test/support/catalogue-bodies';
import { CatalogueCache } from './catalogue-cache';
import { PastCatalogues } from './past-catalogues';

const DAYS = [
  { date: '2026-05-01', kind: 'holiday', name: 'Labour Day' },
  { date: '2026-05-09', kind: 'workday', name: 'worked instead' },
];
const CALENDAR = { code: 'china', zone: 'Asia/Shanghai', days: DAYS };
const [PLAIN] = BOOK.entries;
const PEAK = { from: '09:00', to: '18:00', holidays: 'china', on: 'workdays' };
const bookWith = (timeBand: object, dates: object = {}): object => ({
  ...BOOK,
  entries: [PLAIN, { ...PLAIN, price: '6', timeBand, ...dates }],
});
const BEFORE = { effectiveFrom: '2025-06-01T00:00:00Z' };
const NEXT_JULY = '2027-07-01T00:00:00+08:00';

describe('time bands that name a calendar of holidays', () => {
  let catalogue: RunningCatalogue;
  beforeAll(async () => {
    catalogue = await startCatalogue();
    await catalogue.stock();
    for (const [kind, body, from] of [
      ['holiday_calendar', CALENDAR, JANUARY],
      ['price_book', bookWith(PEAK), MARCH],
    ] as const) {
      const answer = await catalogue.publish(kind, body, from);
      if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    }
  });
  afterAll(() => catalogue.stop());

  const faultsOf = async (kind: DocumentKind, body: object, from = MAY): Promise<string[]> => {
    const answer = await catalogue.publish(kind, body, from);
    return answer.ok ? [] : answer.refusal.faults.map(({ path, code }) => `${path} ${code}`);
  };

  /** In yuan for a million, as the catalogue of now says, or as that of an earlier epoch. */
  const priceAt = (text: string, epoch?: number): Promise<number | undefined> =>
    catalogue.inTransaction(async (tx) => {
      const { app } = catalogue;
      const current =
        epoch === undefined ? app.get(CatalogueCache).current(tx) : app.get(PastCatalogues).asOf(tx, epoch);
      const at = Date.parse(text);
      const call = {
        at,
        model: 'glm-5',
        serviceTier: 'standard',
        dimensions: {},
        counts: countsOf({ input: 1 }),
      };
      const pico = (await current).pricesAt('retail', at)?.prices.priceOf(call, COUNTERS.indexOf('input'));
      return pico === undefined ? undefined : Number(pico) / 1_000_000;
    });

  it('hold on workdays as the calendar has them', async () => {
    const instants = [
      '2026-04-30T12:00:00+08:00',
      '2026-05-01T12:00:00+08:00',
      '2026-05-09T12:00:00+08:00',
      '2026-05-10T12:00:00+08:00',
    ];
    expect(await Promise.all(instants.map((at) => priceAt(at)))).toEqual([6, 4, 6, 4]);
  });

  it('ask the version of the calendar that is in force at the instant; what was charged before stays explained', async () => {
    const { epoch } = await catalogue.inTransaction((tx) => catalogue.app.get(CatalogueCache).current(tx));
    const more = {
      ...CALENDAR,
      days: [...DAYS, { date: '2026-05-11', kind: 'holiday', name: 'granted later' }],
    };
    expect(await faultsOf('holiday_calendar', more, Date.parse('2026-05-10T00:00:00+08:00'))).toEqual([]);
    expect(await priceAt('2026-05-11T12:00:00+08:00')).toBe(4);
    expect(await priceAt('2026-05-11T12:00:00+08:00', epoch)).toBe(6);
  });

  it.each<[string, object, string[]]>([
    [
      'that is not there',
      { ...PEAK, holidays: 'japan' },
      ['entries.1.timeBand.holidays unknown_holiday_calendar'],
    ],
    [
      'without saying which days of it',
      { from: '09:00', to: '18:00', holidays: 'china' },
      ['entries.1.timeBand.on calendar_without_days'],
    ],
    ['by days that it does not know', { ...PEAK, on: 'fridays' }, ['entries.1.timeBand.on invalid_value']],
  ])('are refused with a calendar %s', async (_what, band, expected) => {
    expect(await faultsOf('price_book', bookWith(band))).toEqual(expected);
  });

  it('are refused in years that the calendar does not cover, before it is in force, and in another zone', async () => {
    const place = 'entries.1.timeBand.holidays';
    expect(await faultsOf('price_book', bookWith(PEAK, { effectiveTo: NEXT_JULY }))).toEqual([
      `${place} year_not_covered`,
    ]);
    expect(await faultsOf('price_book', bookWith(PEAK, { effectiveFrom: NEXT_JULY }))).toEqual([
      `${place} year_not_covered`,
    ]);
    expect(await faultsOf('price_book', bookWith(PEAK, BEFORE), JANUARY - 1)).toEqual([
      `${place} not_yet_in_force`,
    ]);
    const elsewhere = { ...bookWith(PEAK), code: 'tokyo', zone: 'Asia/Tokyo' };
    expect(await faultsOf('price_book', elsewhere)).toEqual([`${place} calendar_of_another_zone`]);
  });

  it.each<[string, object, string[]]>([
    [
      'a date twice',
      { ...CALENDAR, days: [...DAYS, ...DAYS] },
      ['days.2.date date_twice', 'days.3.date date_twice'],
    ],
    [
      'a date that is none',
      { ...CALENDAR, days: [...DAYS, { ...DAYS[0], date: '2026-02-30' }] },
      ['days.2.date not_a_date'],
    ],
    ['no day', { ...CALENDAR, days: [] }, ['days too_small']],
    [
      'no day of the year that it begins in',
      { ...CALENDAR, days: [{ ...DAYS[0], date: '2027-05-01' }] },
      ['days year_not_covered'],
    ],
    ['another zone than before', { ...CALENDAR, zone: 'Asia/Tokyo' }, ['zone zone_changed']],
    [
      'a day of another kind',
      { ...CALENDAR, days: [{ ...DAYS[0], kind: 'half' }] },
      ['days.0.kind invalid_value'],
    ],
  ])('name no calendar with %s', async (_what, body, expected) => {
    expect(await faultsOf('holiday_calendar', body)).toEqual(expected);
  });
});
