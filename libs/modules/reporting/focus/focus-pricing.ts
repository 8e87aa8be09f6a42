import {
  isDecimal,
  formatScaled,
  formatYuan,
  parseScaled,
  divideHalfAway,
  type PicoYuan,
} from '@ciyuan/core/kernel';
import type { FocusCharge } from './focus-charge';
import type { FocusRow } from './focus-columns';
import { countsTokens, unitOf } from './focus-unit';

const MILLION = 1_000_000n;
const MILLION_PLACES = 6;
const PRICE_PLACES = 6;

/**
 * Quantity and price, whose product is the cost: for a million tokens where tokens are priced, else for the one charge
 * that the row is. A million has six places and so has its price, so that the product is exact. Where no book says a
 * price it is what the charge came to, half away from zero; the cost of a row is then that of the price. List prices
 * are those of the customer's own book: no other one is published to it.
 */
export function pricing(charge: FocusCharge): FocusRow {
  if (charge.category === 'Credit' || charge.category === 'Adjustment') return unpriced(charge);
  const { unit, quantity, price, cost } = isMetered(charge) ? metered(charge) : single(charge);
  const isCommitted = charge.commitment !== null && charge.commitment.status !== null;
  return {
    PricingCategory: isCommitted ? 'Committed' : 'Standard',
    PricingQuantity: quantity,
    PricingUnit: unit,
    ContractedUnitPrice: price,
    ContractedCost: cost,
    ListUnitPrice: price,
    ListCost: cost,
  };
}

/** Money by hand has no price; without one, a cost is what was billed. */
function unpriced({ billed }: FocusCharge): FocusRow {
  const none = { PricingCategory: null, PricingQuantity: null, PricingUnit: null };
  const cost = formatYuan(billed);
  return { ...none, ContractedUnitPrice: null, ContractedCost: cost, ListUnitPrice: null, ListCost: cost };
}

interface Priced {
  readonly unit: string;
  readonly quantity: string;
  readonly price: string;
  readonly cost: string;
}

const isMetered = ({ category, commitment }: FocusCharge): boolean =>
  category === 'Usage' && commitment?.status !== 'Unused';

function metered(charge: FocusCharge): Priced {
  const { counter, quantity } = charge;
  const isTokens = countsTokens(counter);
  const scale = isTokens ? MILLION : 1n;
  const priceMicro = priceOf(charge, scale);
  const unit = unitOf(counter);
  return {
    unit: isTokens ? `${MILLION} ${unit}` : unit,
    quantity: isTokens ? formatScaled(quantity, MILLION_PLACES) : String(quantity),
    price: formatScaled(priceMicro, PRICE_PLACES),
    cost: formatScaled(quantity * priceMicro, isTokens ? MILLION_PLACES + PRICE_PLACES : PRICE_PLACES),
  };
}

/** 10⁻⁶ of the currency for `scale` units, never below nothing. */
function priceOf({ picoPerUnit, quantity, effective }: FocusCharge, scale: bigint): bigint {
  if (picoPerUnit !== null) return (picoPerUnit * scale) / MILLION;
  if (quantity === 0n) return 0n;
  const sign = quantity < 0n ? -1n : 1n;
  const micro = divideHalfAway(sign * effective * scale, sign * quantity * MILLION);
  return micro < 0n ? 0n : micro;
}

/** One of something, or one taken back. */
function single({ billed, effective }: FocusCharge): Priced {
  const cost: PicoYuan = billed === 0n ? effective : billed;
  return {
    unit: 'Count',
    quantity: cost < 0n ? '-1' : '1',
    price: formatYuan(cost < 0n ? -cost : cost),
    cost: formatYuan(cost),
  };
}

const MOST_PLACES = 12;

/** Whether a product is what it is said to be, exactly; not of texts that are no decimals with at most twelve places. */
export const isProduct = (price: string, quantity: string, cost: string): boolean =>
  [price, quantity, cost].every((text) => isDecimal(text, MOST_PLACES)) &&
  parseScaled(price, MOST_PLACES) * parseScaled(quantity, MOST_PLACES) ===
    parseScaled(cost, MOST_PLACES) * 10n ** BigInt(MOST_PLACES);
