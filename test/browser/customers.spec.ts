import { Browser } from '../support/browser';
import { addPerson, openConsoleMarket, signIn } from '../support/console-market';
import type { HttpMarket } from '../support/http-market';
import { publish, usage } from '../support/market';

const NOW = '2026-11-05T09:00:00+08:00';
const LATER = '2026-11-05T09:10:00+08:00';
const WAIT_MS = 30_000;
const SHOTS = process.env['SHOTS'];

const LARGER = {
  code: 'larger',
  role: 'package',
  name: 'Monthly 3M',
  currency: 'CNY',
  price: '19.90',
  vatRate: '0.06',
  coefficientTable: 'standard',
  cycleAnchor: 'calendar',
  firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'down' },
  exhaustion: 'payg',
  coefficients: 'at_issue',
  latenessHours: 72,
  allowance: { tokens: 3_000_000, models: ['*'], source: 'allowance' },
};
const FIRM = {
  kind: 'organisation',
  region: 'CN-SH',
};

interface Balance {
  readonly leftTokens: string;
  readonly grants: readonly { readonly drawnTokens: string }[];
}

/** A day at the desk: a customer takes up a plan and uses it, changes its mind, and is given something back. */
describe('customers and accounts in the console', () => {
  let market: HttpMarket;
  let browser: Browser;

  beforeAll(async () => {
    market = await openConsoleMarket(NOW);
    await publish(market.engine, 'plan', LARGER);
    const post = (path: string, body: object) => market.post(path, body, 'operations');
    for (const [code, registrationNumber] of [
      ['group', '91310000GROUP0001X'],
      ['acme', '91310000ACME00001X'],
    ])
      await post('/v1/customers', { ...FIRM, code, name: `${code} Ltd`, registrationNumber });
    await post('/v1/customers/acme/parent', { parent: 'group' });
    await post('/v1/accounts', { code: 'acme-1', name: 'Acme One', segment: 'consumer', customer: 'acme' });
    await post('/v1/accounts/acme-1/subscriptions', { plan: 'base', startsAt: NOW });
    browser = await Browser.open(market.url);
    await browser.page.clock.setFixedTime(new Date(NOW));
  }, WAIT_MS * 3);

  afterAll(async () => {
    await browser?.close();
    await market?.close();
  });

  const shot = async (name: string): Promise<void> => {
    if (SHOTS !== undefined) await browser.page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  };
  const button = (name: string) => browser.page.getByRole('button', { name, exact: true });
  const dialog = () => browser.page.getByRole('dialog');
  const inDialog = (name: string) => dialog().getByRole('button', { name, exact: true });
  const balance = async (): Promise<Balance> =>
    (await market.get<Balance>('/v1/accounts/acme-1/balance', 'finance')).body;

  it('leads from a customer to its account, where a plan is ordered after its price was seen', async () => {
    const { page } = browser;
    await signIn(browser, await addPerson(market, 'operations', 'desk'));
    await page.goto('/customers?lang=en');
    await page.getByRole('link', { name: 'acme Ltd' }).click();
    await page.getByRole('heading', { name: 'acme Ltd', level: 1 }).waitFor();
    await page.getByRole('tab', { name: 'Organisation' }).click();
    await page.getByRole('link', { name: 'group Ltd · group' }).waitFor();
    await shot('customer-organisation');
    expect(await browser.seriousIssues()).toEqual([]);
    await page.getByRole('tab', { name: 'Accounts' }).click();
    await page.getByRole('link', { name: 'Acme One' }).click();
    await page.getByRole('tab', { name: 'Subscriptions' }).click();
    await button('Order a plan').click();
    await browser.choose(/^\W*Plan$/, 'Monthly 1M');
    await inDialog('Preview').click();
    await dialog().getByText('9.90 CNY', { exact: true }).waitFor();
    await shot('order-preview');
    expect((await balance()).grants).toEqual([]);
    await inDialog('Confirm').click();
    await page.getByRole('table', { name: 'Subscriptions' }).getByRole('link', { name: 'monthly' }).waitFor();
    expect((await balance()).leftTokens).toBe('1000000');
    await shot('account-subscriptions');
    expect(await browser.seriousIssues()).toEqual([]);
  }, 60_000);

  it('shows a balance that has moved with usage, and that closes', async () => {
    const { page } = browser;
    await market.report(usage('u1', 'acme-1', NOW, { input: 250_000 }));
    await page.getByRole('tab', { name: 'Overview' }).click();
    await page.reload();
    const sum = page.getByRole('table', { name: 'What became of what was granted' });
    await sum.getByRole('row', { name: 'Used 250,000' }).waitFor();
    await sum.getByRole('row', { name: 'Left 750,000' }).waitFor();
    await page.getByText('It closes: 1,000,000 were granted').waitFor();
    expect((await balance()).leftTokens).toBe('750000');
    await shot('account-overview');
    expect(await browser.seriousIssues()).toEqual([]);
    await page.getByRole('tab', { name: 'Grants' }).click();
    await page.getByRole('table', { name: 'Grants' }).getByRole('link').first().click();
    const moved = page.getByRole('region', { name: /^Movements of grant/ });
    await moved.getByRole('link', { name: 'u1' }).waitFor();
    await shot('account-grants');
  }, 60_000);

  it('previews a change of plan, and nothing is changed by that', async () => {
    const { page } = browser;
    market.engine.clock.moveTo(Date.parse(LATER));
    await page.clock.setFixedTime(new Date(LATER));
    await page.getByRole('tab', { name: 'Subscriptions' }).click();
    await button('Change plan').click();
    await browser.choose(/New plan$/, 'Monthly 3M');
    await inDialog('Preview').click();
    await dialog().getByText('monthly would be followed by larger from').waitFor();
    await shot('change-plan-preview');
    await inDialog('Cancel').click();
    const { body } = await market.get<{ subscriptions: { plan: string }[] }>(
      '/v1/accounts/acme-1/subscriptions',
      'finance',
    );
    expect(body.subscriptions.map(({ plan }) => plan)).toEqual(['base', 'monthly']);
  }, 60_000);

  it('takes a credit that one person asks for and another one approves', async () => {
    const { page } = browser;
    await page.getByRole('tab', { name: 'Adjustments' }).click();
    await button('Request an adjustment').click();
    await dialog().getByLabel('Amount with VAT (CNY)').fill('5.00');
    await dialog().getByLabel('Reason').fill('an outage');
    await inDialog('Preview').click();
    await dialog().getByText('4.72').waitFor();
    await inDialog('Confirm').click();
    await page.getByRole('link', { name: 'Adjustment 1' }).click();
    await button('Withdraw').waitFor();
    expect(await button('Approve').count()).toBe(0);
    await signIn(browser, await addPerson(market, 'checker', 'second'));
    await page.goto('/accounts/acme-1?tab=adjustments&adjustment=1');
    await button('Approve').click();
    await inDialog('Preview').click();
    await dialog().getByText('Posted').waitFor();
    await inDialog('Confirm').click();
    await page.getByRole('region', { name: 'Adjustment 1' }).getByText('second (checker)').first().waitFor();
    await shot('account-adjustments');
    expect(await browser.seriousIssues()).toEqual([]);
    const { body } = await market.get('/v1/accounts/acme-1/adjustments/1', 'finance');
    expect(body).toMatchObject({ state: 'posted', requestedBy: 'desk', amount: '5' });
  }, 60_000);

  it('finds an account by its code, wherever one is', async () => {
    const { page } = browser;
    await page.getByRole('combobox', { name: 'Find customers, accounts, plans, invoices…' }).fill('acme-1');
    await page.getByText('Acme One · acme-1').click();
    await page.getByRole('table', { name: 'What became of what was granted' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/accounts/acme-1');
  }, 60_000);

  it('leaves books that agree, and had nothing to complain of', async () => {
    expect(browser.complaints).toEqual([]);
    expect(await market.engine.violations()).toEqual([]);
  }, 60_000);
});
