import { ConsoleDesk } from '../support/console-desk';
import type { HttpMarket } from '../support/http-market';
import { openAccount, publish, usage } from '../support/market';
import { tianyiContract } from '../support/tianyi-contract';

const BEGINNING = '2026-10-01T00:00:00+08:00';
const ISSUED = '2026-11-02T09:00:00+08:00';
const DAYS_LATER = '2026-11-13T00:00:00+08:00';
const STAFFS = '/statements/1/tianyi?currency=CNY';
const LIFE = '/v1/statements/1/tianyi/life';
const WAIT_MS = 30_000;
const CONTRACT = tianyiContract();

interface Life {
  readonly state: string;
  readonly paymentDueOn: string | null;
  readonly events: readonly { readonly state: string; readonly by: string }[];
}

/** Tianyi asks 0.5 yuan a million of input, 1 of output, and 6 % on top: 5.30 is payable to it for October. */
async function october(market: HttpMarket): Promise<void> {
  await openAccount(market.engine, 'alice', ['base'], BEGINNING);
  await publish(market.engine, 'contract', CONTRACT, Date.parse(BEGINNING));
  market.engine.clock.moveTo(Date.parse(ISSUED));
  await market.report(
    usage('r1', 'alice', '2026-10-05T12:00:00+08:00', { input: 8_000_000 }),
    usage(
      'r2',
      'alice',
      '2026-10-05T12:00:00+08:00',
      { output: 1_000_000 },
      { model: 'kimi-k2', vendor: 'kimi' },
    ),
  );
  await market.post('/v1/settlement-runs', { month: '2026-10' }, 'finance');
  await market.post('/v1/settlement-runs/1/approve', {}, 'checker');
  await market.post('/v1/settlement-runs/1/issue', {}, 'finance');
}

