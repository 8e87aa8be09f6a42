import { Browser } from '../support/browser';
import { addPerson, openConsoleMarket, signIn, type Person } from '../support/console-market';
import type { HttpMarket } from '../support/http-market';

const HEADER_HEIGHT = 56;
const WINDOW_HEIGHT = 860;
const MOST_STEPS = 60;

describe('signing in to the console', () => {
  let market: HttpMarket;
  let browser: Browser;
  let finance: Person;
  beforeAll(async () => {
    market = await openConsoleMarket('2026-11-05T09:00:00+08:00');
    browser = await Browser.open(market.url);
    finance = await addPerson(market, 'finance');
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await market?.close();
  });

  it('refuses a wrong password in words, and lets the right one in', async () => {
    const { page } = browser;
    await page.goto('/');
    await page.getByLabel('User name').fill('finance');
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    expect(page.url()).toContain('/sign-in');
    // What the API refused is on the browser's console, too, and is meant to be.
    browser.complaints.length = 0;
    await page.getByLabel('Password', { exact: true }).fill(finance.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('navigation', { name: 'Main navigation' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('shows each role what it may see, and nothing else', async () => {
    const { page } = browser;
    const names = await page
      .getByRole('navigation', { name: 'Main navigation' })
      .getByRole('link')
      .allTextContents();
    expect(names).toContain('Statements');
    expect(names).not.toContain('Users');
    await signIn(browser, await addPerson(market, 'partner'));
    await page.waitForURL('**/own/statements');
    const own = await page
      .getByRole('navigation', { name: 'Main navigation' })
      .getByRole('link')
      .allTextContents();
    expect(own.length).toBeGreaterThan(1);
    expect(own.every((name) => name.startsWith('My '))).toBe(true);
  });

  it('brings back to where one wanted to go', async () => {
    const { page, context } = browser;
    await context.clearCookies();
    await page.goto('/settlement-runs?month=2026-10');
    await page.getByLabel('User name').fill(finance.login);
    await page.getByLabel('Password', { exact: true }).fill(finance.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Settlement runs' }).waitFor();
    expect(new URL(page.url()).search).toBe('?month=2026-10');
  });

  it('is used by the keyboard alone', async () => {
    const { page, context } = browser;
    await context.clearCookies();
    await page.goto('/sign-in');
    await page.getByLabel('User name').waitFor();
    await page.keyboard.type(finance.login);
    await page.keyboard.press('Tab');
    await page.keyboard.type(finance.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
    const focused = (): Promise<string> => page.evaluate('document.activeElement.textContent');
    // The page's heading has the focus when the page has changed, so that a screen reader says where one is.
    expect(await focused()).toBe('Dashboard');
    await page.getByRole('link', { name: 'Statements' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Statements' }).waitFor();
    expect(await focused()).toBe('Statements');
    await page.getByRole('link', { name: 'Skip to content' }).focus();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#content');
  });

  it('shows where one is in the navigation, however far down that is, and moves nothing else', async () => {
    const { page } = browser;
    for (const path of ['/margin', '/']) {
      await page.goto(path);
      const here = page.getByRole('navigation', { name: 'Main navigation' }).locator('[aria-current=page]');
      await here.waitFor();
      expect(await here.getAttribute('href')).toBe(path);
      const { y = 0, height = 0 } = (await here.boundingBox()) ?? {};
      expect(y).toBeGreaterThan(HEADER_HEIGHT);
      expect(y + height).toBeLessThan(WINDOW_HEIGHT);
      expect(await page.evaluate('window.scrollY')).toBe(0);
    }
  });

  it('leads the keyboard from the top over the navigation to the content, and none of it twice', async () => {
    const { page } = browser;
    await page.goto('/statements');
    await page.getByRole('heading', { level: 1, name: 'Statements' }).waitFor();
    // The heading has the focus of a page that was just opened: from there it goes on into the content.
    await page.getByRole('link', { name: 'Skip to content' }).focus();
    const places: string[] = [];
    for (let steps = 0; steps < MOST_STEPS && places.at(-1) !== 'content'; steps += 1) {
      await page.keyboard.press('Tab');
      const place = await page.evaluate<string>(
        `(() => { const here = document.activeElement; const link = here.getAttribute('href');
          return here.closest('main') ? 'content' : here.closest('nav') ? 'navigation ' + link : 'top'; })()`,
      );
      if (place !== places.at(-1)) places.push(place);
    }
    const [top, ...links] = places.slice(0, -1);
    expect([top, places.at(-1)]).toEqual(['top', 'content']);
    const shown = await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link').all();
    expect(links).toEqual(
      await Promise.all(shown.map(async (link) => `navigation ${await link.getAttribute('href')}`)),
    );
  });

  it('speaks Chinese and English, light and dark, and axe finds nothing serious', async () => {
    const { page } = browser;
    await page.goto('/settlement-runs');
    await page.getByRole('heading', { level: 1, name: 'Settlement runs' }).waitFor();
    expect(await browser.seriousIssues()).toEqual([]);
    await browser.choose('Language', '中文');
    await page.getByRole('heading', { level: 1, name: '结算批次' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await browser.choose('外观', '深色');
    expect(await browser.seriousIssues()).toEqual([]);
  });

  it('ends with the session', async () => {
    const { page } = browser;
    await page.getByRole('button', { name: 'finance finance' }).click();
    await page.getByText('退出登录').click();
    await page.getByRole('button', { name: '登录' }).waitFor();
    await page.goto('/settlement-runs');
    await page.getByRole('button', { name: '登录' }).waitFor();
    expect(browser.complaints.filter((text) => !/40[13]/.test(text))).toEqual([]);
  });
});
