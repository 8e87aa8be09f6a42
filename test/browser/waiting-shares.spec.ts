import { billUntil } from '../support/bill-until';
import { ConsoleDesk } from '../support/console-desk';
import type { HttpMarket } from '../support/http-market';
import { openAccount, publish, usage } from '../support/market';
import { tianyiContract } from '../support/tianyi-contract';

const BEGINNING = '2026-10-01T00:00:00+08:00';
const NOVEMBER = '2026-11-02T09:00:00+08:00';
const DECEMBER = '2026-12-02T09:00:00+08:00';
const WAIT_MS = 30_000;
const CONTRACT = tianyiContract({ basis: 'collected' });
const statement = (run: number): string => `/statements/${run}/tianyi?currency=CNY&tab=bases`;

async function issue(market: HttpMarket, month: string, run: number): Promise<void> {
  await market.post('/v1/settlement-runs', { month }, 'finance');
  await market.post(`/v1/settlement-runs/${run}/approve`, {}, 'checker');
  const { status, body } = await market.post(`/v1/settlement-runs/${run}/issue`, {}, 'finance');
  if (status !== 200) throw new Error(JSON.stringify(body));
}

/**
 * A million tokens cost 2 yuan, of which tianyi has 0.50 once the customer has paid: for October 5.00 of what alice used
 * and 1.00 of what bob did.
 */
async function october(market: HttpMarket): Promise<void> {
  for (const account of ['alice', 'bob']) await openAccount(market.engine, account, ['base'], BEGINNING);
  await publish(market.engine, 'contract', CONTRACT, Date.parse(BEGINNING));
  market.engine.clock.moveTo(Date.parse(NOVEMBER));
  await market.report(
    usage('a1', 'alice', '2026-10-05T12:00:00+08:00', { input: 10_000_000 }),
    usage('b1', 'bob', '2026-10-05T12:00:00+08:00', { input: 2_000_000 }),
  );
  await issue(market, '2026-10', 1);
  // What is on no invoice is not paid.
  await billUntil(market, '2026-11-01T00:00:00+08:00');
}

describe('shares that wait for money, in the console', () => {
  let desk: ConsoleDesk;

  beforeAll(async () => {
    desk = await ConsoleDesk.open('waiting', BEGINNING, october);
  }, WAIT_MS * 3);
  afterAll(() => desk?.close());

  it(
    'says what of which month waits for what, and whose revenue it is',
    async () => {
      await desk.seat('finance', 'fen');
      await desk.goTo('/statements/1/tianyi?currency=CNY');
      expect(await desk.fact('Held').innerText()).toBe('6.00');
      await desk.tab('Waiting');
      expect(await desk.cells(/^Shares that wait/)).toEqual([
        ['2026-10', 'Once collected', '6.00', '0.00', '0.00', '6.00', 'By account'],
      ]);
      await desk.browser.page.getByRole('link', { name: /by account$/ }).click();
      expect(await desk.cells(/by account$/)).toEqual([
        ['alice', '0.00', '20.00', '0.00', '0.00'],
        ['bob', '0.00', '4.00', '0.00', '0.00'],
      ]);
      await desk.shot('october');
    },
    WAIT_MS,
  );

  it(
    'tells the partner the same, without the customers',
    async () => {
      await desk.seat('partner', 'yun', 'tianyi');
      await desk.goTo('/own/statements/1/tianyi?currency=CNY&tab=bases&waits=2026-10');
      const [cells] = await desk.cells(/^Shares that wait/);
      expect(cells).toEqual(['2026-10', 'Once collected', '6.00', '0.00', '0.00', '6.00']);
      expect(await desk.browser.page.getByText('alice').count()).toBe(0);
      await desk.shot('own');
    },
    WAIT_MS,
  );

  it(
    'takes what alice pays on the page of her account',
    async () => {
      await desk.seat('finance', 'fen');
      await desk.goTo('/accounts/alice?tab=payments');
      await desk.ask('Record a payment');
      await desk.fill('Amount (CNY)', '10.00');
      await desk.fill('Reference', 'BANK-1');
      await desk.confirm();
      await desk.row(/10\.00.*BANK-1/).waitFor();
      await desk.tab('Receivable');
      expect(await desk.fact('Owed CNY').innerText()).toBe('10.00 CNY');
      await desk.shot('paid');
      const { payments } = await desk.read<{ payments: object[] }>('/v1/payments?account=alice');
      expect(payments).toMatchObject([{ amount: '10', reference: 'BANK-1', recordedBy: 'fen' }]);
    },
    WAIT_MS,
  );

  it(
    'releases the half of hers with the next month, and nothing of bob’s',
    async () => {
      await desk.moveTo(DECEMBER);
      await desk.market.report(usage('b2', 'bob', '2026-11-05T12:00:00+08:00', { input: 2_000_000 }));
      await issue(desk.market, '2026-11', 2);
      await desk.seat('finance', 'fen');
      await desk.goTo(statement(2));
      expect(await desk.fact('Released').innerText()).toBe('2.50');
      expect(await desk.cells(/^Shares that wait/)).toEqual([
        ['2026-10', 'Once collected', '6.00', '0.00', '6.00', '3.50', 'By account'],
        ['2026-11', 'Once collected', '1.00', '0.00', '0.00', '1.00', 'By account'],
      ]);
      await desk.goTo(`${statement(2)}&waits=2026-10`);
      expect(await desk.cells(/by account$/)).toEqual([
        ['alice', '0.00', '20.00', '10.00', '10.00'],
        ['bob', '0.00', '4.00', '0.00', '0.00'],
      ]);
      await desk.shot('november');
      const { bases } = await desk.read<{ bases: object[] }>('/v1/statements/2/tianyi/bases');
      expect(bases).toMatchObject([
        { month: '2026-10', heldBefore: '6', held: '3.5' },
        { month: '2026-11', heldBefore: '0', held: '1' },
      ]);
      await desk.goTo('/parties/tianyi');
      await desk.row(/2026-10.*3\.50/).waitFor();
      await desk.shot('party');
    },
    WAIT_MS,
  );

  it('leaves nothing to complain of', async () => {
    expect(desk.browser.complaints).toEqual([]);
    expect(await desk.market.engine.violations()).toEqual([]);
  });
});
