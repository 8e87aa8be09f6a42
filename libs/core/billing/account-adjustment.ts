import type { AdjustmentKind } from '../catalogue';
import { fenToPico, refuse, ok, type Fen, type PicoYuan, type Result } from '../kernel';
import { netFen, postings, type MoneyFlow, type Posting } from '../ledger';

/** VAT that is included where nothing else is said: six per cent on value-added telecommunications services. */
export const USUAL_VAT_RATE = '0.06';
const NO_TAX = '0';
/** VAT is owed on what was sold, whether it is paid or not. */
const UNTAXED: readonly AdjustmentKind[] = ['refund', 'write_off'];

/** An amount in whole hundredths of its currency, its tax fixed once: net + tax = gross. */
export interface AdjustedAmount {
  readonly kind: AdjustmentKind;
  readonly grossFen: Fen;
  readonly netFen: Fen;
  /** A fraction; 0 where money goes back or is lost, for its tax was that of what was sold. */
  readonly vatRate: string;
}

/** `grossFen` is above 0 and includes VAT by the rate. */
export function adjustedAmount(
  kind: AdjustmentKind,
  grossFen: Fen,
  asked: string = USUAL_VAT_RATE,
): AdjustedAmount {
  if (grossFen <= 0n) throw new RangeError(`an adjustment of ${grossFen} fen`);
  const vatRate = UNTAXED.includes(kind) ? NO_TAX : asked;
  return { kind, grossFen, netFen: netFen(grossFen, vatRate), vatRate };
}

/** What an account's money came to so far, in one currency. */
export interface AccountMoney {
  /** What the ledger says the customer owes, exactly; negative where it is owed to the customer. */
  readonly owed: PicoYuan;
  /** What it paid, less what bounced. */
  readonly paidFen: Fen;
  /** What was paid back. */
  readonly refundedFen: Fen;
}

export type RefundRefusal =
  | { readonly code: 'more_than_paid'; readonly leftFen: Fen }
  | { readonly code: 'more_than_credit'; readonly creditFen: Fen };

/** Only what the customer has paid and not had back is refunded, and never more than its credit balance. */
export function checkRefund(
  grossFen: Fen,
  { owed, paidFen, refundedFen }: AccountMoney,
): Result<null, RefundRefusal> {
  const leftFen = paidFen > refundedFen ? paidFen - refundedFen : 0n;
  if (grossFen > leftFen) return refuse({ code: 'more_than_paid', leftFen });
  const credit = owed < 0n ? -owed : 0n;
  if (fenToPico(grossFen) > credit)
    return refuse({ code: 'more_than_credit', creditFen: credit / fenToPico(1n) });
  return ok(null);
}

export interface WriteOffRefusal {
  readonly code: 'more_than_owed';
  readonly owedFen: Fen;
}

/** No more is written off than the customer owes, in whole hundredths. */
export function checkWriteOff(
  grossFen: Fen,
  { owed }: Pick<AccountMoney, 'owed'>,
): Result<null, WriteOffRefusal> {
  const owedFen = owed > 0n ? owed / fenToPico(1n) : 0n;
  return grossFen > owedFen ? refuse({ code: 'more_than_owed', owedFen }) : ok(null);
}

/** The lines of an adjustment, in the order of the flows; those of nothing are left out. */
export function adjustmentPostings(
  { kind, grossFen, netFen: net }: AdjustedAmount,
  currency: string,
): readonly Posting[] {
  return summed(
    flowsOf(kind, grossFen, net).flatMap(([flow, fen]) => postings(flow, fenToPico(fen), currency)),
  );
}

function flowsOf(kind: AdjustmentKind, grossFen: Fen, net: Fen): readonly (readonly [MoneyFlow, Fen])[] {
  if (kind === 'refund') return [['refundPaid', grossFen]];
  if (kind === 'write_off') return [['writtenOff', grossFen]];
  const sign = kind === 'manual_debit' ? -1n : 1n;
  return [
    ['adjustmentNet', sign * net],
    ['adjustmentTax', sign * (grossFen - net)],
  ];
}

/** One line an account. */
function summed(lines: readonly Posting[]): readonly Posting[] {
  const sums = new Map<string, Posting>();
  for (const line of lines)
    sums.set(line.account, { ...line, amount: (sums.get(line.account)?.amount ?? 0n) + line.amount });
  return [...sums.values()].filter(({ amount }) => amount !== 0n);
}
