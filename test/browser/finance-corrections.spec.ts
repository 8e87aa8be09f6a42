import { billUntil } from '../support/bill-until';
import { ConsoleDesk } from '../support/console-desk';
import type { HttpMarket } from '../support/http-market';
import { openAccount, usage } from '../support/market';

const BEGINNING = '2026-10-01T00:00:00+08:00';
const IN_OCTOBER = '2026-10-28T09:00:00+08:00';
const IN_NOVEMBER = '2026-11-05T09:00:00+08:00';
const NOON = '2026-10-20T12:00:00+08:00';
const WAIT_MS = 30_000;

/** Alice has a million tokens a month; bob pays 2 yuan a million as he goes. */
async function october(market: HttpMarket): Promise<void> {
  await openAccount(market.engine, 'alice', ['base', 'monthly'], BEGINNING);
  await openAccount(market.engine, 'bob', ['base'], BEGINNING);
  market.engine.clock.moveTo(Date.parse(IN_OCTOBER));
  await market.report(
    usage('a1', 'alice', NOON, { input: 400_000 }),
    usage('a2', 'alice', NOON, { input: 300_000 }),
    usage('b1', 'bob', NOON, { input: 2_000_000 }),
    usage('b2', 'bob', NOON, { input: 500_000 }),
  );
}