describe('what a partner is paid, in the console', () => {
  let desk: ConsoleDesk;

  beforeAll(async () => {
    desk = await ConsoleDesk.open('payouts', BEGINNING, october);
  }, WAIT_MS * 3);
  afterAll(() => desk?.close());

  const told = async (): Promise<string[]> => {
    const { state, paymentDueOn, events } = await desk.read<Life>(LIFE);
    return [state, `due ${paymentDueOn}`, ...events.map((one) => `${one.state} by ${one.by}`)];
  };

  it(
    'the partner finds its statement, and confirms it on its own page',
    async () => {
      const { page } = desk.browser;
      await desk.seat('partner', 'yun', 'tianyi');
      await desk.heading('Statements').waitFor();
      await page.getByRole('link', { name: 'tianyi · tianyi' }).click();
      await desk.state('Issued').waitFor();
      expect(await desk.fact('Payable').innerText()).toBe('5.30 CNY');
      await desk.ask('Confirm the statement');
      await desk.confirm();
      await desk.state('Confirmed').waitFor();
      expect(await desk.button('Confirm the statement').count()).toBe(0);
      expect(await told()).toEqual(['confirmed', 'due null', 'confirmed by tianyi']);
    },
    WAIT_MS,
  );

  it(
    'it records its invoice for just what is payable, and sees until when it will be paid',
    async () => {
      const { page } = desk.browser;
      await desk.ask('Record our invoice');
      await desk.fill('Number of the invoice', 'T-2026-11');
      await desk.fill('Amount', '5.29');
      await desk.dialog().getByRole('button', { name: 'Preview', exact: true }).click();
      await desk
        .dialog()
        .getByRole('alert')
        .getByText(/5\.30?/)
        .first()
        .waitFor();
      await desk.fill('Amount', '5.30');
      expect(await desk.preview()).toContain('2026-10');
      await desk.shot('invoice', true);
      await desk.confirm();
      await desk.state('Invoice received').waitFor();
      await desk.tab('What happened');
      await desk.row(/Invoice received.*T-2026-11 · 2026-11-02/).waitFor();
      expect(await desk.fact('Payment due on').innerText()).toBe('2026-12-02');
      await desk.shot('own-life');
      expect(await page.getByRole('button', { name: /Approve/ }).count()).toBe(0);
      expect(await told()).toEqual([
        'invoice_received',
        'due 2026-12-02',
        'confirmed by tianyi',
        'invoice_received by tianyi',
      ]);
    },
    WAIT_MS,
  );

  it(
    'a second person of the carrier sees to whom it goes and approves; then the bank has paid',
    async () => {
      await desk.seat('checker', 'chen');
      await desk.goTo(STAFFS);
      await desk.ask('Approve the payment');
      const seen = await desk.preview();
      for (const part of ['5.30 CNY', '2026-10', 'Tianyi Cloud Ltd, 6222 0001']) expect(seen).toContain(part);
      expect(await desk.browser.seriousIssues()).toEqual([]);
      await desk.shot('approval', true);
      await desk.confirm();
      await desk.state('Payment approved').waitFor();
      expect(await desk.button('Record the payment').count()).toBe(0);
      await desk.seat('finance', 'fen');
      await desk.goTo(STAFFS);
      await desk.ask('Record the payment');
      await desk.fill('Reference of the payment', 'BANK-77');
      await desk.preview();
      await desk.confirm();
      await desk.state('Paid').waitFor();
      await desk.tab('What happened');
      const steps = await desk.cells('What happened');
      expect(steps.map(([state, , by, paper]) => [state, by, paper])).toEqual([
        ['Confirmed', 'tianyi', '–'],
        ['Invoice received', 'tianyi', 'T-2026-11 · 2026-11-02'],
        ['Payment approved', 'chen', '–'],
        ['Paid', 'fen', 'BANK-77 · 2026-11-02'],
      ]);
      await desk.row(/Payment approved.*Tianyi Cloud Ltd, 6222 0001/).waitFor();
      await desk.shot('paid');
      expect((await told()).slice(-2)).toEqual(['payment_approved by chen', 'paid by fen']);
    },
    WAIT_MS,
  );

  it(
    'who recorded an invoice in a party’s name does not approve it',
    async () => {
      const { page } = desk.browser;
      await desk.goTo('/statements/1/zhipu?currency=CNY');
      await desk.ask('Confirm for the party');
      await desk.fill('On whose word', 'their letter of 2 November');
      await desk.confirm();
      await desk.state('Confirmed').waitFor();
      await desk.ask('Record its invoice');
      await desk.fill('Number of the invoice', 'Z-1');
      await desk.preview();
      await desk.confirm();
      await desk.state('Invoice received').waitFor();
      await desk.ask('Approve the payment');
      await desk.dialog().getByRole('button', { name: 'Preview', exact: true }).click();
      await desk.dialog().getByRole('alert').waitFor();
      await desk.shot('refused', true);
      await desk.dialog().getByRole('button', { name: 'Cancel', exact: true }).click();
      await desk.dialog().waitFor({ state: 'hidden' });
      await page.getByText('their letter of 2 November').waitFor({ state: 'hidden' });
      await desk.tab('What happened');
      await desk.row(/Confirmed.*their letter of 2 November/).waitFor();
      expect(await desk.read('/v1/statements/1/zhipu/life')).toMatchObject({ state: 'invoice_received' });
    },
    WAIT_MS,
  );

  it(
    'a statement that nobody answers counts as confirmed when its days are over',
    async () => {
      await desk.moveTo(DAYS_LATER);
      await desk.market.post('/v1/due-work', {}, 'operations');
      await desk.seat('finance', 'fen');
      await desk.goTo('/statements/1/kimi?currency=CNY');
      await desk.state('Deemed confirmed').waitFor();
      await desk.tab('What happened');
      await desk.row(/Deemed confirmed.*13 Nov 2026/).waitFor();
      await desk.shot('deemed');
      expect(await desk.read('/v1/statements/1/kimi/life')).toMatchObject({
        state: 'deemed_confirmed',
        events: [{ state: 'deemed_confirmed', by: 'clock' }],
      });
    },
    WAIT_MS,
  );

  it('leaves nothing to complain of but what was refused', async () => {
    expect(desk.browser.complaints.filter((text) => !/40[39]|422/.test(text))).toEqual([]);
    expect(await desk.market.engine.violations()).toEqual([]);
  });
});
