import { bySpecificity, parseInstant, parseScaled, pattern, type Instant, type Pattern } from '../kernel';
import { compileBand, type CompiledBand, type PriceEntry } from '../catalogue';
import { counterIndex, isToken } from '../usage';

/** A price entry read once, ready to be asked per record. */
export interface CompiledEntry {
  readonly counter: number;
  readonly model: Pattern;
  /** For one token or one unit. */
  readonly picoPerUnit: bigint;
  readonly effectiveFrom: Instant;
  readonly effectiveTo: Instant;
  readonly serviceTier: string | undefined;
  readonly when: readonly (readonly [string, string])[];
  readonly promptOver: number;
  readonly completionOver: number;
  readonly band: CompiledBand | undefined;
  /** What the band asks of a calendar, beside its hours and weekdays. */
  readonly holidays: HolidayCondition | undefined;
}

/** A calendar and which of its days; what the calendar says is looked up for each call. */
export interface HolidayCondition {
  readonly calendar: string;
  readonly on: 'holidays' | 'workdays';
}

const NO_BOUND = -1;
/** Yuan per million with six decimals is a whole number of pico-yuan a token; per unit it is a million times that. */
export const PICO_PER_MICRO_YUAN = 1_000_000n;

/** Throws on an entry that cannot be read; books are checked when saved, with the place of each fault. */
export function compileEntry(entry: PriceEntry): CompiledEntry {
  const counter = counterIndex(entry.class);
  if (counter === undefined) throw new RangeError(`unknown class: ${entry.class}`);
  const micro = parseScaled(entry.price, 6);
  return {
    counter,
    model: pattern(entry.model),
    picoPerUnit: isToken(counter) ? micro : micro * PICO_PER_MICRO_YUAN,
    effectiveFrom: instantOf(entry.effectiveFrom),
    effectiveTo: entry.effectiveTo === undefined ? Infinity : instantOf(entry.effectiveTo),
    serviceTier: entry.serviceTier,
    when: Object.entries(entry.when ?? {}),
    promptOver: entry.promptOver ?? NO_BOUND,
    completionOver: entry.completionOver ?? NO_BOUND,
    band: entry.timeBand === undefined ? undefined : compileBand(entry.timeBand),
    holidays: entry.timeBand === undefined ? undefined : holidaysOf(entry.timeBand),
  };
}

/** The entry that wins first; 0 is a tie, which a book refuses on saving. */
export function byPrecedence(a: CompiledEntry, b: CompiledEntry): number {
  return (
    bySpecificity(a.model, b.model) ||
    Number(b.serviceTier !== undefined) - Number(a.serviceTier !== undefined) ||
    b.when.length - a.when.length ||
    b.promptOver - a.promptOver ||
    b.completionOver - a.completionOver ||
    Number(b.band !== undefined) - Number(a.band !== undefined) ||
    b.effectiveFrom - a.effectiveFrom
  );
}

function holidaysOf({ holidays, on }: NonNullable<PriceEntry['timeBand']>): HolidayCondition | undefined {
  if ((holidays === undefined) !== (on === undefined)) throw new RangeError('a calendar without its days');
  return holidays === undefined || on === undefined ? undefined : { calendar: holidays, on };
}

function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new RangeError(`not an instant: ${text}`);
  return instant;
}
