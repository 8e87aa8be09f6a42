import type { PicoYuan } from '../kernel';

/** CNY in pico-yuan, TOKEN in milli-tokens: an asset carries its scale. */
export type Asset = 'CNY' | 'TOKEN';

export const LEDGER_ACCOUNTS = [
  'receivable',
  'unbilled_usage',
  'deferred_revenue',
  'tax_payable',
  'package_revenue',
  'usage_revenue',
  'breakage_revenue',
  'shortfall_revenue',
  'deferred_shortfall',
  'fee_revenue',
  'partner_payable',
  'operator_revenue',
  'rounding',
  'opening_balance',
  'transfer_clearing',
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
 * The allowed flows, each a debit and a credit. Money of packages is net of VAT from the sale on, because the tax
 * is fixed on the sale's line; usage stays gross in `usage_revenue` until a document fixes its tax. A shortfall is charged like a sale, on
 * its own line; what can be made up of it waits in `deferred_shortfall`. A fee is charged like a sale and earned at once. Issuing a month clears all revenue
 * through `operator_revenue`, which keeps the operator's own share. What a grant that comes from elsewhere still has to
 * recognise is owed by whoever was paid for it, in `opening_balance`; what one account gives to another goes through
 * clearing accounts, which add up to nothing over both.
 */
export const FLOWS = {
  saleNet: ['CNY', 'receivable', 'deferred_revenue'],
  saleTax: ['CNY', 'receivable', 'tax_payable'],
  packageConsumed: ['CNY', 'deferred_revenue', 'package_revenue'],
  packageBroken: ['CNY', 'deferred_revenue', 'breakage_revenue'],
  usageCharged: ['CNY', 'unbilled_usage', 'usage_revenue'],
  shortfallNet: ['CNY', 'receivable', 'shortfall_revenue'],
  shortfallDeferred: ['CNY', 'receivable', 'deferred_shortfall'],
  shortfallTax: ['CNY', 'receivable', 'tax_payable'],
  makeUpRecognised: ['CNY', 'deferred_shortfall', 'shortfall_revenue'],
  feeNet: ['CNY', 'receivable', 'fee_revenue'],
  feeTax: ['CNY', 'receivable', 'tax_payable'],
  packageSettled: ['CNY', 'package_revenue', 'operator_revenue'],
  breakageSettled: ['CNY', 'breakage_revenue', 'operator_revenue'],
  shortfallSettled: ['CNY', 'shortfall_revenue', 'operator_revenue'],
  feeSettled: ['CNY', 'fee_revenue', 'operator_revenue'],
  usageSettled: ['CNY', 'usage_revenue', 'operator_revenue'],
  usageTaxed: ['CNY', 'operator_revenue', 'tax_payable'],
  usageTaxedOnTop: ['CNY', 'unbilled_usage', 'tax_payable'],
  partnerShared: ['CNY', 'operator_revenue', 'partner_payable'],
  fenRounded: ['CNY', 'operator_revenue', 'rounding'],
  tokensIssued: ['TOKEN', 'token_balance', 'token_issued'],
  tokensConsumed: ['TOKEN', 'token_consumed', 'token_balance'],
  tokensExpired: ['TOKEN', 'token_expired', 'token_balance'],
  priceStated: ['CNY', 'opening_balance', 'deferred_revenue'],
  priceGiven: ['CNY', 'deferred_revenue', 'transfer_clearing'],
  priceReceived: ['CNY', 'transfer_clearing', 'deferred_revenue'],
  tokensStated: ['TOKEN', 'token_balance', 'token_opening'],
  tokensGiven: ['TOKEN', 'token_transferred', 'token_balance'],
  tokensReceived: ['TOKEN', 'token_balance', 'token_transferred'],
} as const satisfies Readonly<Record<string, readonly [Asset, LedgerAccount, LedgerAccount]>>;

export type Flow = keyof typeof FLOWS;

/** One flow of `amount` (pico-yuan or milli-tokens); a negative amount takes it back. */
export function postings(flow: Flow, amount: PicoYuan): readonly [Posting, Posting] {
  const [asset, debit, credit] = FLOWS[flow];
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
