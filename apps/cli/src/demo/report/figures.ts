import { PICO_PER_FEN, divideHalfAway, type Fen, type PicoYuan } from '@ciyuan/core/kernel';

/** 1234567 as 1,234,567. */
export const grouped = (value: bigint | number): string => value.toString().replace(/\B(?=(\d{3})+$)/g, ',');

/** Fen as yuan, with both decimals: columns of money align. */
export function yuan(fen: Fen): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${grouped(BigInt(digits.slice(0, -2)))}.${digits.slice(-2)}`;
}

/** An exact amount, shown to the fen: half away from zero. */
export const roundedYuan = (pico: PicoYuan): string => yuan(divideHalfAway(pico, PICO_PER_FEN));

/** A part of a whole in percent with one decimal; a dash where there is no whole. */
export function percent(part: bigint, whole: bigint): string {
  if (whole <= 0n) return '-';
  const tenths = divideHalfAway(part * 1000n, whole);
  const digits = (tenths < 0n ? -tenths : tenths).toString().padStart(2, '0');
  return `${tenths < 0n ? '-' : ''}${digits.slice(0, -1)}.${digits.slice(-1)} %`;
}

/** Milliseconds as seconds with one decimal. */
export const seconds = (ms: number): string => `${(Math.round(ms / 100) / 10).toFixed(1)} s`;

/** Whole steps a second; a dash where no time passed. */
export const rate = (steps: number, ms: number): string =>
  ms > 0 ? grouped(Math.round((steps * 1000) / ms)) : '-';