/** What went wrong in a month is put right by entries: nothing that was written is changed. */
describe('corrections of a month in the console', () => {
  let desk: ConsoleDesk;

  beforeAll(async () => {
    desk = await ConsoleDesk.open('corrections', BEGINNING, october);
  }, WAIT_MS * 3);
  afterAll(() => desk?.close());

  /** One person has a run calculated for an account, another makes it final. */
  async function billAgain(run: number, account: string): Promise<void> {
    const { page } = desk.browser;
    await desk.seat('finance', 'fen');
    await desk.goTo('/bill-runs');
    await desk.ask('Start a bill run');
    await desk.fill('Hours of grace', '0');
    await desk.dialog().getByRole('combobox', { name: 'These accounts only' }).fill(account);
    await page.keyboard.press('Enter');
    await desk.confirm();
    await desk.heading(`Bill run ${run}`).waitFor();
    await desk.state('Draft').waitFor();
    expect(await desk.button('Make final').count()).toBe(0);
    await desk.seat('checker', 'chen');
    await desk.goTo(`/bill-runs/${run}`);
    await desk.ask('Make final');
    await desk.confirm();
    await desk.state('Final').waitFor();
  }

  it(
    'takes back a record on its own page: its tokens are there again',
    async () => {
      const { page } = desk.browser;
      await desk.seat('operations', 'desk');
      await desk.goTo('/records/gateway/api/a2');
      await desk.ask('Void record');
      await desk.fill('Reason', 'sent twice');
      await desk.confirm();
      await desk.state('Void').waitFor();
      await page.getByText('Made void by desk: sent twice').waitFor();
      await page.getByText('Agrees with the books').waitFor();
      expect(await desk.button('Void record').count()).toBe(0);
      const [[, kind, tokens, , reason] = []] = await desk.cells('Corrections');
      expect([kind, tokens, reason]).toEqual(['Reversal', '-300,000', 'sent twice']);
      await desk.shot('void-record');
      await desk.goTo('/records?account=alice');
      await desk.row(/a2/).getByText('Void', { exact: true }).waitFor();
      await desk.goTo('/accounts/alice');
      await desk.row('Left 600,000').waitFor();
      await desk.row('Used 400,000').waitFor();
      await page.getByText('It closes: 1,000,000 were granted').waitFor();
      await desk.shot('balance');
      expect(await desk.read('/v1/accounts/alice/balance')).toMatchObject({ leftTokens: '600000' });
      const { records } = await desk.read<{ records: object[] }>('/v1/usage?account=alice&state=void');
      expect(records).toMatchObject([{ id: 'a2' }]);
    },
    WAIT_MS,
  );

  it(
    'bills the difference: what is void after it was billed makes a credit note',
    async () => {
      const { page } = desk.browser;
      await desk.moveTo(IN_NOVEMBER);
      await billUntil(desk.market, '2026-11-01T00:00:00+08:00');
      await desk.seat('operations', 'desk');
      await desk.goTo('/records/gateway/api/b2');
      await desk.ask('Void record');
      await desk.fill('Reason', 'a test of theirs');
      await desk.confirm();
      await billAgain(2, 'bob');
      const [[number = ''] = []] = await desk.cells('Invoices');
      await page.getByRole('link', { name: number }).click();
      await desk.heading(`Credit note ${number}`).waitFor();
      expect(await desk.fact('Gross').innerText()).toBe('-1.00 CNY');
      expect(await desk.fact('Corrects').innerText()).toBe('2026-CNY-000002');
      await desk.shot('credit-note');
      await desk.fact('Corrects').getByRole('link').click();
      await desk.heading('Invoice 2026-CNY-000002').waitFor();
      await desk.goTo('/accounts/bob?tab=receivable');
      expect(await desk.fact('Owed CNY').innerText()).toBe('4.00 CNY');
      expect(await desk.cells('What is owed, by cause')).toEqual([['Usage on invoices', 'CNY', '4.00']]);
      await desk.shot('receivable');
      const note = await desk.read(`/v1/invoices/${number}`);
      expect(note).toMatchObject({ kind: 'credit_note', gross: '-1', corrects: '2026-CNY-000002' });
    },
    WAIT_MS,
  );

  it(
    'makes an invoice void by two people, and issues what is on it anew',
    async () => {
      const { page } = desk.browser;
      await desk.seat('finance', 'fen');
      await desk.goTo('/invoices/2026-CNY-000001');
      await desk.ask('Ask to void');
      await desk.fill('Reason', 'the buyer is another');
      await desk.confirm();
      await desk.state('Void asked for').waitFor();
      await page.getByText('fen asks to void it: the buyer is another').waitFor();
      expect(await desk.button('Approve the void').count()).toBe(0);
      await desk.seat('checker', 'chen');
      await desk.goTo('/approvals');
      await page.getByRole('link', { name: '2026-CNY-000001' }).click();
      await desk.ask('Approve the void');
      await desk.confirm();
      await desk.state('Void').waitFor();
      await page.getByText('Void, approved by chen: the buyer is another').waitFor();
      await billAgain(3, 'alice');
      const [[number = ''] = []] = await desk.cells('Invoices');
      await desk.goTo('/invoices/2026-CNY-000001');
      await desk.fact('Replaced by').getByRole('link', { name: number }).click();
      await desk.heading(`Invoice ${number}`).waitFor();
      expect(await desk.fact('Replaces').innerText()).toBe('2026-CNY-000001');
      expect(await desk.fact('Unpaid').innerText()).toBe('9.90 CNY');
      await desk.shot('issued-anew');
      const [old, anew] = [
        await desk.read('/v1/invoices/2026-CNY-000001'),
        await desk.read(`/v1/invoices/${number}`),
      ];
      expect(old).toMatchObject({ state: 'voided', replacedBy: [number], void: { requestedBy: 'fen' } });
      expect(anew).toMatchObject({ state: 'final', replaces: '2026-CNY-000001', gross: '9.9' });
    },
    WAIT_MS,
  );

  it(
    'freezes the month once its voids are rated again, and opens it by two people',
    async () => {
      const { page } = desk.browser;
      await desk.seat('finance', 'fen');
      await desk.goTo('/months/2026-10');
      await desk.button('Rate again').click();
      await desk.ask('Do the due work');
      await desk.confirm();
      await page.getByText('Everything is in order').waitFor();
      await desk.ask('Freeze');
      await desk.confirm();
      await desk.state('Frozen').waitFor();
      await desk.ask('Ask to reopen');
      await desk.fill('Reason', 'a file of October was late');
      await desk.confirm();
      await page.getByText('fen asks to reopen it: a file of October was late').waitFor();
      expect(await desk.button('Approve the reopening').count()).toBe(0);
      await desk.seat('checker', 'chen');
      await desk.goTo('/months/2026-10');
      await desk.ask('Approve the reopening');
      await desk.confirm();
      await desk.state('Open').waitFor();
      await desk.tab('What happened');
      await desk.row(/a file of October was late fen/).waitFor();
      await desk.shot('reopened');
      const { state, events } = await desk.read<{ state: string; events: { kind: string; by: string }[] }>(
        '/v1/months/2026-10',
      );
      expect([state, ...events.map(({ kind, by }) => `${kind} by ${by}`)]).toEqual([
        'open',
        'frozen by fen',
        'reopening_requested by fen',
        'reopened by chen',
      ]);
    },
    WAIT_MS,
  );

  it('leaves nothing to complain of', async () => {
    expect(desk.browser.complaints).toEqual([]);
    expect(await desk.market.engine.violations()).toEqual([]);
  });
});
