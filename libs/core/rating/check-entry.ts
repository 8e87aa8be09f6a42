import { checkHours, type PriceEntry, type TimeBand } from '../catalogue';
import { isDecimal, parseInstant } from '../kernel';
import { counterIndex } from '../usage';
import { fault, type BookFault } from './book-fault';

const PRICE_PLACES = 6;
const ANY_PLACES = 30;

/** What of an entry cannot be read, in the order of its fields; none for one that compiles. */
export function checkEntry(entry: PriceEntry, path: string): BookFault[] {
  return [
    ...checkModel(entry.model, `${path}.model`),
    ...checkClass(entry.class, `${path}.class`),
    ...checkDecimal(entry.price, PRICE_PLACES, `${path}.price`),
    ...checkDates(entry, path),
    ...checkBound(entry.promptOver, `${path}.promptOver`),
    ...checkBound(entry.completionOver, `${path}.completionOver`),
    ...(entry.timeBand === undefined ? [] : checkBand(entry.timeBand, `${path}.timeBand`)),
  ];
}

export const checkModel = (model: string, path: string): BookFault[] =>
  model === '' ? [fault(path, 'no_model', 'a name, or a pattern with *')] : [];

export const checkClass = (name: string, path: string): BookFault[] =>
  counterIndex(name) === undefined ? [fault(path, 'unknown_class', name)] : [];

/** 0 or more, with at most `places` places: a price finer than that is no whole number of pico-yuan a token. */
export function checkDecimal(text: string, places: number, path: string): BookFault[] {
  if (!isDecimal(text, ANY_PLACES)) return [fault(path, 'not_a_decimal', text)];
  if (!isDecimal(text, places)) return [fault(path, 'too_many_places', `${text}: at most ${places}`)];
  return text.startsWith('-') ? [fault(path, 'negative', text)] : [];
}

function checkDates(entry: PriceEntry, path: string): BookFault[] {
  const from = parseInstant(entry.effectiveFrom);
  if (from === undefined) return [fault(`${path}.effectiveFrom`, 'not_an_instant', entry.effectiveFrom)];
  if (entry.effectiveTo === undefined) return [];
  const to = parseInstant(entry.effectiveTo);
  if (to === undefined) return [fault(`${path}.effectiveTo`, 'not_an_instant', entry.effectiveTo)];
  return to > from ? [] : [fault(`${path}.effectiveTo`, 'ends_before_it_begins', entry.effectiveTo)];
}

function checkBound(bound: number | undefined, path: string): BookFault[] {
  if (bound === undefined || (Number.isSafeInteger(bound) && bound >= 0)) return [];
  return [fault(path, 'not_a_bound', `${bound}: a whole number of tokens, 0 or more`)];
}

function checkBand(band: TimeBand, path: string): BookFault[] {
  const faults: BookFault[] = checkHours(band, path);
  if ((band.holidays === undefined) !== (band.on === undefined)) {
    const missing = band.on === undefined ? 'on' : 'holidays';
    faults.push(fault(`${path}.${missing}`, 'calendar_without_days', 'holidays and on go together'));
  }
  return faults;
}
