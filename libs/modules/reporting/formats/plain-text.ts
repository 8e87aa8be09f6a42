import { formatScaled, type Fen } from '@ciyuan/core/kernel';

const FEN_PLACES = 2;
/** What spreadsheets take for the beginning of a formula, in full width too, and what they skip before it. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Text that a spreadsheet shows and does not execute. Only for text: a negative number stays one. */
export const inertText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Yuan with both places, always: -0.50. */
export const yuanText = (fen: Fen): string => withPlaces(formatScaled(fen, FEN_PLACES));

/** As exact as it is, with two places at least: 106.00. */
export function withPlaces(decimal: string): string {
  const [whole = '0', places = ''] = decimal.split('.');
  return `${whole}.${places.padEnd(FEN_PLACES, '0')}`;
}

/** A spreadsheet reads `_x0041_` in a text as the character of that number, and `_x005F_` as the line before it. */
const ESCAPE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Text of a typed cell: a spreadsheet never executes it, and shows it to the letter. */
export const cellText = (text: string): string => text.replace(ESCAPE_LIKE, '_x005F_');

/** With commas between thousands: -1,234,567.891. */
export function groupedText(decimal: string): string {
  const [whole = '', ...places] = decimal.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...places].join('.');
}
