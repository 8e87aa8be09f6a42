import { divideHalfAway, parseScaled, type Fen } from '../kernel';

const RATE_PLACES = 6;
const ONE = 10n ** BigInt(RATE_PLACES);

/** Net of an amount that includes VAT, half away from zero to the fen: fixed once, on the line of the sale. */
export function netFen(grossFen: Fen, vatRate: string): Fen {
  return divideHalfAway(grossFen * ONE, ONE + parseScaled(vatRate, RATE_PLACES));
}
