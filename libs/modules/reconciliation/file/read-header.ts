import { isToken } from '@ciyuan/core/usage';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import type { Level } from '../level';
import type { RowFault } from '../reconciliation-run';
import { COUNT_FIELDS, FIELDS, KEY_FIELDS, type Columns, type Field } from './file-columns';

export interface Header {
  /** Where each field that the file has stands, from 0. */
  readonly places: ReadonlyMap<Field, number>;
  /** By the index of a count of the level: whether the file states it. Of token classes it states all or none. */
  readonly comparesCount: readonly boolean[];
  readonly statesTokens: boolean;
  readonly statesMoney: boolean;
}

const HEADER_ROW = 1;

/** What a header line names; columns that nobody asked for are passed over. */
export function readHeader(
  cells: readonly string[],
  level: Level,
  columns: Columns,
): Result<Header, readonly RowFault[]> {
  const faults: RowFault[] = [];
  const places = new Map<Field, number>();
  for (const field of FIELDS) {
    const name = columns[field] ?? field;
    const place = cells.indexOf(name);
    if (place < 0) continue;
    places.set(field, place);
    if (cells.lastIndexOf(name) > place) faults.push(faultOf(name, 'column_twice', 'named further left'));
  }
  for (const field of KEY_FIELDS[level])
    if (!places.has(field)) faults.push(faultOf(columns[field] ?? field, 'missing_column', 'is to be there'));
  const counts = COUNT_FIELDS[level];
  const statesTokens = counts.some((field, index) => isToken(index) && places.has(field));
  const statesMoney = places.has('amount');
  if (!statesTokens && !statesMoney)
    faults.push(faultOf(null, 'nothing_to_compare', 'neither a class of tokens nor an amount'));
  const comparesCount = counts.map((field, index) => (isToken(index) ? statesTokens : places.has(field)));
  return faults.length > 0 ? refuse(faults) : ok({ places, comparesCount, statesTokens, statesMoney });
}

const faultOf = (column: string | null, code: string, detail: string): RowFault => ({
  row: HEADER_ROW,
  column,
  code,
  detail,
});
