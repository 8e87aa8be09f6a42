import { formatInstant, parseInstant } from './instant';

describe('parseInstant', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0],
    ['2026-10-02T00:00:00Z', 1_790_899_200_000],
    ['2026-10-02T08:00:00+08:00', 1_790_899_200_000],
    ['2026-10-01T20:30:00-03:30', 1_790_899_200_000],
    ['2026-10-02T00:00:00.5Z', 1_790_899_200_500],
    ['2026-10-02T00:00:00.123999999Z', 1_790_899_200_123],
    ['2024-02-29T23:59:59Z', 1_709_251_199_000],
    ['1969-12-31T23:59:59.999Z', -1],
    ['0050-01-01T00:00:00Z', -60_589_296_000_000],
    ['2026-10-02T00:00:00-00:00', 1_790_899_200_000],
  ])('reads %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    ['no offset', '2026-10-02T00:00:00'],
    ['a date alone', '2026-10-02'],
    ['no seconds', '2026-10-02T00:00Z'],
    ['a space for the T', '2026-10-02 00:00:00Z'],
    ['lower case', '2026-10-02t00:00:00z'],
    ['a date that does not exist', '2026-02-29T00:00:00Z'],
    ['month 13', '2026-13-01T00:00:00Z'],
    ['day 0', '2026-10-00T00:00:00Z'],
    ['hour 24', '2026-10-02T24:00:00Z'],
    ['minute 60', '2026-10-02T00:60:00Z'],
    ['a leap second', '2016-12-31T23:59:60Z'],
    ['ten digits of fraction', '2026-10-02T00:00:00.1234567890Z'],
    ['a fraction without digits', '2026-10-02T00:00:00.Z'],
    ['an offset without a colon', '2026-10-02T00:00:00+0800'],
    ['an offset of a day', '2026-10-02T00:00:00+24:00'],
    ['an offset with 60 minutes', '2026-10-02T00:00:00+08:60'],
    ['a five-digit year', '12026-10-02T00:00:00Z'],
    ['text around it', ' 2026-10-02T00:00:00Z'],
    ['a line after it', '2026-10-02T00:00:00Z\n'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});

describe('formatInstant', () => {
  it.each([
    [0, '1970-01-01T00:00:00Z'],
    [1_790_899_200_000, '2026-10-02T00:00:00Z'],
    [1_790_899_200_050, '2026-10-02T00:00:00.050Z'],
    [-1, '1969-12-31T23:59:59.999Z'],
  ])('writes %d', (instant, text) => {
    expect(formatInstant(instant)).toBe(text);
  });

  it.each([NaN, Infinity, 0.5, 253_402_300_800_000, -62_167_219_200_001])('throws on %d', (instant) => {
    expect(() => formatInstant(instant)).toThrow(RangeError);
  });
});
