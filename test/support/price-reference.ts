import { Decimal } from 'decimal.js';
import type { PriceBook, PriceEntry, TimeBand } from '@ciyuan/core/catalogue';
import type { PricedCall } from '@ciyuan/core/rating';
import { TOKEN_CLASSES, type Counter } from '@ciyuan/core/usage';

/** The rule of price lookup said once more, slowly: an auditor of the one that charges. */

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
const WEEKDAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const PARENTS: Readonly<Partial<Record<Counter, Counter>>> = {
  cached_input: 'input',
  cache_write: 'input',
  cache_write_1h: 'cache_write',
  image_input: 'input',
  audio_input: 'input',
  video_input: 'input',
  reasoning: 'output',
  image_output: 'output',
  audio_output: 'output',
  video_output: 'output',
};

/** The counter itself, then those whose price stands in for its own. */
export function lineOf(counter: Counter): Counter[] {
  const parent = PARENTS[counter];
  return parent === undefined ? [counter] : [counter, ...lineOf(parent)];
}

const matches = (model: string, name: string): boolean =>
  new RegExp(`^${model.replaceAll('-', '\\-').replaceAll('*', '.*')}$`).test(name);
const holds = (when: PriceEntry['when'], dimensions: PricedCall['dimensions']): boolean =>
  Object.entries(when ?? {}).every(([name, value]) => dimensions[name] === value);

function inBand(band: TimeBand, zone: string, at: number): boolean {
  const options = { weekday: 'short', hour: '2-digit', minute: '2-digit' } as const;
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const now = `${part('hour')}:${part('minute')}`;
  const isDay = band.days === undefined || band.days.includes(WEEKDAYS.indexOf(part('weekday')));
  const [isAfter, isBefore] = [band.from <= now, now < band.to];
  const isHour = band.from < band.to ? isAfter && isBefore : isAfter || isBefore;
  return isDay && (band.from === band.to || isHour);
}

export function applies(entry: PriceEntry, zone: string, call: PricedCall): boolean {
  const sum = (isWanted: (name: string) => boolean): number =>
    TOKEN_CLASSES.reduce((total, name, index) => total + (isWanted(name) ? (call.counts[index] ?? 0) : 0), 0);
  const isOutput = (name: string): boolean => name === 'reasoning' || name.endsWith('output');
  return (
    matches(entry.model, call.model) &&
    call.at >= Date.parse(entry.effectiveFrom) &&
    (entry.effectiveTo === undefined || call.at < Date.parse(entry.effectiveTo)) &&
    [undefined, call.serviceTier].includes(entry.serviceTier) &&
    holds(entry.when, call.dimensions) &&
    (entry.promptOver === undefined || sum((name) => !isOutput(name)) > entry.promptOver) &&
    (entry.completionOver === undefined || sum(isOutput) > entry.completionOver) &&
    (entry.timeBand === undefined || inBand(entry.timeBand, zone, call.at))
  );
}

const rank = (entry: PriceEntry): number[] => [
  Number(!entry.model.includes('*')),
  entry.model.replaceAll('*', '').length,
  Number(entry.serviceTier !== undefined),
  Object.keys(entry.when ?? {}).length,
  entry.promptOver ?? -1,
  entry.completionOver ?? -1,
  Number(entry.timeBand !== undefined),
  Date.parse(entry.effectiveFrom),
];

function byRank(a: PriceEntry, b: PriceEntry): number {
  const [ofA, ofB] = [rank(a), rank(b)];
  const place = ofA.findIndex((value, index) => value !== ofB[index]);
  return place < 0 ? 0 : (ofB[place] as number) - (ofA[place] as number);
}

/** All that apply, sorted by what decides, and the first of them: a book with a tie prices by its own order. */
function winner(book: PriceBook, call: PricedCall, counter: Counter): PriceEntry | undefined {
  for (const asked of lineOf(counter)) {
    const applying = book.entries.filter((entry) => entry.class === asked && applies(entry, book.zone, call));
    const [best] = applying.sort(byRank);
    if (best !== undefined) return best;
  }
  return undefined;
}

/** Yuan per million tokens, or per unit of a meter, after multipliers; undefined where nothing prices it. */
export function yuanOf(book: PriceBook, call: PricedCall, counter: Counter): Decimal | undefined {
  const found = winner(book, call, counter);
  if (found === undefined) return undefined;
  return book.multipliers
    .filter((row) => matches(row.model, call.model) && holds(row.when, call.dimensions))
    .reduce((product, row) => product.mul(row.factor), new Exact(found.price))
    .toDecimalPlaces(6);
}
