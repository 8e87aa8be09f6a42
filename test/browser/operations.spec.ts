import { CHART } from '@ciyuan/core/ledger';
import { Browser } from '../support/browser';
import { addPerson, openConsoleMarket, signIn } from '../support/console-market';
import type { HttpMarket } from '../support/http-market';
import { openAccount, usage } from '../support/market';

const NOW = '2026-11-05T09:00:00+08:00';
const WAIT_MS = 40_000;

/** What operations see of a morning: usage comes in, some of it waits, and a customer asks why. */
describe('operations in the console', () => {
  let market: HttpMarket;
  let browser: Browser;

  beforeAll(async () => {
    market = await openConsoleMarket(NOW);
    await openAccount(market.engine, 'alice', ['base', 'monthly'], NOW);
    await market.report(
      usage('first', 'alice', NOW, { input: 600_000, output: 100_000 }),
      usage('second', 'alice', NOW, { input: 900_000, output: 200_000 }),
      usage('of-a-stranger', 'bob', NOW, { input: 1_000 }),
      usage('of-a-stranger-2', 'bob', NOW, { input: 2_000 }),
    );
    browser = await Browser.open(market.url);
    await browser.page.clock.setFixedTime(new Date(NOW));
    await signIn(browser, await addPerson(market, 'operations'));
  }, WAIT_MS * 2);

  afterAll(async () => {
    await browser?.close();
    await market?.close();
  });

  const table = (name: string) => browser.page.getByRole('table', { name }).first();
  const row = (name: string | RegExp) => browser.page.getByRole('row', { name }).first();

  it(
    'shows what comes in, by partner, with what waits',
    async () => {
      const { page } = browser;
      await page.goto('/intake?lang=en');
      await row(/gateway/).waitFor();
      const cells = await row(/gateway/)
        .getByRole('cell')
        .allInnerTexts();
      expect(cells.slice(2, 4)).toEqual(['2', '2']);
      await page
        .getByRole('img', { name: /Records written by the minute/ })
        .locator('svg')
        .waitFor();
      expect(await browser.seriousIssues()).toEqual([]);
    },
    WAIT_MS,
  );

  it(
    'tells why a record was charged as it was, down to the journal',
    async () => {
      const { page } = browser;
      await page.goto('/records');
      await row(/second/)
        .getByText('Charged', { exact: true })
        .waitFor();
      await page.getByRole('link', { name: 'second' }).click();
      await page.getByRole('heading', { level: 1, name: 'Why was second charged so' }).waitFor();
      await page.getByText('Agrees with the books').waitFor();
      // Of the million, 700,000 were gone: 300,000 are drawn, of 1,100,000.
      const grant = await table('Drawn from packages')
        .getByRole('row')
        .nth(1)
        .getByRole('cell')
        .allInnerTexts();
      expect(grant.slice(3, 6)).toEqual(['300,000', '300,000', '0']);
      await page.getByRole('heading', { level: 2, name: /Journal/ }).waitFor();
      expect(grant[6]).toBe('Input 300000 × 1');
      await table('Quantities by class').getByTitle('output').getByText('Output').waitFor();
      await table('Priced beyond packages base').getByText('Input').waitFor();
      // By its name in the chart of accounts, the code is its title.
      const account = table('Journal').getByTitle('usage_revenue').first();
      expect(await account.innerText()).toBe(CHART.usage_revenue.name);
      expect(await browser.seriousIssues()).toEqual([]);
    },
    WAIT_MS,
  );

  it(
    'groups what waits by its cause; once that is mended, all of it is charged together',
    async () => {
      const { page } = browser;
      await page.goto('/suspense');
      await row(/Unknown account.*bob/).waitFor();
      const cells = await row(/Unknown account.*bob/)
        .getByRole('cell')
        .allInnerTexts();
      expect(cells[2]).toBe('2');
      await openAccount(market.engine, 'bob', ['base'], NOW);
      await page.getByRole('button', { name: 'Charge again' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
      await page.getByText('2 charged, 0 still in suspense').waitFor();
      await page.getByText('Nothing here').waitFor();
      const { body } = await market.get<{ causes: object[] }>('/v1/suspense/causes', 'operations');
      expect(body.causes).toEqual([]);
    },
    WAIT_MS,
  );

  it(
    'has the dashboard, with figures of these days',
    async () => {
      const { page } = browser;
      await page.goto('/');
      await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
      await table('Top models · Tokens').getByText('glm-5').waitFor();
      await page
        .getByRole('img', { name: /Tokens by day/ })
        .locator('svg')
        .waitFor();
      await page.getByText(/Chinese characters/).waitFor();
      expect(await browser.seriousIssues()).toEqual([]);
    },
    WAIT_MS,
  );

  it('had nothing to complain of', () => {
    expect(browser.complaints).toEqual([]);
  });
});
