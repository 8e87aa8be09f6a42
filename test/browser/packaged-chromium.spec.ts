import { Browser } from '../support/browser';
import { openConsoleMarket } from '../support/console-market';
import type { HttpMarket } from '../support/http-market';

const WAIT_MS = 90_000;

/** Where a machine has no browser of its own, the one of the packages does as well: these specs run with it, too. */
describe('the Chromium that comes as a package', () => {
  const asked = process.env['CHROMIUM'];
  let market: HttpMarket;
  let browser: Browser;

  beforeAll(async () => {
    market = await openConsoleMarket('2026-11-05T09:00:00+08:00');
    process.env['CHROMIUM'] = 'package';
    browser = await Browser.open(market.url);
  }, WAIT_MS);

  afterAll(async () => {
    if (asked === undefined) delete process.env['CHROMIUM'];
    else process.env['CHROMIUM'] = asked;
    await browser?.close();
    await market?.close();
  });

  it('shows the console, with its fonts and without a complaint', async () => {
    const { page } = browser;
    await page.goto('/sign-in?lang=zh');
    await page.getByRole('button', { name: '登录' }).waitFor();
    await page.evaluate('document.fonts.ready');
    expect(await browser.seriousIssues()).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});
