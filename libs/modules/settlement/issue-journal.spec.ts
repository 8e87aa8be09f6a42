import { parseYuan } from '@ciyuan/core/kernel';
import { imbalance } from '@ciyuan/core/ledger';
import { NO_REVENUE } from '@ciyuan/core/settlement';
import { issueJournal, type IssueToPost } from './issue-journal';

const REVENUE = {
  packageNet: parseYuan('100'),
  breakageNet: parseYuan('10'),
  shortfallNet: 0n,
  feeNet: parseYuan('20'),
  usageGross: parseYuan('53'),
};
const issue = (change: Partial<IssueToPost>): IssueToPost => ({
  month: '2026-06',
  operator: 'carrier',
  revenue: new Map([['CNY', REVENUE]]),
  splits: [{ currency: 'CNY', usageTaxFen: 300n, usageTaxOnTop: false }],
  shares: [
    { party: 'alpha', currency: 'CNY', shareFen: 6_000n, convertedFen: 0n },
    { party: 'carrier', currency: 'CNY', shareFen: 12_000n, convertedFen: 0n },
  ],
  ...change,
});
const posted = (change: Partial<IssueToPost>) =>
  Object.fromEntries(
    issueJournal(issue(change)).map(({ account, party, amount }) => [
      [account, party].filter(Boolean).join(' '),
      amount,
    ]),
  );

describe('the journal of an issue', () => {
  it('clears the revenue into shares and tax, on the operator’s own account and in its month', () => {
    expect(posted({})).toEqual({
      package_revenue: parseYuan('100'),
      breakage_revenue: parseYuan('10'),
      fee_revenue: parseYuan('20'),
      usage_revenue: parseYuan('53'),
      tax_pending: parseYuan('-3'),
      'partner_payable alpha': parseYuan('-60'),
      'operator_revenue carrier': parseYuan('-120'),
    });
    const lines = issueJournal(issue({}));
    expect(lines.every((line) => line.accountId === 0 && line.accountingMonth === '2026-06')).toBe(true);
    expect(imbalance(lines).size).toBe(0);
  });

  it.each([
    ['less than half a fen up', '100.004999999999', '-0.004999999999'],
    ['a fraction of a fen down', '99.999999999999', '0.000000000001'],
  ])('rounds %s', (_what, packageNet, rounding) => {
    const revenue = new Map([['CNY', { ...REVENUE, packageNet: parseYuan(packageNet) }]]);
    expect(posted({ revenue })['rounding']).toBe(parseYuan(rounding));
    expect(imbalance(issueJournal(issue({ revenue }))).size).toBe(0);
  });

  it('takes tax on top from what customers owe, and not from the revenue', () => {
    const revenue = new Map([['CNY', { ...REVENUE, usageGross: parseYuan('50') }]]);
    const lines = posted({ revenue, splits: [{ currency: 'CNY', usageTaxFen: 300n, usageTaxOnTop: true }] });
    expect(lines).toMatchObject({ unbilled_usage: parseYuan('3'), tax_pending: parseYuan('-3') });
    expect(lines).not.toHaveProperty('rounding');
  });

  it('takes a negative share back from its party', () => {
    const shares = [
      { party: 'alpha', currency: 'CNY', shareFen: -500n, convertedFen: 0n },
      { party: 'carrier', currency: 'CNY', shareFen: 18_500n, convertedFen: 0n },
    ];
    expect(posted({ shares })).toMatchObject({ 'partner_payable alpha': parseYuan('5') });
  });

  it('keeps what a party has in two currencies apart', () => {
    const two: Partial<IssueToPost> = {
      revenue: new Map([
        ['USD', { ...NO_REVENUE, usageGross: parseYuan('10.60') }],
        ['CNY', REVENUE],
      ]),
      splits: [
        { currency: 'CNY', usageTaxFen: 300n, usageTaxOnTop: false },
        { currency: 'USD', usageTaxFen: 60n, usageTaxOnTop: false },
      ],
      shares: [
        ...issue({}).shares,
        { party: 'alpha', currency: 'USD', shareFen: 400n, convertedFen: 0n },
        { party: 'carrier', currency: 'USD', shareFen: 600n, convertedFen: 0n },
      ],
    };
    const lines = issueJournal(issue(two));
    expect(lines.filter(({ asset }) => asset === 'CNY')).toEqual(issueJournal(issue({})));
    expect(
      lines
        .filter(({ asset }) => asset === 'USD')
        .map(({ account, party, amount }) => [account, party, amount]),
    ).toEqual([
      ['operator_revenue', 'carrier', parseYuan('-6')],
      ['usage_revenue', undefined, parseYuan('10.6')],
      ['tax_pending', undefined, parseYuan('-0.6')],
      ['partner_payable', 'alpha', parseYuan('-4')],
    ]);
    expect(imbalance(lines).size).toBe(0);
  });

  it('throws when more is left than rounding can leave', () => {
    const shares = [{ party: 'carrier', currency: 'CNY', shareFen: 17_996n, convertedFen: 0n }];
    expect(() => issueJournal(issue({ shares }))).toThrow(
      '40000000000 × 10⁻¹² CNY of the revenue are shared with nobody',
    );
  });
});
