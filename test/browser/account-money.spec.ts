import { billUntil } from '../support/bill-until';
import { ConsoleDesk } from '../support/console-desk';
import type { HttpMarket } from '../support/http-market';
import { openAccount, usage } from '../support/market';

const BEGINNING = '2026-10-01T00:00:00+08:00';
const NOVEMBER = '2026-11-02T09:00:00+08:00';
const DECEMBER = '2026-12-02T09:00:00+08:00';
const FIRST = '2026-CNY-000001';
const SECOND = '2026-CNY-000002';
const PAYMENTS = '/accounts/alice?tab=payments';
const WAIT_MS = 30_000;

/** Ten million tokens at 2 yuan: alice owes 20.00 of October. */
async function october(market: HttpMarket): Promise<void> {
  await openAccount(market.engine, 'alice', ['base'], BEGINNING);
  market.engine.clock.moveTo(Date.parse(NOVEMBER));
  await market.report(usage('a1', 'alice', '2026-10-05T12:00:00+08:00', { input: 10_000_000 }));
  await billUntil(market, '2026-11-01T00:00:00+08:00');
}

describe('money on an account, in the console', () => {
  let desk: ConsoleDesk;

  beforeAll(async () => {
    desk = await ConsoleDesk.open('money', BEGINNING, october);
  }, WAIT_MS * 3);
  afterAll(() => desk?.close());

  async function pay(amount: string, reference: string): Promise<void> {
    await desk.goTo(PAYMENTS);
    await desk.ask('Record a payment');
    await desk.fill('Amount (CNY)', amount);
    await desk.fill('Reference', reference);
    await desk.confirm();
    await desk.row(new RegExp(reference)).waitFor();
  }
  const owed = async (): Promise<unknown> => {
    const { balances, invoices, unallocated } = await desk.read<{
      balances: { owed: string }[];
      invoices: { invoice: string; open: string }[];
      unallocated: string;
    }>('/v1/accounts/alice/receivable');
    const open = invoices.map(({ invoice, open: left }) => `${invoice} ${left}`);
    return [`owed ${balances[0]?.owed}`, ...open, `to none ${unallocated}`];
  };

  it(
    'puts a payment to the oldest invoice, whose page shows it; what is left stays with the payment',
    async () => {
      await desk.seat('finance', 'fen');
      await pay('25.00', 'BANK-1');
      const [cells = []] = await desk.cells('Payments');
      expect([cells[2], cells[3], cells[7]]).toEqual(['Received', '25.00 CNY', '5.00']);
      expect(await owed()).toEqual(['owed -5', 'to none 5']);
      await desk.goTo(`/invoices/${FIRST}?tab=payments`);
      await desk.state('Final').waitFor();
      expect(await desk.fact('Collection').innerText()).toBe('Paid');
      await desk.row(/alice.*BANK-1/).waitFor();
      await desk.shot('invoice');
    },
    WAIT_MS,
  );

  it(
    'puts what is left of it to an invoice that came later',
    async () => {
      await desk.moveTo(DECEMBER);
      await desk.market.report(usage('a2', 'alice', '2026-11-05T12:00:00+08:00', { input: 1_000_000 }));
      await billUntil(desk.market, '2026-12-01T00:00:00+08:00');
      await desk.seat('finance', 'fen');
      await desk.goTo(PAYMENTS);
      await desk.ask('Allocate', desk.row(/BANK-1/));
      await desk.dialog().getByText('5.00 CNY of it is put to no invoice.').waitFor();
      await desk.browser.choose('Invoice', SECOND);
      expect(await desk.browser.seriousIssues()).toEqual([]);
      await desk.shot('allocate', true);
      await desk.confirm();
      await desk.browser.page.getByText(`${SECOND}: 2.00 CNY`).waitFor();
      const [cells = []] = await desk.cells('Payments');
      expect(cells[7]).toBe('3.00');
      expect(await owed()).toEqual(['owed -3', 'to none 3']);
      expect(await desk.read(`/v1/invoices/${SECOND}`)).toMatchObject({ paid: '2', collection: 'settled' });
    },
    WAIT_MS,
  );

  it(
    'takes back a payment that bounced: it is owed again',
    async () => {
      await pay('4.00', 'BANK-2');
      await desk.ask('Reverse', desk.row(/BANK-2/));
      await desk.fill('Reason', 'no such account');
      await desk.confirm();
      await desk.row(/Reversal.*Takes back no\. 2: no such account/).waitFor();
      await desk.row(/Bounced.*4\.00.*BANK-2/).waitFor();
      await desk.shot('payments');
      expect(await owed()).toEqual(['owed -3', 'to none 3']);
      const { payments } = await desk.read<{ payments: object[] }>('/v1/payments?account=alice&sort=at');
      expect(payments).toMatchObject([
        { number: 1, unallocated: '3' },
        { number: 2, reversed: true, unallocated: '0' },
        { number: 3, kind: 'reversed', reverses: 2, reason: 'no such account' },
      ]);
    },
    WAIT_MS,
  );

  it(
    'pays back what is left: one person asks, another signs',
    async () => {
      const { page } = desk.browser;
      await desk.seat('operations', 'desk');
      await desk.goTo('/accounts/alice?tab=adjustments');
      await desk.ask('Request an adjustment');
      await desk.browser.choose('Kind', 'Refund');
      await desk.fill('Amount with VAT (CNY)', '30.00');
      await desk.fill('Reason', 'she moves away');
      await desk.dialog().getByRole('button', { name: 'Preview', exact: true }).click();
      await desk.dialog().getByRole('alert').waitFor();
      await desk.fill('Amount with VAT (CNY)', '3.00');
      expect(await desk.preview()).toContain('3.00');
      await desk.confirm();
      await desk.row(/Refund.*Waiting.*3\.00/).waitFor();
      await desk.seat('checker', 'chen');
      await desk.goTo('/approvals');
      await page
        .getByRole('row', { name: /she moves away/ })
        .getByRole('link')
        .click();
      await desk.ask('Approve');
      expect(await desk.preview()).toContain('Posted');
      await desk.confirm();
      await desk.row(/Refund.*Posted.*3\.00/).waitFor();
      await desk.shot('refund');
      await desk.tab('Receivable');
      await desk.row(/Refunds.*3\.00/).waitFor();
      await desk.shot('receivable');
      expect(await desk.read('/v1/accounts/alice/adjustments/1')).toMatchObject({
        kind: 'refund',
        state: 'posted',
        requestedBy: 'desk',
        events: [{ by: 'desk' }, { by: 'chen' }, { by: 'chen' }],
      });
      expect((await owed()) as string[]).toContain('owed 0');
    },
    WAIT_MS,
  );

  it(
    'puts to the invoice that stands in its place what a void one had',
    async () => {
      const reason = 'the buyer is another';
      await desk.market.post(`/v1/invoices/${FIRST}/void`, { reason }, 'finance', 'wen');
      await desk.market.post(`/v1/invoices/${FIRST}/void/approve`, {}, 'checker', 'chen');
      await billUntil(desk.market, '2026-12-01T00:00:00+08:00');
      await desk.seat('finance', 'fen');
      await desk.goTo(PAYMENTS);
      await desk.ask('Allocate', desk.row(/BANK-1/));
      await desk.dialog().getByText('23.00 CNY of it is put to no invoice.').waitFor();
      await desk.confirm();
      await desk.browser.page.getByText('2026-CNY-000003: 20.00 CNY').waitFor();
      await desk.goTo('/invoices/2026-CNY-000003?tab=payments');
      await desk.row(/alice.*BANK-1/).waitFor();
      expect(await desk.fact('Replaces').innerText()).toBe(FIRST);
      expect(await desk.fact('Collection').innerText()).toBe('Paid');
      await desk.shot('issued-anew');
      expect(await desk.read('/v1/invoices/2026-CNY-000003')).toMatchObject({ paid: '20', open: '0' });
    },
    WAIT_MS,
  );

  it('leaves nothing to complain of but what was refused', async () => {
    expect(desk.browser.complaints.filter((text) => !text.includes('409'))).toEqual([]);
    expect(await desk.market.engine.violations()).toEqual([]);
  });
});
