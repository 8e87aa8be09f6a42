import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser } from '../support/browser';
import { addPerson, openConsoleMarket, signIn, type Person } from '../support/console-market';
import type { HttpMarket } from '../support/http-market';
import { openAccount, publish, usage } from '../support/market';

const BEGINNING = '2026-10-01T00:00:00+08:00';
const NOW = '2026-11-05T09:00:00+08:00';
const NOON = '2026-10-05T12:00:00+08:00';
const WAIT_MS = 30_000;
const SHOTS = process.env['SHOTS'];

const CALENDAR = {
  code: 'months',
  zone: 'Asia/Shanghai',
  steps: [
    { step: 'usage_cut_off', day: 3, counted: 'calendar', at: '12:00' },
    { step: 'freeze', day: 4, counted: 'calendar', at: '12:00' },
    { step: 'issue', day: 5, counted: 'working', at: '18:00' },
    { step: 'confirm', day: 15, counted: 'calendar', at: '23:59' },
  ],
};
/** What the gateway says that it reported: one call is larger, and one nobody here knows. */
const GATEWAY_FILE = `recordId,at,tenant,input,output,amount
r1,2026-10-05T12:00:00+08:00,alice,1500000,,1
r2,2026-10-05T12:00:00+08:00,bob,900000,300000,5
r9,2026-10-06T12:00:00+08:00,alice,1000,,0.002
`;

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

interface Written {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}
interface Exported {
  readonly manifest: {
    readonly files: readonly Written[];
    readonly operator: readonly Written[];
    readonly totals: readonly { readonly payable: string }[];
  };
}
const NOTHING: Exported = { manifest: { files: [], operator: [], totals: [] } };

