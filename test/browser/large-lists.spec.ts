import { Database, Tx } from '@ciyuan/platform/database';
import { asOwner } from '../support/as-owner';
import { Browser } from '../support/browser';
import { addPerson, openConsoleMarket, signIn } from '../support/console-market';
import type { HttpMarket } from '../support/http-market';
import { openAccount, usage } from '../support/market';

const BEGINNING = '2026-11-01T00:00:00+08:00';
const NOW = '2026-11-05T09:00:00+08:00';
const POSTS = 20;
const RECORDS_A_POST = 5_000;
const ACCOUNTS = 10;
const WAIT_MS = 240_000;
const MOST_BYTES = 200_000;
const PAGE = 50;
/** Of an index, for a page and what comes before it is known which records are of it. */
const MOST_ROWS_READ = 2_000;
const SECOND_MS = 1_000;

interface Listed {
  readonly records: readonly { readonly id: string }[];
  readonly next: string | null;
}
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

const account = (index: number): string => `a${index}`;

/** A hundred thousand records, and somebody who looks at them as at any list. */
describe('lists of a hundred thousand rows', () => {
  let market: HttpMarket;
  let browser: Browser;
  let bytes: number[] = [];

  beforeAll(async () => {
    market = await openConsoleMarket(BEGINNING);
    for (let index = 0; index < ACCOUNTS; index += 1)
      await openAccount(market.engine, account(index), ['base', 'monthly'], BEGINNING);
    market.engine.clock.moveTo(Date.parse(NOW));
    for (let post = 0; post < POSTS; post += 1) await report(post);
    await asOwner(market.engine, 'ANALYZE');
    browser = await Browser.open(market.url);
    await browser.page.clock.setFixedTime(new Date(NOW));
    browser.page.on('response', (response) => {
      if (response.url().includes('/v1/'))
        void response.body().then(
          (body) => bytes.push(body.length),
          () => undefined,
        );
    });
    await signIn(browser, await addPerson(market, 'operations'));
  }, WAIT_MS);

  afterAll(async () => {
    await browser?.close();
    await market?.close();
  });

  /** A record a second in all; the first account has every other one. */
  async function report(post: number): Promise<void> {
    const records = Array.from({ length: RECORDS_A_POST }, (_, index) => {
      const ordinal = post * RECORDS_A_POST + index;
      const of = ordinal % 2 === 0 ? 0 : ordinal % ACCOUNTS;
      const at = new Date(Date.parse(BEGINNING) + ordinal * SECOND_MS).toISOString();
      return usage(`r${String(ordinal).padStart(6, '0')}`, account(of), at, { input: 3 });
    });
    const { status } = await market.report(...records);
    if (status !== 200) throw new Error(`post ${post}: ${status}`);
  }

  const rows = () => browser.page.locator('.ant-table-tbody tr.ant-table-row');
  const ids = async (): Promise<string[]> =>
    (
      await rows()
        .getByRole('link', { name: /^r\d{6}$/ })
        .allTextContents()
    ).map((text) => text.trim());
  const listed = async (query: string): Promise<Listed> =>
    (await market.get<Listed>(`/v1/usage?${query}`, 'operations')).body;

  /** What the database does for what is done: each statement that reads the table, as it was planned and carried out. */
  async function plansOf(table: string, work: () => Promise<void>): Promise<PlanNode[]> {
    const spy = jest.spyOn(Tx.prototype, 'rows');
    await work();
    const asked = spy.mock.calls.filter(([text]) => text.includes(table) && /^\s*(SELECT|WITH)/.test(text));
    spy.mockRestore();
    return market.app.get(Database, { strict: false }).transaction(async (tx) => {
      const plans: PlanNode[] = [];
      for (const [text, values] of asked) {
        const explain = `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`;
        const [row] = await tx.rows<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(explain, values);
        if (row?.['QUERY PLAN'][0] !== undefined) plans.push(row['QUERY PLAN'][0].Plan);
      }
      return plans;
    });
  }

  const nodesOf = (plan: PlanNode): PlanNode[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

  /** Rows that were looked at of a table or its partitions, and how. */
  function readsOf(plans: readonly PlanNode[], table: string): { how: string; count: number }[] {
    return plans
      .flatMap(nodesOf)
      .filter((node) => node['Relation Name']?.startsWith(table) === true)
      .map((node) => ({
        how: node['Node Type'],
        count: (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      }));
  }

  function expectIndexed(plans: readonly PlanNode[], table: string): void {
    const reads = readsOf(plans, table);
    expect(reads.length).toBeGreaterThan(0);
    const large = reads.filter(
      ({ how, count }) => count > MOST_ROWS_READ || (how === 'Seq Scan' && count > PAGE),
    );
    expect(large).toEqual([]);
  }

  it(
    'show one page of the records, out of an index, and the next one after it',
    async () => {
      const { page } = browser;
      bytes = [];
      const first = await plansOf('usage_record', async () => {
        await page.goto('/records?lang=en');
        await browser.settled();
      });
      const [shown, { records, next }] = [await ids(), await listed(`limit=${PAGE}&sort=-at`)];
      expect(shown).toEqual(records.map(({ id }) => id));
      expect([shown.length, shown[0]]).toEqual([PAGE, 'r099999']);
      const second = await plansOf('usage_record', async () => {
        await page.getByRole('button', { name: 'Next' }).click();
        await page.getByRole('link', { name: 'r099949' }).waitFor();
      });
      expect(await ids()).toEqual(
        (await listed(`limit=${PAGE}&sort=-at&after=${encodeURIComponent(next ?? '')}`)).records.map(
          ({ id }) => id,
        ),
      );
      expect(await rows().count()).toBe(PAGE);
      expect(Math.max(...bytes)).toBeLessThan(MOST_BYTES);
      expectIndexed(first, 'usage_record');
      expectIndexed(second, 'usage_record');
    },
    WAIT_MS,
  );

  it(
    'are filtered and sorted by the address, out of an index',
    async () => {
      const { page } = browser;
      const plans = await plansOf('usage_record', async () => {
        await page.goto('/records?account=a3&sort=at&limit=20');
        await browser.settled();
      });
      const shown = await ids();
      expect(shown.length).toBe(20);
      expect(shown.slice(0, 3)).toEqual(['r000003', 'r000013', 'r000023']);
      expectIndexed(plans, 'usage_record');
    },
    WAIT_MS,
  );

  it(
    'show one page of fifty thousand movements of a grant',
    async () => {
      const { page } = browser;
      bytes = [];
      await page.goto('/accounts/a0?tab=grants');
      const grant =
        (await page.getByRole('table', { name: 'Grants' }).getByRole('link').first().textContent()) ?? '';
      await page.getByRole('table', { name: 'Grants' }).getByRole('link').first().click();
      await browser.settled();
      const moved = page.getByRole('region', { name: /^Movements of grant/ });
      expect(grant.length).toBeGreaterThan(0);
      expect(await moved.locator('tbody tr.ant-table-row').count()).toBe(PAGE);
      expect(Math.max(...bytes)).toBeLessThan(MOST_BYTES);
    },
    WAIT_MS,
  );
});
