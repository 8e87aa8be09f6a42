import type { PriceEntry, TimeBand } from '@ciyuan/core/catalogue';
import { compilePriceBook } from '@ciyuan/core/rating';
import { COUNTERS } from '@ciyuan/core/usage';
import { EVER } from './import-litellm';
import { bandOf, type Price } from './own-hours';
import type { RowOutcome } from './row-outcome';

/** Hours off the peak, and whether an instant is in them. */
export interface TimeOfDayRow {
  readonly id: string;
  readonly price: Price;
  readonly usage: { readonly at: string };
  readonly expected: { readonly off_peak: boolean };
}

const PEAK = { model: 'hours', class: 'input', price: '2', effectiveFrom: EVER };
const OFF_PEAK_PICO = 1_000_000n;

/** Looks up a price that is lower in these hours: off the peak is where the lower one is found. */
export function checkTimeOfDay({ id, price, usage, expected }: TimeOfDayRow): RowOutcome {
  const aside = (detail: string): RowOutcome => ({ id, outcome: 'out_of_scope', detail });
  if ('weekday_timezone' in price) return aside('hours of one zone, and weekdays of another: a book has one');
  const bands = bandsOf(price);
  if (bands.length === 0 || bands.includes(undefined)) return aside('hours that are none');
  const offPeak = bands.map(
    (timeBand): PriceEntry => ({ ...PEAK, price: '1', ...(timeBand && { timeBand }) }),
  );
  const book = { zone: 'UTC', currency: 'USD', entries: [PEAK, ...offPeak], multipliers: [] };
  const counts = COUNTERS.map((counter) => Number(counter === PEAK.class));
  const call = {
    at: Date.parse(usage.at),
    model: PEAK.model,
    serviceTier: 'standard',
    dimensions: {},
    counts,
  };
  const found = compilePriceBook(book).priceOf(call, 0) === OFF_PEAK_PICO;
  if (found === expected.off_peak) return { id, outcome: 'reproduced' };
  return { id, outcome: 'differs', detail: `off_peak: expected ${expected.off_peak}, got ${found}` };
}

function bandsOf(price: Price): (TimeBand | undefined)[] {
  const windows = (price['windows'] ?? [price]) as readonly Price[];
  return windows.flatMap(({ hours_utc: hours, weekdays }) =>
    [hours].flat().map((one) => bandOf(one, weekdays as readonly number[] | undefined)),
  );
}
