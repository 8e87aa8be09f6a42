import { Browser } from '../support/browser';
import { addPerson, openConsoleMarket, signIn, type Person } from '../support/console-market';
import type { HttpMarket } from '../support/http-market';

interface Document {
  readonly version: number;
  readonly createdBy: string;
  readonly body: { readonly price: string; readonly entries: readonly { readonly price: string }[] };
}

/** The package of the small market as somebody asks about it; its address holds the whole question. */
const QUESTION =
  '/price-preview?plan=monthly&base=base&at=2026-11-05T12%3A00%3A00%2B08%3A00' +
  '&use=glm-5;100;standard;input=1000000,output=500000';

describe('the catalogue in the console', () => {
  let market: HttpMarket;
  let browser: Browser;
  let maker: Person;
  let checker: Person;
  beforeAll(async () => {
    market = await openConsoleMarket('2026-11-05T09:00:00+08:00');
    browser = await Browser.open(market.url);
    maker = await addPerson(market, 'maker');
    checker = await addPerson(market, 'checker');
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await market?.close();
  });

  const read = async (path: string): Promise<Document> =>
    (await market.get<Document>(`/v1/catalogue/${path}`, 'operations')).body;

  it('takes a plan from a maker’s form, with its fault mended, to a checker’s signature and into force', async () => {
    const { page } = browser;
    await signIn(browser, maker);
    await page.goto('/catalogue/plan/monthly');
    await page.getByText('Version 1 · in force').waitFor();
    await page.getByRole('link', { name: 'Change', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'New draft: Plan' }).waitFor();

    const price = page.getByLabel('Price with VAT');
    await price.fill('12.345');
    await page.getByText(/^1 place to mend$/).waitFor();
    expect(await page.locator('.ant-form-item-explain-error').allTextContents()).toEqual([
      'Not an amount (yuan with at most two places, not "12.345")',
    ]);
    await price.fill('12.90');
    await page.getByText(/^1 place to mend$/).waitFor({ state: 'detached' });
    await page.getByText('Plan monthly: 12.90 CNY').waitFor();
    await page.getByRole('tab', { name: 'JSON' }).click();
    expect(await page.getByLabel('Document as JSON').inputValue()).toContain('"price": "12.90"');

    await page.getByLabel('Effective from').fill('2026-11-06T00:00');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('Being written').waitFor();
    expect(await page.getByRole('tabpanel').getByRole('row').filter({ hasText: 'price' }).textContent()).toBe(
      'Price with VAT price9.9012.90',
    );
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Waits for approval').waitFor();
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);

    await signIn(browser, checker);
    await page.goto('/approvals');
    await page.getByRole('link', { name: 'plan monthly' }).click();
    await page.getByRole('tab', { name: 'Who is affected' }).click();
    await page.getByText('No subscription is affected').waitFor();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('Approved', { exact: true }).first().waitFor();

    market.engine.clock.moveTo(Date.parse('2026-11-06T00:10:00+08:00'));
    expect(await read('plan/monthly')).toMatchObject({
      version: 2,
      createdBy: 'maker',
      body: { price: '12.90' },
    });
    await signIn(browser, maker);
    await page.goto('/catalogue/plan/monthly?tab=differences');
    await page.getByText('Version 2 · in force').waitFor();
    await page.getByRole('link', { name: 'checker', exact: true }).waitFor();
    await page.getByRole('cell', { name: '12.90' }).waitFor();
  }, 40_000);

  it('says what a customer would pay, as it is worked out by hand', async () => {
    const { page } = browser;
    await page.goto(QUESTION);
    // A call takes 15,000 of the million: 66 whole ones and the input of the next; 33 inputs and 34 outputs remain.
    for (const step of [
      'monthly covers Input: 670,000 tokens × 1 = 670,000 package tokens',
      'monthly covers Output: 330,000 tokens × 1 = 330,000 package tokens',
      'Input: 330,000 tokens × 2 a million = 0.66 CNY',
      'Output: 170,000 tokens × 8 a million = 1.36 CNY',
      '9.90 + 2.02 = 11.92 CNY, overage rounded to the fen',
    ])
      await page.getByText(step, { exact: true }).waitFor();
    await page.getByLabel('Calls a month 1').fill('1');
    await page.getByText('Output: 500,000 tokens × 8 a million = 4.00 CNY').waitFor();
    expect(new URL(page.url()).searchParams.get('use')).toBe('glm-5;1;standard;input=1000000,output=500000');
  });

  it('changes a price in the grid, with a row more, and keeps it as a draft', async () => {
    const { page } = browser;
    await page.goto('/catalogue/price_book/retail');
    await page.getByRole('link', { name: 'Change', exact: true }).click();
    await page.getByLabel('Price 1', { exact: true }).fill('2.5');
    await page.getByLabel('Price 1', { exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Copy row 2' }).click();
    await page.getByLabel('Model 3', { exact: true }).fill('kimi-k2');
    await page.getByLabel('Model 3', { exact: true }).press('Enter');
    await page
      .getByText(/lacks its price/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Remove row 3' }).click();
    await page
      .getByText(/lacks its price/)
      .first()
      .waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('Being written').waitFor();
    const { body } = await market.get<Document>(`/v1${new URL(page.url()).pathname}`, 'maker');
    expect(body.body.entries.map(({ price }) => price)).toEqual(['2.5', '8']);
  });

  it('shows what a change by per cent would do, and makes a draft of it', async () => {
    const { page } = browser;
    await page.goto('/catalogue/price_book/retail');
    await page.getByRole('link', { name: 'Percent change' }).click();
    await page.getByLabel('Change by').fill('10');
    await page.getByLabel('From', { exact: true }).fill('2026-12-01T00:00');
    await page.getByRole('button', { name: 'Show the effect' }).click();
    await page.getByRole('heading', { name: /prices change against version 1$/ }).waitFor();
    await page.getByRole('cell', { name: '2.2', exact: true }).waitFor();
    await page.getByRole('cell', { name: '8.8', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Write a draft' }).click();
    await page.getByRole('heading', { level: 1, name: 'New draft: Price book' }).waitFor();
    expect(await page.getByLabel('Document as JSON').inputValue()).toContain('"price": "8.8"');
    expect((await read('price_book/retail')).version).toBe(1);
  });

  it('reads a file that was exported and edited, and shows what it would change', async () => {
    const { page } = browser;
    const path = '/v1/price-books/retail/export?format=csv';
    const { body: file } = await market.get<string>(path, 'maker');
    await page.goto('/price-books/import');
    await page.locator('input[type=file]').setInputFiles({
      name: 'retail.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(file.replace(/,8,/, ',7.5,')),
    });
    await page.getByRole('cell', { name: '7.5', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Write a draft' }).waitFor();
  });

  it('had nothing to complain of', () => {
    expect(browser.complaints).toEqual([]);
  });
});
