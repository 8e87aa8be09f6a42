import { COUNTERS } from '@ciyuan/core/usage';
import type { Level } from '../level';

/** What a column can say, by our names of it. */
export const FIELDS = [
  'source',
  'recordId',
  'at',
  'model',
  'tenant',
  'plan',
  'kind',
  'tokens',
  ...COUNTERS,
  'amount',
  'currency',
] as const;
export type Field = (typeof FIELDS)[number];

/** Our names of columns: theirs. What is not there is called as we call it. */
export type Columns = Readonly<Partial<Record<Field, string>>>;

/** Without these, no row of the level can be named. */
export const KEY_FIELDS: Readonly<Record<Level, readonly Field[]>> = {
  records: ['recordId'],
  hours: ['at', 'model', 'tenant'],
  statement: ['kind'],
};

/** What may be counted at a level: a statement has all tokens in one figure. */
export const COUNT_FIELDS: Readonly<Record<Level, readonly Field[]>> = {
  records: COUNTERS,
  hours: COUNTERS,
  statement: ['tokens'],
};

/** What a record's source is where nobody names one. */
export const USUAL_SOURCE = 'api';
