import { MS_PER_DAY } from '@ciyuan/core/kernel';
import { MakeVouchers, ReadTrialBalance } from '@ciyuan/modules/reporting';
import { AdjustmentsAndPayments } from '../support/adjustments-and-payments';
import { must } from '../support/settlement-engine';

/*
 * Wang buys personal-10m: 9.90 yuan, 9.34 net, 0.56 VAT. What is done to the account by hand, and what he owes after it;
 * a debit is positive. Net of a credit is gross / 1.06, half away from zero: 50.00 / 1.06 = 47.169… = 47.17, tax 2.83;
 * 1,060.00 / 1.06 = 1,000.00, tax 60.00; 2.12 / 1.06 = 2.00, tax 0.12.
 *
 * | what                                   | adjustment_revenue | tax_payable |      bank | receivable |   he owes |
 * |----------------------------------------|-------------------:|------------:|----------:|-----------:|----------:|
 * | the package                            |                    |       −0.56 |           |      +9.90 |      9.90 |
 * | goodwill 50.00, one person             |             +47.17 |       +2.83 |           |     −50.00 |    −40.10 |
 * | goodwill 1,060.00, two more people     |          +1,000.00 |      +60.00 |           |  −1,060.00 | −1,100.10 |
 * | a debit of 2.12, one more person       |              −2.00 |       −0.12 |           |      +2.12 | −1,097.98 |
 * | he pays 1,200.00, and 5.00 that bounce |                    |             | +1,200.00 |  −1,200.00 | −2,297.98 |
 * | refund of 1,000.00, one more person    |                    |             | −1,000.00 |  +1,000.00 | −1,297.98 |
 * | all of it                              |          +1,045.17 |      +62.15 |   +200.00 |  −1,297.98 |           |
 *
 * Archive has half of 200.00 net (106 million tokens at 2 yuan a million, less 6 % VAT): 100.00, on which it has 6.00 VAT
 * of its own and of which 10 % are withheld; 100.00 + 6.00 − 10.00 = 96.00 is payable.
 *
 * | what         | input_tax | partner_payable |   bank | withholding_payable |
 * |--------------|----------:|----------------:|-------:|--------------------:|
 * | the issue    |           |         −100.00 |        |                     |
 * | its invoice  |     +6.00 |           −6.00 |        |                     |
 * | the payment  |           |         +106.00 | −96.00 |              −10.00 |
 * | all of it    |     +6.00 |            0.00 | −96.00 |              −10.00 |
 */
