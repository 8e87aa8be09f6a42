import { lastPurchaseMonth, type PurchaseCommitment } from '../../catalogue';
import { multiply, parseFen, ratio, ratioOf, round, type Fen } from '../../kernel';
import type { PartyTransfer } from '../party-transfer';
import type { PartyLines } from '../statement-lines';
import type { Purchase } from './contract-input';
import { shareOfPeriod } from './own-share';

/** Where a promise stands: tokens, or hundredths of its currency. */
export interface PurchasePosition {
  readonly committed: bigint;
  readonly counted: bigint;
  /** What is missing, were it to end now; 0 or more. */
  readonly shortfall: bigint;
  /** What is due to the party for it, half away from zero to the fen. */
  readonly dueFen: Fen;
}

const FEN_PER_YUAN = 100n;
const MILLION = 1_000_000n;

export function purchasePosition(purchase: PurchaseCommitment, counted: bigint): PurchasePosition {
  const committed =
    purchase.tokens === undefined ? parseFen(purchase.amount ?? '0') : BigInt(purchase.tokens);
  const shortfall = counted < committed ? committed - counted : 0n;
  const part = multiply(ratio(shortfall, 100n), ratioOf(purchase.shortfallPercent));
  const fenEach =
    purchase.tokens === undefined
      ? ratio(1n)
      : multiply(ratioOf(purchase.pricePerMillion ?? '0'), ratio(FEN_PER_YUAN, MILLION));
  return { committed, counted, shortfall, dueFen: round(multiply(part, fenEach)) };
}

/**
 * What was missing when the period ended, in the party's favour; and in a later month what adjustments since then have
 * moved it by: what is due, less what was issued.
 */
export function shortfalls(
  purchases: readonly Purchase[],
  statements: ReadonlyMap<string, PartyLines>,
): PartyTransfer[] {
  return purchases.flatMap((one) => {
    const { party, currency, purchase, issuedFen, issuedLines } = one;
    const last = lastPurchaseMonth(purchase);
    const counted = countedBefore(one) + countedNow(one, last, statements);
    const shareFen = purchasePosition(purchase, counted).dueFen - issuedFen;
    if (shareFen === 0n) return [];
    const reference = `${purchaseReference(party, purchase)}${issuedLines + 1}`;
    return [{ kind: 'commitment', party, currency, originMonth: last, shareFen, reference }];
  });
}

/** What the lines of one period's shortfall are called by, before their numbers. */
export const purchaseReference = (party: string, purchase: PurchaseCommitment): string =>
  `${party}.${purchase.from}.${lastPurchaseMonth(purchase)}.`;

export const countedBefore = ({ purchase, counts }: Pick<Purchase, 'purchase' | 'counts'>): bigint =>
  counts.reduce((total, one) => total + (purchase.tokens === undefined ? one.shareFen : one.tokens), 0n);

/** Roll-ups have the tokens of the month already; its shares are what is being stated. */
const countedNow = (one: Purchase, last: string, statements: ReadonlyMap<string, PartyLines>): bigint =>
  one.purchase.tokens === undefined ? shareOfPeriod(statements, one, one.purchase.from, last) : 0n;
