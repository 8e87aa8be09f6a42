import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Browser } from '../support/browser';
import { addPerson, signIn } from '../support/console-market';
import { PARTNER, STORY_NOW, tellConsoleStory, type Story } from '../support/console-story/tell-story';

const FOLDER = resolve(__dirname, '../../docs/screenshots');
const WAIT_MS = 300_000;
const QUESTION =
  '/price-preview?plan=personal-10m&base=payg-standard&at=2026-11-05T12%3A00%3A00%2B08%3A00' +
  '&use=glm-5;200;standard;input=80000,output=20000';

type Picture = readonly [name: string, path: string, language: 'zh' | 'en', ground: 'light' | 'dark'];

/** One of each area, in both languages and on both grounds. */
const PICTURES: readonly Picture[] = [
  ['dashboard-zh', '/', 'zh', 'light'],
  ['dashboard-en', '/', 'en', 'dark'],
  ['approvals-zh', '/approvals', 'zh', 'light'],
  ['plan-en', '/catalogue/plan/take-or-pay-ramp-12m', 'en', 'light'],
  ['draft-zh', '/drafts/7', 'zh', 'light'],
  ['price-preview-zh', QUESTION, 'zh', 'light'],
  ['organisation-zh', '/customers/haijing-tech?tab=organisation', 'zh', 'light'],
  ['account-zh', '/accounts/haijing-retail-1', 'zh', 'light'],
  ['records-zh', '/records', 'zh', 'light'],
  ['explanation-en', '/records/gw-east/api/e-2026-10-28-71', 'en', 'light'],
  ['suspense-zh', '/suspense', 'zh', 'light'],
  ['audit-log-en', '/audit-log', 'en', 'light'],
  ['month-zh', '/months/2026-10', 'zh', 'light'],
  ['invoice-zh', '/invoices/2026-CNY-000002', 'zh', 'light'],
  ['settlement-run-en', '/settlement-runs/1', 'en', 'light'],
  ['statement-zh', '/statements/1/zhipu?currency=CNY', 'zh', 'light'],
  ['reconciliation-zh', '/reconciliations/1', 'zh', 'light'],
  ['trial-balance-en', '/ledger?month=2026-09', 'en', 'light'],
  ['margin-zh', '/margin?from=2026-09&until=2026-10&by=model', 'zh', 'dark'],
];
const OF_A_PARTNER: readonly Picture[] = [
  ['own-statement-zh', '/own/statements/1/yunfan?currency=CNY', 'zh', 'light'],
];

async function draw(story: Story, language: Picture[2]): Promise<void> {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const browser = await Browser.open(story.market.url, { locale });
  const { page } = browser;
  await page.clock.setFixedTime(new Date(STORY_NOW));
  for (const [role, login, displayName, pictures] of [
    ['admin', `mei.${language}`, '梅岚', PICTURES],
    ['partner', `liu.${language}`, '柳云', OF_A_PARTNER],
  ] as const) {
    await signIn(browser, await addPerson(story.market, role, login, { displayName, partner: PARTNER }));
    for (const [name, path, said, ground] of pictures.filter((picture) => picture[2] === language)) {
      await page.emulateMedia({ colorScheme: ground });
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${said}`);
      await browser.settled();
      await page.evaluate('document.fonts.ready');
      await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    }
  }
  expect(browser.complaints).toEqual([]);
  await browser.close();
}

it(
  'draws the console',
  async () => {
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
    const dataFolder = mkdtempSync(join(tmpdir(), 'ciyuan-story-'));
    const story = await tellConsoleStory(dataFolder);
    for (const language of ['zh', 'en'] as const) await draw(story, language);
    await story.market.close();
    rmSync(dataFolder, { recursive: true });
  },
  WAIT_MS,
);
