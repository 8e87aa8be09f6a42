import { messageOf } from '../check-file';
import { checkPackageVector, isPackageVector, type PackageVector } from '../packages/package-vector';
import { checkCrossValidated, type CrossValidatedRow } from './cross-validated';
import type { ImportedPrices } from './import-litellm';
import { checkRatingVector, type RatingVector } from './rating-vectors';
import type { RowOutcome } from './row-outcome';
import { checkTimeOfDay, type TimeOfDayRow } from './time-of-day';

const RATING = 'rating';
const TIME_OF_DAY = 'time_of_day';

type Row = Readonly<Record<string, unknown>>;

/** The outcome of every row, or nothing when the rows are of a kind that is not checked against a price list. */
export function checkRows(rows: readonly unknown[], list: ImportedPrices): RowOutcome[] | undefined {
  const check = checkOf(rows);
  if (check === undefined) return undefined;
  return rows.map((row) => {
    try {
      return check(row as Row, list);
    } catch (error) {
      return { id: String((row as Row)['id']), outcome: 'differs', detail: messageOf(error) };
    }
  });
}

function checkOf(rows: readonly unknown[]): ((row: Row, list: ImportedPrices) => RowOutcome) | undefined {
  if (rows.length === 0 || !rows.every(isRow)) return undefined;
  if (rows.every((row) => 'litellm_entry' in row && 'raw' in row)) {
    return (row, list) => checkCrossValidated(row as unknown as CrossValidatedRow, list);
  }
  if (rows.every(isPackageVector)) return (row) => checkPackageVector(row as unknown as PackageVector);
  if (rows.some(isRated)) return checkRated;
  return undefined;
}

/** Beside what is rated, such a file may hold what only asks whether an instant is off the peak. */
function checkRated(row: Row, list: ImportedPrices): RowOutcome {
  const { id, kind } = row;
  if (isRated(row)) return checkRatingVector(row as unknown as RatingVector, list);
  if (kind === TIME_OF_DAY) return checkTimeOfDay(row as unknown as TimeOfDayRow);
  return { id: String(id), outcome: 'out_of_scope', detail: `rates nothing: ${String(kind)}` };
}

const isRated = (row: Row): boolean => row['kind'] === RATING && 'price' in row && 'usage' in row;

const isRow = (row: unknown): row is Row => typeof row === 'object' && row !== null;
