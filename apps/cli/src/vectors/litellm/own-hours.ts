import type { PriceEntry, TimeBand } from '@ciyuan/core/catalogue';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';

/** A price in plain words. */
export type Price = Readonly<Record<string, unknown>>;
type Holds = Partial<Pick<PriceEntry, 'timeBand' | 'effectiveFrom' | 'effectiveTo'>>;

/** A part of a price that holds at some hours or from some day on; one without either holds always. */
export interface TimedPrice {
  readonly price: Price;
  readonly holds: Holds;
}

const HOURS = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/;
const FROM = /^from (\d{4}-\d{2}-\d{2})$/;
const UNTIL = /^(?:before|until) \d{4}-\d{2}-\d{2}$/;
const OFF_PEAK = 'off_peak_';

/** `16:30-00:30` as a band: the end is outside of it, it may wrap midnight, and equal ends are the whole day. */
export function bandOf(hours: unknown, days?: readonly number[]): TimeBand | undefined {
  if (typeof hours !== 'string' || !HOURS.test(hours)) return undefined;
  const [from = '', to = ''] = hours.split('-');
  return { from, to, ...(days !== undefined && { days }) };
}

/**
 * The parts of a price by when they hold: before and from a day, in UTC, or at hours off the peak beside a price that
 * holds at every hour. Refuses hours that it cannot read, and days that do not follow one another.
 */
export function timedPrices(price: Price): Result<readonly TimedPrice[], string> {
  const names = Object.keys(price);
  if (names.some((name) => FROM.test(name) || UNTIL.test(name))) return datedPrices(price);
  const { off_peak: nested, off_peak_utc: ownHours, ...rest } = price;
  const { hours_utc: nestedHours, ...nestedPrice } = (nested ?? {}) as Price;
  const beside = Object.entries(rest).filter(([name]) => name.startsWith(OFF_PEAK));
  const plain = Object.entries(rest).filter(([name]) => !name.startsWith(OFF_PEAK));
  const offPeak = { ...nestedPrice, ...namedWithout(beside, OFF_PEAK) };
  const always = { price: Object.fromEntries(plain), holds: {} };
  if (Object.keys(offPeak).length === 0) return ok([always]);
  const timeBand = bandOf(ownHours ?? nestedHours);
  if (timeBand === undefined) return refuse('hours that are none');
  return ok([always, { price: { per: price['per'], ...offPeak }, holds: { timeBand } }]);
}

function datedPrices({ per, ...blocks }: Price): Result<readonly TimedPrice[], string> {
  const from = Object.keys(blocks).find((name) => FROM.test(name)) ?? '';
  const before = Object.keys(blocks).find((name) => UNTIL.test(name)) ?? '';
  const [, day] = FROM.exec(from) ?? [];
  if (day === undefined || before === '' || Object.keys(blocks).length !== 2)
    return refuse('days that do not follow one another');
  const change = `${day}T00:00:00Z`;
  return ok([
    { price: { per, ...(blocks[before] as Price) }, holds: { effectiveTo: change } },
    { price: { per, ...(blocks[from] as Price) }, holds: { effectiveFrom: change } },
  ]);
}

const namedWithout = (entries: readonly (readonly [string, unknown])[], head: string): Price =>
  Object.fromEntries(entries.map(([name, value]) => [name.slice(head.length), value]));
