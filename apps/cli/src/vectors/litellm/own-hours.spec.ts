import { timedPrices } from './own-hours';
import { checkRatingVector } from './rating-vectors';
import { checkTimeOfDay } from './time-of-day';

const NO_LIST = { entries: new Map(), multipliers: [], refused: [] };
const NIGHT = { per: 'Mtok', input: '0.27', off_peak_input: '0.135', off_peak_utc: '16:30-00:30' };
const NESTED = {
  per: 'token',
  input: '0.000001',
  output: '0.000002',
  off_peak: { hours_utc: '16:30-00:30', output: '0.000001' },
};
const CHANGED = {
  per: 'Mtok',
  'before 2026-07-30': { input: '1', output: '6' },
  'from 2026-07-30': { input: '0.2', output: '1.2' },
};
const SEARCHED = { per: '1000 searches', web_search: '10' };

describe('a price of its own hours or days', () => {
  it.each<[string, object, string, object, string]>([
    ['before the hours', NIGHT, '2025-06-01T16:29:59Z', { input: 1_000_000 }, '0.27'],
    ['as they begin', NIGHT, '2025-06-01T16:30:00Z', { input: 1_000_000 }, '0.135'],
    ['past midnight', NIGHT, '2025-06-02T00:29:59Z', { input: 1_000_000 }, '0.135'],
    ['as they end', NIGHT, '2025-06-02T00:30:00Z', { input: 1_000_000 }, '0.27'],
    ['where another class has none', NESTED, '2026-01-01T18:00:00Z', { input: 100, output: 50 }, '0.00015'],
    [
      'the day before a change',
      CHANGED,
      '2026-07-29T23:59:59Z',
      { input: 1_000_000, output: 1_000_000 },
      '7',
    ],
    ['the day of a change', CHANGED, '2026-07-30T00:00:00Z', { input: 1_000_000, output: 1_000_000 }, '1.4'],
    ['of two searches', SEARCHED, '2026-07-30T00:00:00Z', { input: 0, web_searches: 2 }, '0.02'],
  ])('%s', (_what, price, at, usage, total) => {
    const row = { id: 'own', price: price as never, usage: usage as never, at };
    expect(checkRatingVector({ ...row, expected: { total } }, NO_LIST)).toEqual({
      id: 'own',
      outcome: 'reproduced',
    });
    const wrong = checkRatingVector({ ...row, expected: { total: `${total}1` } }, NO_LIST);
    expect(wrong).toMatchObject({ outcome: 'differs' });
  });

  it.each<[string, object, string]>([
    ['no hours', { input: '1', off_peak_input: '0.5' }, 'hours that are none'],
    [
      'an hour too many',
      { input: '1', off_peak_input: '0.5', off_peak_utc: '16:30-24:00' },
      'hours that are none',
    ],
    [
      'a day without what was before',
      { 'from 2026-07-30': { input: '1' } },
      'days that do not follow one another',
    ],
    [
      'a class beside days',
      { input: '1', 'before 2026-07-30': { input: '1' }, 'from 2026-07-30': { input: '2' } },
      'days that do not follow one another',
    ],
  ])('is refused with %s', (_what, price, refusal) => {
    expect(timedPrices({ per: 'Mtok', ...price })).toEqual({ ok: false, refusal });
  });
});

describe('an instant', () => {
  const SCHEDULE = {
    windows: [
      { hours_utc: ['00:00-01:00', '10:00-00:00'], weekdays: [1, 2, 3, 4, 5] },
      { hours_utc: '00:00-00:00', weekdays: [6, 7] },
    ],
  };
  it.each<[string, object, string, boolean]>([
    ['Monday in the morning', SCHEDULE, '2026-08-24T01:30:00Z', false],
    ['Monday at midnight', SCHEDULE, '2026-08-24T00:00:00Z', true],
    ['Monday in the evening', SCHEDULE, '2026-08-24T10:00:00Z', true],
    ['Sunday', SCHEDULE, '2026-08-23T01:30:00Z', true],
    ['where hours begin', { hours_utc: '09:00-17:00' }, '2026-01-01T09:00:00Z', true],
    ['where they end', { hours_utc: '09:00-17:00' }, '2026-01-01T17:00:00Z', false],
    ['of a whole day', { hours_utc: '00:00-00:00' }, '2026-01-01T05:00:00Z', true],
  ])('%s is off the peak as the hours say, and not otherwise', (_what, price, at, offPeak) => {
    const row = (off_peak: boolean) => ({
      id: 'at',
      price: price as never,
      usage: { at },
      expected: { off_peak },
    });
    expect(checkTimeOfDay(row(offPeak))).toEqual({ id: 'at', outcome: 'reproduced' });
    expect(checkTimeOfDay(row(!offPeak))).toEqual({
      id: 'at',
      outcome: 'differs',
      detail: `off_peak: expected ${!offPeak}, got ${offPeak}`,
    });
  });
});
