import { stringify } from 'csv-stringify/sync';
import { inertText } from '../formats/plain-text';

const NUMBER = /^-\d+(\.\d+)?$/;

/** One line as RFC 4180 has it; null is an empty cell, and text is never a formula. */
export const focusLine = (cells: readonly (string | null)[]): string =>
  stringify([cells.map((cell) => (cell === null ? '' : NUMBER.test(cell) ? cell : inertText(cell)))], {
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/,
  });
