import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Browser } from '../support/browser';
import { addPerson, openConsoleMarket, signIn, type Person } from '../support/console-market';
import type { HttpMarket } from '../support/http-market';
import { openAccount, usage } from '../support/market';

const BEGINNING = '2026-10-01T09:00:00+08:00';
const IN_FORCE = '2026-10-02T09:00:00+08:00';
const NEXT_MONTH = '2026-11-05T09:00:00+08:00';
const WAIT_MS = 60_000;

/** The life of a price, told by the people who touch it: from a maker's form to the file that finance hands on. */
describe('from a plan to the report', () => {
  let market: HttpMarket;
  let browser: Browser;
  const people = new Map<string, Person>();

  beforeAll(async () => {
    market = await openConsoleMarket(BEGINNING);
    await openAccount(market.engine, 'alice', ['base'], BEGINNING);
    for (const role of ['maker', 'checker', 'operations', 'finance', 'admin', 'partner'] as const)
      people.set(role, await addPerson(market, role));
    browser = await Browser.open(market.url);
    await moveTo(BEGINNING);
  }, WAIT_MS);

  afterAll(async () => {
    await browser?.close();
    await market?.close();
  });

  const dialog = () => browser.page.getByRole('dialog');
  const button = (name: string) => browser.page.getByRole('button', { name, exact: true });
  const heading = (name: string | RegExp) => browser.page.getByRole('heading', { name, level: 1 });
  const state = (name: string) => browser.page.locator('.page-header').getByText(name, { exact: true });
  const enter = (role: string) => signIn(browser, people.get(role) as Person);

  async function moveTo(instant: string): Promise<void> {
    market.engine.clock.moveTo(Date.parse(instant));
    await browser.page.clock.setFixedTime(new Date(instant));
  }
  async function confirm(): Promise<void> {
    await dialog().getByRole('button', { name: 'Confirm' }).click();
    await dialog().waitFor({ state: 'hidden' });
  }
  async function signAs(role: string, path: string, action: string, after: string): Promise<void> {
    await enter(role);
    await browser.page.goto(path);
    await button(action).click();
    await confirm();
    await state(after).waitFor();
  }

  it(
    'a maker prices the plan anew, and a checker signs it',
    async () => {
      const { page } = browser;
      await enter('maker');
      await page.goto('/catalogue/plan/monthly?lang=en');
      await page.getByRole('link', { name: 'Change', exact: true }).click();
      await page.getByLabel('Price with VAT').fill('12.72');
      await page.getByLabel('Effective from').fill('2026-10-02T00:00');
      await button('Save draft').click();
      await page.getByText('Being written').waitFor();
      await button('Submit').click();
      await page.getByText('Waits for approval').waitFor();
      const draft = new URL(page.url()).pathname;
      await enter('checker');
      await page.goto(draft);
      await button('Approve').click();
      await confirm();
      await page.getByText('Approved', { exact: true }).first().waitFor();
    },
    WAIT_MS,
  );

  it(
    'it is ordered at its new price, used, and the balance moves and closes',
    async () => {
      const { page } = browser;
      await moveTo(IN_FORCE);
      await enter('operations');
      await page.goto('/accounts/alice?tab=subscriptions');
      await button('Order a plan').click();
      await browser.choose(/^\W*Plan$/, 'Monthly 1M');
      await dialog().getByRole('button', { name: 'Preview' }).click();
      await dialog().getByText('12.72 CNY').waitFor();
      await confirm();
      await market.report(usage('u1', 'alice', IN_FORCE, { input: 250_000 }));
      await page.goto('/accounts/alice');
      const sum = page.getByRole('table', { name: 'What became of what was granted' });
      await sum.getByRole('row', { name: 'Used 250,000' }).waitFor();
      await page.getByText('It closes: 1,000,000 were granted').waitFor();
    },
    WAIT_MS,
  );

  it(
    'the month is settled, signed, frozen and issued, and its report is what the manifest says',
    async () => {
      const { page } = browser;
      await moveTo(NEXT_MONTH);
      await market.post('/v1/due-work', {}, 'operations');
      await enter('finance');
      await page.goto('/settlement-runs');
      await button('Calculate a month').click();
      await dialog().getByLabel('Month').fill('2026-10');
      await dialog().getByRole('button', { name: 'Calculate', exact: true }).click();
      await heading('Settlement run 1').waitFor();
      await signAs('checker', '/settlement-runs/1', 'Approve', 'Approved');
      await signAs('finance', '/months/2026-10', 'Freeze', 'Frozen');
      await page.goto('/settlement-runs/1');
      await button('Issue').click();
      await confirm();
      await state('Issued').waitFor();
      // Of 12.72 with VAT, 12.00 are net: a quarter was used, of which the vendor has 40 %; of breakage it has nothing.
      const statement = await market.get<{ share: string }>('/v1/statements/1/zhipu?currency=CNY', 'finance');
      expect(statement.body.share).toBe('1.2');
      await page.goto('/statements/1/zhipu?currency=CNY');
      await heading(/zhipu/).waitFor();
      await page
        .getByRole('table', { name: 'Lines' })
        .getByRole('link', { name: '1', exact: true })
        .first()
        .click();
      await page.getByRole('row', { name: /u1.*alice/ }).waitFor();
      await page.goBack();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'XLSX', exact: true }).click(),
      ]);
      const content = readFileSync(await file.path());
      expect(content.subarray(0, 2).toString()).toBe('PK');
      const manifest = await market.get<{ files: { party: string; sha256: string }[] }>(
        '/v1/settlement-runs/1/manifest?formats=xlsx',
        'finance',
      );
      const listed = manifest.body.files.find(({ party }) => party === 'zhipu');
      expect(createHash('sha256').update(content).digest('hex')).toBe(listed?.sha256);
    },
    WAIT_MS,
  );

  it(
    'a partner sees its own, and nothing that is not',
    async () => {
      const { page } = browser;
      await enter('partner');
      await page.goto('/own/records?from=2026-10-01&until=2026-11-01');
      await page.getByRole('row', { name: /u1/ }).waitFor();
      for (const [path, title] of [
        ['/own/statements', 'Statements'],
        ['/own/disputes', 'Disputes'],
        ['/own/files', 'Reconciliation'],
      ] as const) {
        await page.goto(path);
        await heading(title).waitFor();
        await browser.settled();
        expect(await browser.seriousIssues()).toEqual([]);
      }
      await page.goto('/accounts/alice');
      await page.getByRole('alert').first().waitFor();
      expect(await page.getByText('It closes').count()).toBe(0);
    },
    WAIT_MS,
  );

  it(
    'what everybody did is in the audit log, which is whole; an admin lets somebody new in',
    async () => {
      const { page } = browser;
      await enter('admin');
      await page.goto('/audit-log?who=checker');
      await page.getByRole('row', { name: /settlement-runs\/:id\/approve/ }).waitFor();
      await button('Verify the log').click();
      await dialog()
        .getByText(/The log is whole/)
        .waitFor();
      await dialog().getByRole('button', { name: 'OK' }).click();
      expect(await browser.seriousIssues()).toEqual([]);
      await page.goto('/staff-accounts');
      await button('Add a user').click();
      await dialog().getByLabel('User name').fill('mei');
      await dialog().getByLabel('Name', { exact: true }).fill('Mei');
      await browser.choose('Role', 'Finance');
      await dialog().getByRole('button', { name: 'Save' }).click();
      await dialog().getByText('One-time password').waitFor();
      const password = await dialog().locator('code').innerText();
      await button('I have noted it').click();
      await page.getByRole('link', { name: 'mei' }).waitFor();
      expect(await browser.seriousIssues()).toEqual([]);
      await page.goto('/sign-in');
      await page.context().clearCookies();
      await page.locator('#login').fill('mei');
      await page.locator('#password').fill(password.trim());
      await page.locator('button[type=submit]').click();
      await heading('Change password').waitFor();
      expect(await market.engine.violations()).toEqual([]);
    },
    WAIT_MS,
  );
});
