import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Browser } from '../support/browser';
import { addPerson, openConsoleMarket, signIn } from '../support/console-market';
import type { HttpMarket } from '../support/http-market';
import { openAccount, usage } from '../support/market';

const FOLDER = resolve(__dirname, '../../docs/screenshots');
const BEGINNING = '2026-10-01T00:00:00+08:00';
const NOW = '2026-10-28T18:00:00+08:00';
const PEOPLE = ['alice', 'bob', 'chen', 'dai', 'fang', 'guo'];
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WAIT_MS = 180_000;

/** Pictures by name: where, and in which language and ground. */
const PICTURES: readonly (readonly [
  name: string,
  path: string,
  language: 'zh' | 'en',
  ground: 'light' | 'dark',
])[] = [
  ['dashboard-zh', '/', 'zh', 'light'],
  ['dashboard-en', '/', 'en', 'dark'],
  ['plan-en', '/catalogue/plan/monthly', 'en', 'light'],
  ['account-zh', '/accounts/alice', 'zh', 'light'],
  ['records-zh', '/records', 'zh', 'light'],
  ['explanation-en', '/records/gateway/api/alice-27', 'en', 'light'],
  ['suspense-zh', '/suspense', 'zh', 'light'],
  ['month-zh', '/months/2026-10', 'zh', 'light'],
  ['settlement-run-en', '/settlement-runs/1', 'en', 'light'],
  ['statement-zh', '/statements/1/zhipu?currency=CNY', 'zh', 'light'],
  ['trial-balance-en', '/ledger?month=2026-10', 'en', 'light'],
  ['margin-zh', '/margin?from=2026-10&until=2026-10&by=model&and=vendor', 'zh', 'dark'],
];

/** A month of a few customers, day by day: the later ones call more. */
async function liveThroughOctober(market: HttpMarket): Promise<void> {
  for (const code of PEOPLE) await openAccount(market.engine, code, ['base', 'monthly'], BEGINNING);
  for (let day = 0; day < 28; day += 1) {
    const at = Date.parse(BEGINNING) + day * DAY_MS + 10 * HOUR_MS;
    market.engine.clock.moveTo(at + HOUR_MS);
    const calls = PEOPLE.slice(0, 2 + (day % PEOPLE.length)).map((account, index) => {
      const tokens = {
        input: 30_000 + 9_000 * ((day * 7 + index * 5) % 11),
        output: 8_000 + 1_500 * ((day + index) % 7),
      };
      const model = index % 2 === 0 ? {} : { model: 'kimi-k2', vendor: 'kimi' };
      return usage(`${account}-${day}`, account, new Date(at).toISOString(), tokens, model);
    });
    await market.report(...calls);
  }
  market.engine.clock.moveTo(Date.parse(NOW));
  await market.report(
    usage('lost-1', 'nobody', NOW, { input: 1_200 }),
    usage('lost-2', 'nobody', NOW, { input: 900 }),
  );
  await market.post('/v1/settlement-runs', { month: '2026-10' }, 'finance');
}

it(
  'draws the console',
  async () => {
    mkdirSync(FOLDER, { recursive: true });
    const market = await openConsoleMarket(BEGINNING);
    await liveThroughOctober(market);
    const browser = await Browser.open(market.url);
    const { page } = browser;
    await page.clock.setFixedTime(new Date(NOW));
    await signIn(browser, await addPerson(market, 'admin', 'mei'));
    for (const [name, path, language, ground] of PICTURES) {
      await page.emulateMedia({ colorScheme: ground });
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      await browser.settled();
      await page.evaluate('document.fonts.ready');
      await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    }
    expect(browser.complaints).toEqual([]);
    await browser.close();
    await market.close();
  },
  WAIT_MS,
);
