import { formatScaled, type Fen } from '@ciyuan/core/kernel';

const FEN_PLACES = 2;
/** What spreadsheets take for the beginning of a formula, in full width too, and what they skip before it. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Text that a spreadsheet shows and does not execute. Only for text: a negative number stays one. */
export const inertText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Yuan with both places, always: -0.50. */
export function yuanText(fen: Fen): string {
  const text = formatScaled(fen, FEN_PLACES);
  const [whole = '0', places = ''] = text.split('.');
  return `${whole}.${places.padEnd(FEN_PLACES, '0')}`;
}
