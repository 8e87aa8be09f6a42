import { Browser } from '../support/browser';
import { addPerson, openConsoleMarket, signIn, type Person } from '../support/console-market';
import type { HttpMarket } from '../support/http-market';
import { openAccount, publish, usage } from '../support/market';
import { tianyiContract } from '../support/tianyi-contract';

const BEGINNING = '2026-10-01T00:00:00+08:00';
const NOW = '2026-11-02T09:00:00+08:00';
const WAIT_MS = 30_000;
const CONTRACT = tianyiContract();

interface Clawbacks {
  readonly clawbacks: readonly {
    readonly reason: string;
    readonly requestedBy: string;
    readonly parts: readonly { readonly party: string; readonly share: string }[];
    readonly decision: { readonly state: string; readonly decidedBy: string; readonly month: string } | null;
  }[];
}

/** Alice was refunded: her vendors give back their parts, and she is owed something for the trouble. */
describe('clawbacks and adjustments in the console', () => {
  let market: HttpMarket;
  let browser: Browser;
  let finance: Person;
  let checker: Person;

  beforeAll(async () => {
    market = await openConsoleMarket(BEGINNING);
    await openAccount(market.engine, 'alice', ['base'], BEGINNING);
    await publish(market.engine, 'contract', CONTRACT, Date.parse(BEGINNING));
    market.engine.clock.moveTo(Date.parse(NOW));
    await market.report(usage('r1', 'alice', '2026-10-05T12:00:00+08:00', { input: 10_000_000 }));
    await market.post('/v1/settlement-runs', { month: '2026-10' }, 'finance');
    await market.post('/v1/settlement-runs/1/approve', {}, 'checker');
    expect((await market.post('/v1/settlement-runs/1/issue', {}, 'finance')).status).toBe(200);
    const credit = { kind: 'manual_credit', amount: '3.00', reason: 'a slow week' };
    expect((await market.post('/v1/accounts/alice/adjustments', credit, 'finance')).status).toBe(200);
    finance = await addPerson(market, 'finance', 'fen');
    checker = await addPerson(market, 'checker', 'chen');
    browser = await Browser.open(market.url);
    await browser.page.clock.setFixedTime(new Date(NOW));
  }, WAIT_MS * 3);

  afterAll(async () => {
    await browser?.close();
    await market?.close();
  });

  const read = async <Body>(path: string): Promise<Body> => (await market.get<Body>(path, 'finance')).body;
  const dialog = () => browser.page.getByRole('dialog');
  const row = (name: string | RegExp) => browser.page.getByRole('row', { name }).first();
  const press = (name: string) => browser.page.getByRole('button', { name, exact: true }).click();

  async function confirm(): Promise<void> {
    await dialog().getByRole('button', { name: 'Confirm' }).click();
    await dialog().waitFor({ state: 'hidden' });
  }

  it(
    'one person asks for the shares of a refund, and cannot decide it',
    async () => {
      const { page } = browser;
      await signIn(browser, finance);
      await page.getByRole('navigation').getByRole('link', { name: 'Clawbacks' }).click();
      await page.getByText('No clawback of this kind').waitFor();
      await press('Ask for a clawback');
      await dialog().getByLabel('Of month').fill('2026-09');
      await dialog().getByLabel('Party').fill('tianyi');
      await dialog().getByLabel('Percentage').check();
      await dialog().getByLabel('Percent of what was shared').fill('20');
      await dialog().getByLabel('Reason').fill('refunded to alice');
      await dialog().getByRole('button', { name: 'Confirm' }).click();
      // Nothing was issued for September.
      await dialog()
        .getByText(/No issued statement/)
        .waitFor();
      await dialog().getByLabel('Of month').fill('2026-10');
      await confirm();
      await row(/refunded to alice/)
        .getByText('Waiting')
        .waitFor();
      await row(/tianyi -1\.00/)
        .getByText('Somebody else decides')
        .waitFor();
      const { clawbacks } = await read<Clawbacks>('/v1/clawbacks?month=2026-10');
      expect(clawbacks).toMatchObject([{ requestedBy: 'fen', reason: 'refunded to alice', decision: null }]);
    },
    WAIT_MS,
  );

  it(
    'another finds it among what waits, and approves it',
    async () => {
      const { page } = browser;
      await signIn(browser, checker);
      await page.goto('/approvals');
      await page.getByRole('link', { name: '2026-10 · tianyi' }).click();
      await page.waitForURL('**/clawbacks?state=asked');
      await press('Approve clawback 1');
      await dialog().getByLabel('Note').fill('seen the refund');
      await confirm();
      await page.getByText('No clawback of this kind').waitFor();
      await page.goto('/clawbacks?month=2026-10&state=approved');
      await row(/chen.*seen the refund/)
        .getByText('2026-11')
        .waitFor();
      const { clawbacks } = await read<Clawbacks>('/v1/clawbacks');
      expect(clawbacks).toMatchObject([
        { decision: { state: 'approved', decidedBy: 'chen', month: '2026-11' }, parts: [{ share: '-1' }] },
      ]);
    },
    WAIT_MS,
  );

  it(
    'adjustments of all accounts lead to where each is signed',
    async () => {
      const { page } = browser;
      await page.goto('/adjustments?state=rejected');
      await page.getByRole('table', { name: 'Adjustments' }).getByText('Nothing here').waitFor();
      await browser.choose('Status', 'Waiting');
      await row(/a slow week/)
        .getByText('3.00')
        .waitFor();
      await page.getByRole('link', { name: 'alice · 1' }).click();
      await page.waitForURL('**/accounts/alice?tab=adjustments&adjustment=1');
      await page.getByRole('heading', { name: 'Adjustment 1' }).waitFor();
      await page.getByRole('button', { name: 'Approve', exact: true }).waitFor();
    },
    WAIT_MS,
  );

  it('had nothing to complain of but what was refused', () => {
    // A browser writes down each answer that refuses.
    expect(browser.complaints.filter((text) => !text.includes('422'))).toEqual([]);
  });
});
