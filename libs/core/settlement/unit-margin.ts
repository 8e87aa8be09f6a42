import { PICO_PER_FEN, PICO_PER_YUAN, ratio, type Fen, type Ratio } from '../kernel';

const MILLION = 1_000_000n;
const PER_CENT = 100n;

/** Yuan for a million tokens, exactly; null where there were none, or where more were taken back than used. */
export const yuanPerMillion = (fen: Fen, tokens: bigint): Ratio | null =>
  tokens <= 0n ? null : ratio(fen * PICO_PER_FEN * MILLION, tokens * PICO_PER_YUAN);

/** How many per cent of the whole the part is, exactly; null of a whole that is nothing or less. */
export const percentOf = (part: bigint, whole: bigint): Ratio | null =>
  whole <= 0n ? null : ratio(part * PER_CENT, whole);
