import { formatInstant, formatYuan } from '@ciyuan/core/kernel';
import { CHART, assetText } from '@ciyuan/core/ledger';
import {
  creditOf,
  debitOf,
  type AssetTotals,
  type BalanceLine,
  type RollForward,
  type RollForwardLine,
  type TrialBalance,
} from '@ciyuan/modules/reporting';
import { Refused } from '@ciyuan/platform/http';
import type {
  BalanceColumns,
  DeferredRevenueView,
  DeferredView,
  LedgerAccountsView,
  TrialBalanceView,
} from './books.dto';

export const chartView = (): LedgerAccountsView => ({
  accounts: Object.entries(CHART).map(([code, meaning]) => ({ code, ...meaning })),
});

export const trialBalanceOf = ({
  span,
  account,
  lines,
  totals,
  isBalanced,
}: TrialBalance): TrialBalanceView => ({
  at: 'at' in span ? formatInstant(span.at) : null,
  month: 'month' in span ? span.month : null,
  account,
  balanced: isBalanced,
  lines: lines.map((line) => ({
    ledgerAccount: line.account,
    name: line.meaning.name,
    chinese: line.meaning.chinese,
    type: line.meaning.type,
    ...columnsOf(columnsOfLine(line)),
  })),
  totals: totals.map(columnsOf),
});

const columnsOfLine = ({ asset, opening, debits, credits, closing }: BalanceLine): AssetTotals => ({
  asset,
  openingDebit: debitOf(opening),
  openingCredit: creditOf(opening),
  debits,
  credits,
  closingDebit: debitOf(closing),
  closingCredit: creditOf(closing),
});

const columnsOf = ({ asset, ...columns }: AssetTotals): BalanceColumns => ({
  asset,
  openingDebit: assetText(asset, columns.openingDebit),
  openingCredit: assetText(asset, columns.openingCredit),
  debits: assetText(asset, columns.debits),
  credits: assetText(asset, columns.credits),
  closingDebit: assetText(asset, columns.closingDebit),
  closingCredit: assetText(asset, columns.closingCredit),
});

export const deferredRevenueOf = (all: RollForward): DeferredRevenueView => ({
  month: all.month,
  reconciled: all.isReconciled,
  lines: all.lines.map(deferredOf),
  totals: all.totals.map(deferredOf),
  reconciliation: all.reconciliation.map(({ currency, figure, plans, ledger }) => ({
    currency,
    figure: figure === 'broken' ? 'breakage' : figure,
    plans: formatYuan(plans),
    ledger: formatYuan(ledger),
    difference: formatYuan(plans - ledger),
  })),
});

const deferredOf = (line: RollForwardLine): DeferredView => ({
  currency: line.currency,
  plan: line.plan,
  opening: formatYuan(line.opening),
  sold: formatYuan(line.sold),
  stated: formatYuan(line.stated),
  received: formatYuan(line.received),
  given: formatYuan(line.given),
  recognised: formatYuan(line.recognised),
  breakage: formatYuan(line.broken),
  closing: formatYuan(line.closing),
});

export const unknownAccount = (): Refused =>
  new Refused('not_found', 'unknown_account', 'There is no account of this code.');
