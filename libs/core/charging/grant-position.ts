import { breakage, recogniseDraw } from '../ledger';
import type { PicoYuan } from '../kernel';
import type { GrantState } from './account-state';

/** A part of a grant's price. */
export interface PricePart {
  readonly gross: PicoYuan;
  readonly net: PicoYuan;
}

/** What has left a grant other than by expiring, in milli-tokens: its price is recognised, or handed on, up to here. */
export const positionOf = ({ drawnMilli, releasedMilli }: GrantState): bigint => drawnMilli + releasedMilli;

/** Milli-tokens that are neither drawn, nor released, nor booked as expired. */
export const unexpiredOf = (grant: GrantState): bigint =>
  grant.quantityMilli - positionOf(grant) - grant.expiredMilli;

/** The part of the price that lies between a grant's position and one that is `milliTokens` further, or back. */
export function partOfPrice(grant: GrantState, milliTokens: bigint): PricePart {
  if (grant.priceGross === 0n && grant.priceNet === 0n) return { gross: 0n, net: 0n };
  const { quantityMilli } = grant;
  const before = positionOf(grant);
  const after = before + milliTokens;
  return {
    gross: recogniseDraw(grant.priceGross, quantityMilli, before, after),
    net: recogniseDraw(grant.priceNet, quantityMilli, before, after),
  };
}

/** The part of the price that nobody will use once the rest of the grant has expired. */
export const brokenPrice = (grant: GrantState): PricePart => ({
  gross: breakage(grant.priceGross, grant.quantityMilli, positionOf(grant)),
  net: breakage(grant.priceNet, grant.quantityMilli, positionOf(grant)),
});

/**
 * Takes tokens out of a grant for another one, together with the part of the price that lies on them: it is recognised
 * where they are used. What draws recognise, what is handed on and what breaks add up to the price, always; a grant
 * whose draws are all taken back may have recognised one pico-yuan less than nothing, which another grant took along.
 */
export function release(grant: GrantState, milliTokens: bigint): PricePart {
  const part = partOfPrice(grant, milliTokens);
  grant.releasedMilli += milliTokens;
  grant.releasedGross += part.gross;
  grant.releasedNet += part.net;
  grant.leftMilli -= milliTokens;
  grant.isChanged = true;
  return part;
}
