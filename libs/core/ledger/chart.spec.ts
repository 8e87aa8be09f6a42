import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@ciyuan/platform/project';
import { CHART, meaningOf } from './chart';
import { FLOWS, LEDGER_ACCOUNTS } from './postings';

const FLOWS_OF_ALL = Object.entries(FLOWS);

describe('the chart of accounts', () => {
  it('has every account of the ledger, each under names of its own', () => {
    expect(Object.keys(CHART).sort()).toEqual([...LEDGER_ACCOUNTS].sort());
    for (const name of ['name', 'chinese'] as const)
      expect(new Set(Object.values(CHART).map((one) => one[name])).size).toBe(LEDGER_ACCOUNTS.length);
  });

  it('keeps tokens and money apart, as the flows do', () => {
    for (const [flow, [asset, debit, credit]] of FLOWS_OF_ALL) {
      const quantities = [CHART[debit].type, CHART[credit].type].map((type) => type === 'quantity');
      expect([flow, ...quantities]).toEqual([flow, asset === 'TOKEN', asset === 'TOKEN']);
    }
  });

  it('closes with the month what settling takes to the operator, and what the identity over posted months names', () => {
    const closing = Object.entries(CHART).filter(([, { closesWithMonth }]) => closesWithMonth);
    const codes = closing.map(([code]) => code).sort();
    const settled = FLOWS_OF_ALL.filter(([flow]) => flow.endsWith('Settled')).map(([, [, debit]]) => debit);
    expect(codes).toEqual(settled.sort());
    const check = readFileSync(join(projectRoot(), 'db/checks/36-posted-revenue-is-cleared.sql'), 'utf8');
    expect([...check.matchAll(/'(\w+_revenue)'/g)].map(([, code]) => code).sort()).toEqual(codes);
  });

  it('knows no other account', () => {
    expect(meaningOf('receivable').chinese).toBe('应收账款');
    for (const code of ['suspense', 'constructor', '']) expect(() => meaningOf(code)).toThrow(code);
  });
});
