import type { LedgerAccount } from './postings';

export type AccountType = 'asset' | 'liability' | 'revenue' | 'expense' | 'clearing' | 'quantity';

export interface AccountMeaning {
  readonly name: string;
  readonly chinese: string;
  readonly type: AccountType;
  /** The side that its balance is on when nothing is unusual. */
  readonly normalSide: 'debit' | 'credit' | 'either';
  /** Whether issuing a month takes all of it to `operator_revenue`. */
  readonly closesWithMonth: boolean;
}

type Side = AccountMeaning['normalSide'];

const stays = (type: AccountType, normalSide: Side, name: string, chinese: string): AccountMeaning => ({
  name,
  chinese,
  type,
  normalSide,
  closesWithMonth: false,
});
const earned = (name: string, chinese: string): AccountMeaning => ({
  ...stays('revenue', 'credit', name, chinese),
  closesWithMonth: true,
});

/** The chart of accounts: what each account of the ledger means. Quantities are package tokens, and no money. */
export const CHART: Readonly<Record<LedgerAccount, AccountMeaning>> = {
  receivable: stays('asset', 'debit', 'Receivable from customers', '应收账款'),
  unbilled_usage: stays('asset', 'debit', 'Usage not billed yet', '未出账用量'),
  deferred_revenue: stays('liability', 'credit', 'Deferred revenue of packages', '套餐合同负债'),
  tax_payable: stays('liability', 'credit', 'VAT payable', '应交增值税'),
  tax_pending: stays('liability', 'either', 'Output VAT not yet invoiced', '待转销项税额'),
  package_revenue: earned('Revenue of consumed packages', '套餐消耗收入'),
  usage_revenue: earned('Revenue of usage, with its tax until the month is issued', '按量收入'),
  breakage_revenue: earned('Breakage of expired packages', '过期未用收入'),
  shortfall_revenue: earned('Revenue of shortfalls', '保底差额收入'),
  deferred_shortfall: stays(
    'liability',
    'credit',
    'Shortfalls that can still be made up',
    '可补用差额合同负债',
  ),
  fee_revenue: earned('Revenue of fees', '产品费收入'),
  partner_payable: stays('liability', 'credit', 'Payable to partners', '应付结算方'),
  operator_revenue: stays('revenue', 'credit', 'The operator’s own share', '运营商自有收入'),
  currency_clearing: stays(
    'clearing',
    'either',
    'Clearing of what is settled in another currency',
    '外币结算清算',
  ),
  rounding: stays('revenue', 'either', 'Fen that rounding left', '分位尾差'),
  opening_balance: stays('asset', 'debit', 'Owed by whoever sold what was taken on', '存量迁入应收'),
  transfer_clearing: stays('clearing', 'either', 'Clearing of gifts', '转赠清算'),
  bank: stays('asset', 'debit', 'Bank', '银行存款'),
  bad_debt: stays('expense', 'debit', 'Bad debts written off', '坏账损失'),
  adjustment_revenue: stays('revenue', 'debit', 'Credits and adjustments', '红字与调整'),
  input_tax: stays('asset', 'debit', 'Input VAT of partners’ invoices', '进项税额'),
  withholding_payable: stays('liability', 'credit', 'Taxes withheld from partners', '代扣代缴税款'),
  token_issued: stays('quantity', 'credit', 'Tokens issued', '发放词元'),
  token_balance: stays('quantity', 'debit', 'Tokens held by customers', '客户持有词元'),
  token_consumed: stays('quantity', 'debit', 'Tokens consumed', '消耗词元'),
  token_expired: stays('quantity', 'debit', 'Tokens expired', '过期词元'),
  token_opening: stays('quantity', 'credit', 'Tokens brought along', '迁入词元'),
  token_transferred: stays('quantity', 'either', 'Clearing of tokens given', '转赠词元清算'),
};

/** What a stored account means; one that nobody declared is a bug and throws. */
export function meaningOf(account: string): AccountMeaning {
  const meaning = Object.entries(CHART).find(([code]) => code === account)?.[1];
  if (meaning === undefined) throw new Error(`no such account in the chart: ${account}`);
  return meaning;
}