describe('what is credited, debited, paid and paid back', () => {
  let story: AdjustmentsAndPayments;
  beforeAll(async () => {
    story = await AdjustmentsAndPayments.open();
  });
  afterAll(() => story.market.stop());
  afterEach(async () => expect(await story.market.violations()).toEqual([]));

  it('goodwill within the limit is given by one person', async () => {
    const preview = await story.ask('goodwill', '50.00', 'desk operations', { preview: true });
    expect(await story.owed()).toBe('9.9');
    expect(await story.ask('goodwill', '50.00', 'desk operations')).toBe(preview);
    expect(preview).toBe('posted 50 = 47.17 + 2.83');
    expect(await story.owed()).toBe('-40.1');
  });

  it('beyond it two others sign, each another one', async () => {
    expect(await story.ask('goodwill', '1060.00', 'desk operations')).toBe('requested 1060 = 1000 + 60');
    expect(await story.sign(2, 'desk admin')).toBe('another_person_needed');
    expect(await story.sign(2, 'finn finance')).toBe('approver_not_allowed');
    expect(await story.sign(2, 'carl checker')).toBe('requested');
    expect(await story.sign(2, 'carl checker')).toBe('another_person_needed');
    expect(await story.owed()).toBe('-40.1');
    expect(await story.sign(2, 'anna admin', { preview: true })).toBe('posted');
    expect(await story.sign(2, 'anna admin')).toBe('posted');
    expect(await story.sign(2, 'bob admin')).toBe('wrong_state posted');
    expect(await story.owed()).toBe('-1100.1');
  });

  it('two who sign at once post it once', async () => {
    expect(await story.ask('manual_debit', '2.12', 'desk operations')).toBe('requested 2.12 = 2 + 0.12');
    const both = await Promise.all([story.sign(3, 'carl checker'), story.sign(3, 'finn finance')]);
    expect(both.sort()).toEqual(['posted', 'wrong_state posted']);
    expect(await story.owed()).toBe('-1097.98');
  });

  it('is rejected by others, withdrawn by whoever asked', async () => {
    expect(await story.ask('manual_credit', '7.00', 'desk operations')).toBe('requested 7 = 6.6 + 0.4');
    expect(await story.reject(4, 'desk operations')).toBe('another_person_needed');
    expect(await story.withdraw(4, 'carl checker')).toBe('not_the_requester');
    expect(await story.reject(4, 'carl checker')).toBe('rejected');
    expect(await story.withdraw(4, 'desk operations')).toBe('wrong_state rejected');
    expect(await story.ask('manual_credit', '8.00', 'desk operations')).toBe('requested 8 = 7.55 + 0.45');
    expect(await story.withdraw(5, 'desk operations')).toBe('withdrawn');
    expect(await story.sign(6, 'carl checker')).toBe('not_found');
    expect(await story.owed()).toBe('-1097.98');
  });

  it('payments are booked once for each reference, and taken back when they bounce', async () => {
    expect(await story.ask('refund', '0.01', 'desk operations')).toBe('more_than_paid 0');
    expect(await story.pay('1200.00', 'R-1')).toBe('new');
    expect(await story.pay('1200.00', 'R-1')).toBe('known');
    expect(await story.pay('1200.01', 'R-1')).toBe('reference_used');
    expect(await story.pay('1200.00', 'R-1', 'li')).toBe('reference_used');
    const both = await Promise.all([story.pay('5.00', 'R-2'), story.pay('5.00', 'R-2')]);
    expect(both.sort()).toEqual(['known', 'new']);
    expect(await story.bounce(2)).toBe('reversed');
    expect(await story.bounce(2)).toBe('already_reversed');
    expect(await story.bounce(3)).toBe('not_found');
    expect(await story.owed()).toBe('-2297.98');
  });

  it('no more is paid back than was paid', async () => {
    expect(await story.ask('refund', '1200.01', 'desk operations')).toBe('more_than_paid 120000');
    expect(await story.ask('refund', '1000.00', 'desk operations')).toBe('requested 1000 = 1000 + 0');
    expect(await story.sign(6, 'carl checker')).toBe('posted');
    expect(await story.ask('refund', '200.01', 'desk operations')).toBe('more_than_paid 20000');
  });

  it('nor more than the credit balance, as it is when the last signature is there', async () => {
    const li = { account: 'li' };
    expect(await story.pay('10.00', 'R-3', 'li')).toBe('new');
    expect(await story.ask('refund', '10.00', 'desk operations', li)).toBe('requested 10 = 10 + 0');
    expect(await story.ask('manual_debit', '4.00', 'desk operations', li)).toBe('requested 4 = 3.77 + 0.23');
    expect(await story.sign(2, 'carl checker', li)).toBe('posted');
    expect(await story.sign(1, 'carl checker', li)).toBe('more_than_credit 600');
    expect(await story.withdraw(1, 'desk operations', 'li')).toBe('withdrawn');
    expect(await story.ask('refund', '6.01', 'desk operations', li)).toBe('more_than_credit 600');
    expect(await story.ask('refund', '6.00', 'desk operations', li)).toBe('requested 6 = 6 + 0');
    expect(await story.sign(3, 'carl checker', li)).toBe('posted');
    expect(await story.owed('li')).toBe('0');
  });

  it('the ledger says what he owes, and out of what', async () => {
    expect(await story.causes()).toEqual([
      'goodwill -1110',
      'manual_debit 2.12',
      'order 9.9',
      'payment -1205',
      'payment_reversal 5',
      'refund 1000',
    ]);
    expect(await story.owed()).toBe('-1297.98');
    expect(await story.balance('adjustment_revenue', 'wang')).toBe('1045.17');
    expect(await story.balance('tax_payable', 'wang')).toBe('62.15');
    expect(await story.balance('bank', 'wang')).toBe('200');
  });

  it('a partner’s invoice is owed with its VAT, and nothing is left when it is paid', async () => {
    const books = () =>
      Promise.all([
        story.balance('input_tax', null),
        story.balance('partner_payable', null, 'archive'),
        story.balance('bank', null),
        story.balance('withholding_payable', null),
      ]);
    await story.issueOctober();
    expect(await books()).toEqual(['0', '-100', '0', '0']);
    expect(await story.invoice('106.00')).toBe('wrong_amount 9600');
    expect(await story.invoice('96.00', true)).toBe('would be invoice_received');
    expect(await books()).toEqual(['0', '-100', '0', '0']);
    expect(await story.invoice('96.00')).toBe('invoice_received');
    expect(await books()).toEqual(['6', '-106', '0', '0']);
    expect(await story.payArchive('96.00')).toBe('paid');
    expect(await books()).toEqual(['6', '0', '-96', '-10']);
  });

  it('what came in a month that is closed is booked in the next one', async () => {
    expect(await story.pay('1.00', 'R-4')).toBe('new');
    expect(await story.monthsOf('R-4')).toEqual(['2026-11']);
    expect(await story.monthsOf('R-1')).toEqual(['2026-10']);
  });

  it('what nobody hopes to collect is written off, and no more than is owed; its VAT stays owed', async () => {
    const li = { account: 'li' };
    expect(await story.ask('manual_debit', '4.00', 'desk operations', li)).toBe('requested 4 = 3.77 + 0.23');
    expect(await story.sign(4, 'carl checker', li)).toBe('posted');
    expect(await story.ask('write_off', '4.01', 'desk operations', li)).toBe('more_than_owed 400');
    expect(await story.ask('write_off', '4.00', 'desk operations', li)).toBe('requested 4 = 4 + 0');
    expect(await story.sign(5, 'carl checker', li)).toBe('approver_not_allowed');
    expect(await story.pay('1.00', 'R-5', 'li')).toBe('new');
    expect(await story.sign(5, 'finn finance', li)).toBe('more_than_owed 300');
    expect(await story.withdraw(5, 'desk operations', 'li')).toBe('withdrawn');
    expect(await story.ask('write_off', '3.00', 'desk operations', li)).toBe('requested 3 = 3 + 0');
    expect(await story.sign(6, 'finn finance', li)).toBe('posted');
    expect([await story.owed('li'), await story.balance('bad_debt', 'li')]).toEqual(['0', '3']);
  });

  it('the trial balance is nothing on every day, and vouchers enter every account that moved', async () => {
    const { engine } = story.market;
    const last = engine.clock.now();
    for (let at = Date.parse('2026-10-01T00:00:00+08:00'); at <= last + MS_PER_DAY; at += MS_PER_DAY) {
      const balance = await engine.get(ReadTrialBalance).run({ span: { at } });
      expect(balance).toMatchObject({ ok: true, value: { isBalanced: true } });
    }
    const entered = async (month: string) => {
      const wanted = { month, isReversal: false, allowProvisional: true };
      const { vouchers } = must(await engine.get(MakeVouchers).run(wanted));
      return vouchers.flatMap(({ lines }) => lines.map(({ erp, account }) => `${erp.code} ${account}`));
    };
    const october = ['1002.01 bank', '6001.90 adjustment_revenue'];
    expect(await entered('2026-10')).toEqual(expect.arrayContaining(october));
    const november = ['1002.01 bank', '2221.02 input_tax', '2221.12 withholding_payable'];
    expect(await entered('2026-11')).toEqual(expect.arrayContaining(november));
  });
});
