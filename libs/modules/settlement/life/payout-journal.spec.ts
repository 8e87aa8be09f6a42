import { formatYuan } from '@ciyuan/core/kernel';
import { payoutJournal, type PayoutStep } from './payout-journal';

const statement = (vatFen: bigint, withholdingFen: bigint, payableFen: bigint) => ({
  vatFen,
  withholdingFen,
  payableFen,
});
const booked = (step: PayoutStep, ...statements: ReturnType<typeof statement>[]): string[] =>
  payoutJournal({ step, party: 'alpha', currency: 'CNY', accountingMonth: '2026-11', statements }).map(
    ({ account, party, amount }) => [account, party, formatYuan(amount)].filter(Boolean).join(' '),
  );

describe('the journal of a payout', () => {
  it.each<[string, PayoutStep, ReturnType<typeof statement>[], string[]]>([
    [
      'an invoice',
      'invoice_received',
      [statement(600n, 1_000n, 9_600n)],
      ['input_tax 6', 'partner_payable alpha -6'],
    ],
    [
      'a payment',
      'paid',
      [statement(600n, 1_000n, 9_600n)],
      ['partner_payable alpha 106', 'bank -96', 'withholding_payable -10'],
    ],
    [
      'months that were carried',
      'paid',
      [statement(600n, 0n, 10_600n), statement(-60n, 0n, -1_060n)],
      ['partner_payable alpha 95.4', 'bank -95.4'],
    ],
    ['an invoice without VAT', 'invoice_received', [statement(0n, 0n, 100n)], []],
  ])('%s', (_what, step, statements, expected) => expect(booked(step, ...statements)).toEqual(expected));
});
