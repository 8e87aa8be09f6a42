import type { Browser } from 'playwright-core';
import { startChromium } from '../support/chromium';
import { HttpMarket } from '../support/http-market';

const PLANTED = `
  const script = document.createElement('script');
  script.textContent = 'document.title = "taken"';
  document.body.append(script);`;

describe('what a page may load and run', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open('2026-10-01T00:00:00+08:00');
  });
  afterAll(() => market.close());

  const policyOf = async (path: string): Promise<string> =>
    (await fetch(`${market.url}${path}`)).headers.get('content-security-policy') ?? '';

  it.each(['/docs', '/openapi.json', '/v1/suspense', '/nowhere'])('is said with %s', async (path) => {
    expect((await policyOf(path)).replaceAll(/nonce-[0-9a-f]{32}/g, 'nonce')).toBe(
      "default-src 'self';script-src 'self' 'nonce';style-src 'self' 'nonce';img-src 'self' data: blob:;" +
        "font-src 'self' data:;connect-src 'self';frame-ancestors 'none';base-uri 'none';form-action 'self';" +
        "object-src 'none'",
    );
  });

  it('names another nonce in each answer, and the page has it', async () => {
    expect(await policyOf('/docs')).not.toBe(await policyOf('/docs'));
    const answer = await fetch(`${market.url}/docs`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'self' 'nonce-(\w+)'/.exec(policy)?.[1] as string;
    const scripts = [...(await answer.text()).matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts).toHaveLength(2);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
  });

  it('is enough for the page of the API in a browser', async () => {
    const browser: Browser = await startChromium();
    try {
      const page = await browser.newPage();
      const said: string[] = [];
      page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => said.push(String(error)));
      await page.goto(`${market.url}/docs`);
      await page.waitForSelector('.opblock-summary-path');
      await page.locator('.opblock-summary').first().click();
      await page.waitForSelector('.opblock-body');
      expect(said.filter((one) => /error|violat|refused/i.test(one))).toEqual([]);
      // And what is not ours does not run.
      await page.evaluate(PLANTED);
      expect(await page.title()).toBe('ciyuan');
      expect(said.join()).toContain('Content Security Policy');
    } finally {
      await browser.close();
    }
  }, 60_000);
});
