import type { PicoYuan } from '../kernel';
import { TOKEN, type Asset } from './asset';

export const LEDGER_ACCOUNTS = [
  'receivable',
  'unbilled_usage',
  'deferred_revenue',
  'tax_payable',
  'tax_pending',
  'package_revenue',
  'usage_revenue',
  'breakage_revenue',
  'shortfall_revenue',
  'deferred_shortfall',
  'fee_revenue',
  'partner_payable',
  'operator_revenue',
  'currency_clearing',
  'rounding',
  'opening_balance',
  'transfer_clearing',
  'bank',
  'adjustment_revenue',
  'bad_debt',
  'input_tax',
  'withholding_payable',
  'token_issued',
  'token_balance',
  'token_consumed',
  'token_expired',
  'token_opening',
  'token_transferred',
] as const;

export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number];

/** Debits are positive, credits negative; the postings of one event add up to zero in each asset. */
export interface Posting {
  readonly asset: Asset;
  readonly account: LedgerAccount;
  readonly amount: bigint;
}

/**
 * The allowed flows, each a debit and a credit, of money in whatever currency or of tokens. Money of packages is net
 * of VAT from the sale on, because the tax is fixed on the sale's line; usage stays gross in `usage_revenue` until a
 * document fixes its tax. A shortfall is charged like a sale, on its own line; what can be made up of it waits in
 * `deferred_shortfall`. A fee is charged like a sale and earned at once. Issuing a month clears all revenue
 * through `operator_revenue`, which keeps the operator's own share; its tax of usage waits in `tax_pending` until an
 * invoice fixes it and makes it payable. What a grant that comes from elsewhere still has to
 * recognise is owed by whoever was paid for it, in `opening_balance`; what one account gives to another goes through
 * clearing accounts, which add up to nothing over both. What is credited by hand lowers revenue in `adjustment_revenue`;
 * a partner's VAT is owed to it once its invoice is there, and what is kept back of a payment is owed to the tax office.
 */
export const FLOWS = {
  saleNet: ['MONEY', 'receivable', 'deferred_revenue'],
  saleTax: ['MONEY', 'receivable', 'tax_payable'],
  packageConsumed: ['MONEY', 'deferred_revenue', 'package_revenue'],
  packageBroken: ['MONEY', 'deferred_revenue', 'breakage_revenue'],
  usageCharged: ['MONEY', 'unbilled_usage', 'usage_revenue'],
  shortfallNet: ['MONEY', 'receivable', 'shortfall_revenue'],
  shortfallDeferred: ['MONEY', 'receivable', 'deferred_shortfall'],
  shortfallTax: ['MONEY', 'receivable', 'tax_payable'],
  makeUpRecognised: ['MONEY', 'deferred_shortfall', 'shortfall_revenue'],
  feeNet: ['MONEY', 'receivable', 'fee_revenue'],
  feeTax: ['MONEY', 'receivable', 'tax_payable'],
  packageSettled: ['MONEY', 'package_revenue', 'operator_revenue'],
  breakageSettled: ['MONEY', 'breakage_revenue', 'operator_revenue'],
  shortfallSettled: ['MONEY', 'shortfall_revenue', 'operator_revenue'],
  feeSettled: ['MONEY', 'fee_revenue', 'operator_revenue'],
  usageSettled: ['MONEY', 'usage_revenue', 'operator_revenue'],
  usageTaxed: ['MONEY', 'operator_revenue', 'tax_pending'],
  usageTaxedOnTop: ['MONEY', 'unbilled_usage', 'tax_pending'],
  usageBilled: ['MONEY', 'receivable', 'unbilled_usage'],
  usageBillRounded: ['MONEY', 'receivable', 'rounding'],
  usageTaxInvoiced: ['MONEY', 'tax_pending', 'tax_payable'],
  partnerShared: ['MONEY', 'operator_revenue', 'partner_payable'],
  currencyConverted: ['MONEY', 'operator_revenue', 'currency_clearing'],
  fenRounded: ['MONEY', 'operator_revenue', 'rounding'],
  tokensIssued: ['TOKEN', 'token_balance', 'token_issued'],
  tokensConsumed: ['TOKEN', 'token_consumed', 'token_balance'],
  tokensExpired: ['TOKEN', 'token_expired', 'token_balance'],
  priceStated: ['MONEY', 'opening_balance', 'deferred_revenue'],
  priceGiven: ['MONEY', 'deferred_revenue', 'transfer_clearing'],
  priceReceived: ['MONEY', 'transfer_clearing', 'deferred_revenue'],
  adjustmentNet: ['MONEY', 'adjustment_revenue', 'receivable'],
  adjustmentTax: ['MONEY', 'tax_payable', 'receivable'],
  writtenOff: ['MONEY', 'bad_debt', 'receivable'],
  refundPaid: ['MONEY', 'receivable', 'bank'],
  paymentReceived: ['MONEY', 'bank', 'receivable'],
  inputTaxInvoiced: ['MONEY', 'input_tax', 'partner_payable'],
  partnerPaid: ['MONEY', 'partner_payable', 'bank'],
  partnerWithheld: ['MONEY', 'partner_payable', 'withholding_payable'],
  tokensStated: ['TOKEN', 'token_balance', 'token_opening'],
  tokensGiven: ['TOKEN', 'token_transferred', 'token_balance'],
  tokensReceived: ['TOKEN', 'token_balance', 'token_transferred'],
} as const satisfies Readonly<Record<string, readonly ['MONEY' | 'TOKEN', LedgerAccount, LedgerAccount]>>;

export type Flow = keyof typeof FLOWS;
/** What moves tokens; all other flows move money, in one currency or another. */
export type TokenFlow = { [F in Flow]: (typeof FLOWS)[F][0] extends 'TOKEN' ? F : never }[Flow];
export type MoneyFlow = Exclude<Flow, TokenFlow>;

/** The asset that a flow moves, where money is in the currency. */
export const assetOf = (flow: Flow, currency: string): Asset =>
  FLOWS[flow][0] === 'TOKEN' ? TOKEN : currency;

/** One flow of `amount` (10⁻¹² of the currency, or milli-tokens); a negative amount takes it back. */
export function postings(flow: Flow, amount: PicoYuan, currency: string): readonly [Posting, Posting] {
  const [, debit, credit] = FLOWS[flow];
  const asset = assetOf(flow, currency);
  return [
    { asset, account: debit, amount },
    { asset, account: credit, amount: -amount },
  ];
}

/** What is left of each asset: empty for every lawful journal. */
export function imbalance(lines: Iterable<Posting>): ReadonlyMap<Asset, bigint> {
  const sums = new Map<Asset, bigint>();
  for (const line of lines) sums.set(line.asset, (sums.get(line.asset) ?? 0n) + line.amount);
  for (const [asset, amount] of sums) if (amount === 0n) sums.delete(asset);
  return sums;
}
