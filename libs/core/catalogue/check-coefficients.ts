import { isDecimal, pattern } from '../kernel';
import type { CoefficientRow } from './coefficients';
import type { DocumentFault } from './document-fault';
import { canMatchTheSame } from './model-overlap';
import { bandsMeet, checkHours, compileBand, type HoursFaultCode } from './time-band';

export type CoefficientFaultCode =
  | 'no_model'
  | 'not_a_decimal'
  | 'too_many_places'
  | 'negative'
  | 'tie'
  | 'no_zone'
  | HoursFaultCode;
export type CoefficientFault = DocumentFault<CoefficientFaultCode>;

const PLACES = 3;
const ANY_PLACES = 30;

/** What a look at the whole table finds: hours are of a zone. */
export function checkTable(table: {
  readonly zone?: string;
  readonly rows: readonly CoefficientRow[];
}): CoefficientFault[] {
  const faults = checkCoefficients(table.rows);
  const first = table.rows.findIndex(({ hours }) => hours !== undefined);
  if (first < 0 || table.zone !== undefined) return faults;
  return [...faults, { path: 'zone', code: 'no_zone', detail: `rows.${first} names hours` }];
}

/**
 * All faults of a table's rows, in their order; none for a table that can be issued against. Whether a class exists
 * is for the schema to say. Two rows tie when nothing decides between them for a model that both match.
 */
export function checkCoefficients(rows: readonly CoefficientRow[]): CoefficientFault[] {
  return rows.flatMap((row, index) => {
    const path = `rows.${index}`;
    const faults: CoefficientFault[] = [];
    if (row.model === '')
      faults.push({ path: `${path}.model`, code: 'no_model', detail: 'a model or a pattern' });
    faults.push(...checkDecimal(row.coefficient, `${path}.coefficient`));
    if (row.hours !== undefined) faults.push(...checkHours(row.hours, `${path}.hours`));
    const earlier = rows.slice(0, index).findIndex((other) => ties(other, row));
    if (earlier >= 0) faults.push({ path, code: 'tie', detail: `rows.${earlier} is as specific` });
    return faults;
  });
}

function checkDecimal(text: string, path: string): CoefficientFault[] {
  if (!isDecimal(text, ANY_PLACES)) return [{ path, code: 'not_a_decimal', detail: text }];
  if (!isDecimal(text, PLACES))
    return [{ path, code: 'too_many_places', detail: `${text}: at most ${PLACES}` }];
  return text.startsWith('-') ? [{ path, code: 'negative', detail: text }] : [];
}

function ties(a: CoefficientRow, b: CoefficientRow): boolean {
  if (a.class !== b.class) return false;
  const [one, other] = [pattern(a.model), pattern(b.model)];
  if (!sameHours(a, b)) return false;
  const sameRank = one.exact === other.exact && one.literalLength === other.literalLength;
  return sameRank && canMatchTheSame(a.model, b.model);
}

/** Hours that cannot be read tie with nothing: that they cannot be read is said already. */
function sameHours({ hours: a }: CoefficientRow, { hours: b }: CoefficientRow): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (checkHours(a, '').length > 0 || checkHours(b, '').length > 0) return false;
  return bandsMeet(compileBand(a), compileBand(b));
}
