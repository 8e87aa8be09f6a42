import { divideHalfAway, parseScaled, type Fen } from '../kernel';

const RATE_PLACES = 6;
const ONE = 10n ** BigInt(RATE_PLACES);

/** VAT that comes on top of a net amount, half away from zero to the fen. */
export function taxOnTopFen(netAmountFen: Fen, vatRate: string): Fen {
  return divideHalfAway(netAmountFen * parseScaled(vatRate, RATE_PLACES), ONE);
}

/** Net of an amount that includes VAT, half away from zero to the fen: fixed once, on the line of the sale. */
export function netFen(grossFen: Fen, vatRate: string): Fen {
  return divideHalfAway(grossFen * ONE, ONE + parseScaled(vatRate, RATE_PLACES));
}
