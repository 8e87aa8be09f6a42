import { erpAccountsOf, readErpAccounts } from './erp-accounts';
import { CHART, LEDGER_ACCOUNTS } from '@ciyuan/core/ledger';

const OF_MONEY = LEDGER_ACCOUNTS.filter((account) => CHART[account].type !== 'quantity');
const entry = (ledger: string, more = ''): string =>
  `- { ledger: ${ledger}, code: c-${ledger}, name: n${more} }\n`;
const ALL = OF_MONEY.map((account) => entry(account)).join('');

describe('accounts of the general ledger', () => {
  it('are there for every account of money in the seeds, a currency’s own one before the one for all', () => {
    const erp = readErpAccounts();
    for (const account of OF_MONEY) expect(erp(account, 'HKD').code).toMatch(/^\d{4}\.\d{2}$/);
    expect([erp('receivable', 'CNY').code, erp('receivable', 'USD').code]).toEqual([
      '1122.01',
      '1122.01.USD',
    ]);
  });

  it('are refused where one is missing, there twice, of tokens, or called by what a spreadsheet executes', () => {
    expect(erpAccountsOf(ALL)('rounding', 'CNY')).toEqual({ code: 'c-rounding', name: 'n' });
    const usd = entry('rounding', ', currency: USD');
    expect(() => erpAccountsOf(ALL + usd)).not.toThrow();
    expect(() => erpAccountsOf(ALL + usd + usd)).toThrow('rounding in USD twice');
    expect(() => erpAccountsOf(ALL + entry('rounding'))).toThrow('rounding twice');
    expect(() => erpAccountsOf(ALL.replace(entry('rounding'), ''))).toThrow('nothing for rounding');
    expect(() => erpAccountsOf(ALL + entry('token_issued'))).toThrow('ledger invalid_value');
    expect(() => erpAccountsOf(ALL.replace('c-rounding', '=1'))).toThrow('code invalid_format');
    expect(() => erpAccountsOf('receivable: 1')).toThrow('erp-accounts.yaml');
  });
});
