import { formatYuan, type PicoYuan } from '@ciyuan/core/kernel';
import { grouped } from '../../parts/figures';

const FEN_PLACES = 2;

/** An amount to the last digit, and to the fen at least. */
export function amountText(amount: PicoYuan): string {
  const [whole = '0', places = ''] = formatYuan(amount).split('.');
  return `${grouped(whole)}.${places.padEnd(FEN_PLACES, '0')}`;
}