/** October in the finance department: billed, settled, checked, frozen, issued, and disputed. */
describe('a month in the console', () => {
  let market: HttpMarket;
  let browser: Browser;
  let finance: Person;
  let checker: Person;
  const dataDir = mkdtempSync(join(tmpdir(), 'ciyuan-finance-'));

  beforeAll(async () => {
    market = await openConsoleMarket(BEGINNING, { DATA_DIR: dataDir });
    await publish(market.engine, 'settlement_calendar', CALENDAR);
    await openAccount(market.engine, 'alice', ['base', 'monthly'], BEGINNING);
    await openAccount(market.engine, 'bob', ['base'], BEGINNING);
    market.engine.clock.moveTo(Date.parse(NOW));
    await market.report(
      usage('r1', 'alice', NOON, { input: 1_500_000 }),
      usage('r2', 'bob', NOON, { input: 800_000, output: 300_000 }, { model: 'kimi-k2', vendor: 'kimi' }),
      usage('r3', 'stranger', NOON, { input: 10 }),
    );
    finance = await addPerson(market, 'finance');
    checker = await addPerson(market, 'checker');
    browser = await Browser.open(market.url);
    await browser.page.clock.setFixedTime(new Date(NOW));
  }, WAIT_MS * 3);

  afterAll(async () => {
    await browser?.close();
    await market?.close();
    rmSync(dataDir, { recursive: true });
  });

  const read = async <Body>(path: string): Promise<Body> => (await market.get<Body>(path, 'finance')).body;
  const button = (name: string | RegExp) => browser.page.getByRole('button', { name, exact: true });
  const dialog = () => browser.page.getByRole('dialog');
  const heading = (name: string | RegExp) => browser.page.getByRole('heading', { name, level: 1 });
  const table = (name: string | RegExp) => browser.page.getByRole('table', { name }).first();
  /** That of the thing that the page is about. */
  const state = (name: string) => browser.page.locator('.page-header').getByText(name, { exact: true });
  const tab = (name: string) => browser.page.getByRole('tab', { name }).click();
  const row = (name: string | RegExp) => browser.page.getByRole('row', { name }).first();

  async function confirm(): Promise<void> {
    await dialog().getByRole('button', { name: 'Confirm' }).click();
    await dialog().waitFor({ state: 'hidden' });
  }
  async function shot(name: string): Promise<void> {
    if (SHOTS === undefined) return;
    await browser.settled();
    await browser.page.screenshot({ path: `${SHOTS}/finance-${name}.png`, fullPage: true });
  }
  /** The file that a click brings. */
  async function downloaded(name: string): Promise<Buffer> {
    const [download] = await Promise.all([
      browser.page.waitForEvent('download'),
      browser.page.getByRole('link', { name, exact: true }).first().click(),
    ]);
    return readFileSync(await download.path());
  }

  it(
    'bills the month: one person starts the run, another makes it final',
    async () => {
      const { page } = browser;
      await signIn(browser, finance);
      await page.goto('/bill-runs');
      await button('Start a bill run').click();
      await dialog().getByLabel('Hours of grace').fill('0');
      await confirm();
      await heading(/^Bill run 1/).waitFor();
      await state('Draft').waitFor();
      await shot('bill-run');
      await signIn(browser, checker);
      await page.goto('/bill-runs/1');
      await button('Make final').click();
      await confirm();
      await state('Final').waitFor();
      await page.getByRole('link', { name: '2026-CNY-000001' }).click();
      await heading('Invoice 2026-CNY-000001').waitFor();
      await table('Lines').getByText('Package').first().waitFor();
      await shot('invoice');
      const csv = await downloaded('Lines as CSV');
      expect(csv.toString()).toContain('alice');
      expect((await read<{ state: string }>('/v1/bill-runs/1')).state).toBe('final');
    },
    WAIT_MS,
  );

  it(
    'settles it as a job, hands it in, and has another person approve it',
    async () => {
      const { page } = browser;
      await signIn(browser, finance);
      await page.goto('/settlement-runs');
      await button('Calculate a month').click();
      await dialog().getByLabel('Month').fill('2026-10');
      await dialog().getByRole('button', { name: 'Calculate', exact: true }).click();
      await heading('Settlement run 1').waitFor();
      await shot('run');
      await button('Hand in for review').click();
      await state('In review').waitFor();
      await tab('Manifest');
      await table('Manifest').getByText('zhipu').first().waitFor();
      await shot('manifest');
      await tab('Differences from the version before');
      await page.getByText('There is no version before it').waitFor();
      await signIn(browser, checker);
      await page.goto('/settlement-runs/1');
      await button('Approve').click();
      await confirm();
      await state('Approved').waitFor();
      expect(await read<object>('/v1/settlement-runs/1')).toMatchObject({
        state: 'approved',
        createdBy: 'finance',
        approvedBy: 'checker',
      });
    },
    WAIT_MS,
  );

  it(
    'goes through the checklist of the month, waives what it does not wait for, and freezes it',
    async () => {
      const { page } = browser;
      await signIn(browser, finance);
      await page.goto('/months');
      await shot('months');
      await page.getByRole('link', { name: '2026-10', exact: true }).click();
      await heading('Close of 2026-10').waitFor();
      await row(/Usage in suspense/)
        .getByText('Open', { exact: true })
        .waitFor();
      await shot('month');
      await row(/Usage in suspense/)
        .getByRole('button', { name: 'Waive' })
        .click();
      await dialog().getByLabel('Reason').fill('a stranger, ten tokens');
      await confirm();
      await row(/Usage in suspense/)
        .getByText('Waived', { exact: true })
        .waitFor();
      await button('Freeze').click();
      await confirm();
      await state('Frozen').waitFor();
      await tab('What happened');
      await row(/a stranger, ten tokens/).waitFor();
      expect((await read<{ state: string }>('/v1/months/2026-10')).state).toBe('frozen');
    },
    WAIT_MS,
  );

  it(
    'issues the statements; the file of one is the one of the manifest',
    async () => {
      const { page } = browser;
      await page.goto('/settlement-runs/1');
      await button('Issue').click();
      await confirm();
      await state('Issued').waitFor();
      await page.goto('/statements/1/zhipu?currency=CNY');
      await heading(/zhipu/).waitFor();
      await table('Lines').getByText('glm-5').first().waitFor();
      await shot('statement');
      const content = await downloaded('CSV');
      expect(content.length).toBeGreaterThan(100);
      const { files } = await read<{ files: { party: string; sha256: string; bytes: number }[] }>(
        '/v1/settlement-runs/1/manifest',
      );
      const listed = files.find(({ party }) => party === 'zhipu');
      expect([sha256(content), content.length]).toEqual([listed?.sha256, listed?.bytes]);
      expect((await read<{ state: string }>('/v1/months/2026-10')).state).toBe('closed');
    },
    WAIT_MS,
  );

  it(
    'exports the run: the operator’s own comes first, and each file is the one of the manifest',
    async () => {
      const { page } = browser;
      await page.goto('/settlement-runs/1');
      await page.getByRole('link', { name: 'Exports' }).click();
      await page.getByText('Nobody has exported it yet').waitFor();
      await button('Start the export').click();
      await table('Statements by party').getByText('zhipu').first().waitFor();
      await page.waitForURL('**/settlement-runs/1?tab=exports&job=*');
      const { jobs } = await read<{ jobs: { id: number; parameters: object; result: Exported }[] }>(
        '/v1/jobs?kind=export',
      );
      const [{ id, parameters, result } = { id: 0, parameters: {}, result: NOTHING }] = jobs;
      expect(parameters).toMatchObject({ runId: 1, formats: ['csv', 'xlsx'] });
      const { operator, files } = result.manifest;
      expect(operator.map(({ file }) => file)).toEqual(['operator-2026-10.csv', 'operator-2026-10.xlsx']);
      const shown = await table('Summary of the operator').getByRole('row').allInnerTexts();
      expect(
        operator.map(({ sha256: digest }) => shown.filter((text) => text.includes(digest)).length),
      ).toEqual([1, 1]);
      const csv = await downloaded('Download');
      expect([sha256(csv), csv.length]).toEqual([operator[0]?.sha256, operator[0]?.bytes]);
      expect(await table('Statements by party').getByRole('link', { name: 'Download' }).count()).toBe(
        files.length,
      );
      const totals = await table('Control totals').getByRole('row').nth(1).innerText();
      expect(totals).toContain(result.manifest.totals[0]?.payable);
      await shot('exports');
      await page.getByRole('checkbox', { name: 'XLSX' }).uncheck();
      await button('Start the export').click();
      await page.waitForURL(`**/settlement-runs/1?tab=exports&job=${id + 1}`);
      await table('Exports of this run')
        .getByRole('link', { name: String(id), exact: true })
        .click();
      await page.getByRole('heading', { name: `Files of export ${id}`, exact: true }).waitFor();
    },
    WAIT_MS,
  );

  it(
    'disputes a line, proves it, and has two people decide',
    async () => {
      const { page } = browser;
      await page.goto('/statements/1/zhipu?currency=CNY');
      await table('Lines').getByRole('checkbox', { name: '1', exact: true }).check();
      await button('Dispute the 1 chosen').click();
      await dialog().getByLabel('Share as claimed 1').fill('99.99');
      await dialog().getByLabel('In words').fill('they counted more');
      await dialog().getByLabel('On whose word').fill('a letter of 5 November');
      await confirm();
      await heading('Dispute 1').waitFor();
      await button('Add a file').click();
      await dialog()
        .locator('input[type=file]')
        .setInputFiles({ name: 'count.csv', mimeType: 'text/csv', buffer: Buffer.from('line,count\n1,9\n') });
      await confirm();
      await table('Evidence').getByText('count.csv').waitFor();
      expect((await downloaded('Download')).toString()).toBe('line,count\n1,9\n');
      await button('Propose a decision').click();
      await dialog().getByLabel('Grant of the difference').fill('1.5');
      await dialog().getByLabel('Reason').fill('part of it is right');
      await confirm();
      await page.getByText('Proposed', { exact: true }).first().waitFor();
      await shot('dispute');
      await signIn(browser, checker);
      await page.goto('/disputes?state=proposed');
      await page.getByRole('link', { name: 'Dispute 1' }).click();
      await button('Decide').click();
      await dialog().getByLabel('Reason').fill('looked at it');
      await confirm();
      await page.getByText('Upheld', { exact: true }).first().waitFor();
      const { lines } = await read<{ lines: { state: string }[] }>('/v1/disputes/1');
      expect(lines.map((line) => line.state)).toEqual(['upheld']);
    },
    WAIT_MS,
  );

  it(
    'credits a part of an invoice, and no more than is left of its line',
    async () => {
      const { page } = browser;
      await signIn(browser, finance);
      await page.goto('/invoices/2026-CNY-000001');
      await button('Ask for a credit note').click();
      await dialog().getByLabel('Reason').fill('an outage');
      await dialog().getByLabel('Gross to credit 1').fill('10');
      await dialog().getByText('No more than 9.9').waitFor();
      await dialog().getByLabel('Gross to credit 1').fill('2.5');
      await confirm();
      await signIn(browser, checker);
      await page.goto('/invoices/2026-CNY-000001?tab=credit-notes');
      await row(/an outage/)
        .getByRole('button', { name: 'Approve' })
        .click();
      await confirm();
      await row(/an outage.*checker/).waitFor();
      const invoice = await read<object>('/v1/invoices/2026-CNY-000001');
      expect(invoice).toMatchObject({ credited: '2.5', open: '8.4' });
    },
    WAIT_MS,
  );

  it(
    'compares a partner’s file, and resolves a difference',
    async () => {
      const { page } = browser;
      await signIn(browser, finance);
      await page.goto('/reconciliations');
      await button('Upload a file of a partner').click();
      await dialog().getByLabel('Party').fill('gateway');
      await dialog().getByLabel('Month').fill('2026-10');
      await dialog()
        .locator('input[type=file]')
        .setInputFiles({ name: 'october.csv', mimeType: 'text/csv', buffer: Buffer.from(GATEWAY_FILE) });
      await confirm();
      await heading('Reconciliation 1').waitFor();
      await state('Compared').waitFor();
      await shot('reconciliation');
      await page.getByRole('button', { name: /Theirs only/ }).click();
      await page.waitForURL('**/reconciliations/1?outcome=theirs_only');
      await row(/r9/).getByRole('checkbox').check();
      await button('Resolve the 1 chosen').click();
      await dialog().getByLabel('Reason').fill('a call that never was');
      await confirm();
      await row(/r9.*a call that never was/).waitFor();
      const { differences } = await read<{ differences: { resolution: string }[] }>(
        '/v1/reconciliations/1/differences?outcome=theirs_only',
      );
      expect(differences.map(({ resolution }) => resolution)).toEqual(['accepted_ours']);
    },
    WAIT_MS,
  );

  it(
    'shows books whose sides are the same, and drills into an account',
    async () => {
      const { page } = browser;
      await page.goto('/ledger?month=2026-10');
      await page.getByRole('paragraph').getByText('Debits are credits').waitFor();
      const rows = await table('Both sides').getByRole('row').allInnerTexts();
      const told = rows.slice(1).map((text) => text.split('\t').map((cell) => cell.trim()));
      expect(told.length).toBeGreaterThan(3);
      expect(told.filter(([, , debit, credit]) => debit !== credit)).toEqual([]);
      await shot('trial-balance');
      const { balanced, totals } = await read<{ balanced: boolean; totals: object[] }>(
        '/v1/ledger/trial-balance?month=2026-10',
      );
      expect([balanced, totals.length * 3]).toEqual([true, told.length]);
      const [account = ''] = await table('Trial balance').getByRole('button').allInnerTexts();
      await table('Trial balance').getByRole('button', { name: account }).first().click();
      await page.waitForURL(`**/ledger?month=2026-10&drill=${account}`);
      await tab('Deferred revenue');
      await page.getByText('The ledger says the same').waitFor();
      await shot('deferred');
      await tab('Vouchers');
      await page.getByText('SHA-256 of the export').waitFor();
      await shot('vouchers');
    },
    WAIT_MS,
  );

  it(
    'exports the margin: what arrives is what its manifest says',
    async () => {
      const { page } = browser;
      await page.goto('/margin?from=2026-10&until=2026-10&by=vendor&and=model');
      await table(/Margin 2026-10/)
        .getByText('kimi-k2')
        .waitFor();
      await page
        .getByRole('img', { name: /Revenue and cost per million/ })
        .locator('svg')
        .waitFor();
      await shot('margin');
      const content = await downloaded('CSV');
      expect(content.toString()).toContain('kimi-k2');
      await row(new RegExp(`csv.*${sha256(content)}`)).waitFor();
      await page.goto('/breakage?from=2026-10&until=2026-10');
      await table(/Breakage and deferred 2026-10/)
        .getByText('monthly')
        .waitFor();
      await shot('breakage');
      expect(sha256(await downloaded('CSV'))).toBe(
        (
          await read<{ files: { format: string; sha256: string }[] }>(
            '/v1/reports/breakage/manifest?from=2026-10&until=2026-10',
          )
        ).files.find(({ format }) => format === 'csv')?.sha256,
      );
    },
    WAIT_MS,
  );

  it('had nothing to complain of', () => {
    expect(browser.complaints).toEqual([]);
  });
});
