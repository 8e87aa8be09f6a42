import { assetText } from '@ciyuan/core/ledger';
import { formatInstant } from '@ciyuan/core/kernel';
import { writeCsv } from '@ciyuan/platform/csv';
import { creditOf, debitOf, type TrialBalance } from './trial-balance';

/** The six columns of a trial balance have no signs. One `control` row for each asset has what its lines add up to. */
const COLUMNS = [
  'row',
  'span',
  'customer_account',
  'asset',
  'ledger_account',
  'name',
  'chinese',
  'type',
  'opening_debit',
  'opening_credit',
  'debits',
  'credits',
  'closing_debit',
  'closing_credit',
] as const;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>;

export function trialBalanceCsv(balance: TrialBalance): Uint8Array {
  const { span, account } = balance;
  const common = {
    span: 'at' in span ? formatInstant(span.at) : span.month,
    customer_account: account ?? '',
  };
  const lines = balance.lines.map(
    ({ asset, account: code, meaning, opening, debits, credits, closing }): Row => ({
      row: 'line',
      ...common,
      asset,
      ledger_account: code,
      name: meaning.name,
      chinese: meaning.chinese,
      type: meaning.type,
      opening_debit: assetText(asset, debitOf(opening)),
      opening_credit: assetText(asset, creditOf(opening)),
      debits: assetText(asset, debits),
      credits: assetText(asset, credits),
      closing_debit: assetText(asset, debitOf(closing)),
      closing_credit: assetText(asset, creditOf(closing)),
    }),
  );
  const controls = balance.totals.map(
    ({ asset, ...totals }): Row => ({
      row: 'control',
      ...common,
      asset,
      opening_debit: assetText(asset, totals.openingDebit),
      opening_credit: assetText(asset, totals.openingCredit),
      debits: assetText(asset, totals.debits),
      credits: assetText(asset, totals.credits),
      closing_debit: assetText(asset, totals.closingDebit),
      closing_credit: assetText(asset, totals.closingCredit),
    }),
  );
  return writeCsv(
    COLUMNS,
    [...lines, ...controls].map((row) => ({ ...EMPTY, ...row })),
  );
}

const EMPTY = Object.fromEntries(COLUMNS.map((name) => [name, '']));
