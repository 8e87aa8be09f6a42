import {
  dayOf,
  divideHalfAway,
  localClock,
  parseScaled,
  pattern,
  type Instant,
  type Pattern,
} from '../kernel';
import { inBand, type CompiledCalendar, type PriceBook } from '../catalogue';
import { COUNTERS, completionTokens, isToken, parentCounter, promptTokens, type UsageRecord } from '../usage';
import { byModel } from './by-model';
import {
  PICO_PER_MICRO_YUAN,
  byPrecedence,
  compileEntry,
  type CompiledEntry,
  type HolidayCondition,
} from './price-entry';

/** What prices look at; bounds and dimensions concern the whole record, whatever part of it a grant covered. */
export type PricedCall = Pick<UsageRecord, 'at' | 'model' | 'serviceTier' | 'dimensions' | 'counts'> & {
  /** The instant whose dated entries apply, where prices are held; that of the call itself where it is absent. */
  readonly datedAt?: number;
};

export interface PriceLookup {
  readonly currency: string;
  /** Pico-yuan for one token or unit of the counter, or undefined where the book has no price for it. */
  priceOf(call: PricedCall, counter: number): bigint | undefined;
}

/** The version of a holiday calendar that is in force at an instant; undefined where there is none. */
export type CalendarsInForce = (code: string, at: Instant) => CompiledCalendar | undefined;

const FACTOR_PLACES = 9;
const NO_CALENDARS: CalendarsInForce = () => undefined;

/** Reads a book once; a model's entries are gathered and put in order of precedence the first time it is asked for. */
export function compilePriceBook(
  book: Pick<PriceBook, 'zone' | 'currency' | 'entries' | 'multipliers'>,
  calendars = NO_CALENDARS,
): PriceLookup {
  const { zone } = book;
  const entriesOf = byModel(book.entries.map(compileEntry).sort(byPrecedence));
  const multipliers = book.multipliers.map((row) => ({
    model: pattern(row.model),
    when: Object.entries(row.when),
    factorScaled: parseScaled(row.factor, FACTOR_PLACES),
  }));
  const models = new Map<string, ModelPrices>();
  return {
    currency: book.currency,
    priceOf(call, counter) {
      let model = models.get(call.model);
      if (model === undefined)
        models.set(call.model, (model = pricesOf(call.model, entriesOf(call.model), multipliers)));
      const base = basePrice(model, zone, calendars, call, counter);
      if (base === undefined || model.multipliers.length === 0) return base;
      return multiplied(base, isToken(counter) ? 1n : PICO_PER_MICRO_YUAN, model, call);
    },
  };
}

interface CompiledMultiplier {
  readonly model: Pattern;
  readonly when: readonly (readonly [string, string])[];
  readonly factorScaled: bigint;
}

interface ModelPrices {
  readonly byCounter: readonly (readonly CompiledEntry[])[];
  readonly multipliers: readonly CompiledMultiplier[];
}

function pricesOf(
  model: string,
  own: readonly CompiledEntry[],
  multipliers: readonly CompiledMultiplier[],
): ModelPrices {
  return {
    byCounter: COUNTERS.map((_, counter) => own.filter((entry) => entry.counter === counter)),
    multipliers: multipliers.filter((row) => row.model.matches(model)),
  };
}

/**
 * The parent class is asked only when no entry of the class applies. Where no calendar says whether one does, there is
 * no price: another one would be a guess.
 */
function basePrice(
  model: ModelPrices,
  zone: string,
  calendars: CalendarsInForce,
  call: PricedCall,
  counter: number,
): bigint | undefined {
  for (let asked: number | undefined = counter; asked !== undefined; asked = parentCounter(asked)) {
    for (const entry of model.byCounter[asked] ?? []) {
      if (!applies(entry, zone, call)) continue;
      if (entry.holidays === undefined) return entry.picoPerUnit;
      const isDay = isOnDay(entry.holidays, zone, calendars, call.at);
      if (isDay === undefined) return undefined;
      if (isDay) return entry.picoPerUnit;
    }
  }
  return undefined;
}

/** By the local date of the instant, also after midnight in a band that wraps. */
function isOnDay(
  { calendar, on }: HolidayCondition,
  zone: string,
  calendars: CalendarsInForce,
  at: Instant,
): boolean | undefined {
  const { isoWeekday } = localClock(zone, at);
  const isWorkday = calendars(calendar, at)?.isWorkday(dayOf(zone, at), isoWeekday);
  return isWorkday === undefined ? undefined : isWorkday === (on === 'workdays');
}

/** All but what a calendar says. */
function applies(entry: CompiledEntry, zone: string, call: PricedCall): boolean {
  const dated = call.datedAt ?? call.at;
  if (dated < entry.effectiveFrom || dated >= entry.effectiveTo) return false;
  if (entry.serviceTier !== undefined && entry.serviceTier !== call.serviceTier) return false;
  if (!namesHold(entry.when, call.dimensions)) return false;
  if (entry.promptOver >= 0 && promptTokens(call.counts) <= entry.promptOver) return false;
  if (entry.completionOver >= 0 && completionTokens(call.counts) <= entry.completionOver) return false;
  return entry.band === undefined || inBand(entry.band, localClock(zone, call.at));
}

function namesHold(
  when: readonly (readonly [string, string])[],
  dimensions: Readonly<Record<string, string>>,
): boolean {
  for (const [name, value] of when) if (dimensions[name] !== value) return false;
  return true;
}

/** The factors multiply together first; the price is rounded once, to six decimals of a yuan (`unit` in pico). */
function multiplied(base: bigint, unit: bigint, model: ModelPrices, call: PricedCall): bigint {
  let scaled = base;
  let places = 0;
  for (const row of model.multipliers) {
    if (!namesHold(row.when, call.dimensions)) continue;
    scaled *= row.factorScaled;
    places += FACTOR_PLACES;
  }
  return places === 0 ? base : divideHalfAway(scaled, 10n ** BigInt(places) * unit) * unit;
}
