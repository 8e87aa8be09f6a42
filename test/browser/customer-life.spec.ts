import { ConsoleDesk } from '../support/console-desk';
import type { HttpMarket } from '../support/http-market';
import { openAccount, publish } from '../support/market';

const BEGINNING = '2026-10-01T00:00:00+08:00';
const TENTH = '2026-10-10T09:00:00+08:00';
const SUBSCRIPTIONS = '/accounts/alice?tab=subscriptions';
const WAIT_MS = 30_000;

const SOLD = {
  currency: 'CNY',
  vatRate: '0.06',
  cycleAnchor: 'calendar',
  firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'down' },
  exhaustion: 'payg',
  coefficients: 'at_issue',
  latenessHours: 72,
};
const plan = (code: string, role: string, price: string, tokens: number, more: object = {}) => {
  const allowance = { tokens, models: ['*'], source: role === 'pack' ? 'pack' : 'allowance' };
  return { ...SOLD, code, role, name: `Plan ${code}`, price, allowance, ...more };
};

interface Customer {
  readonly parent: string | null;
  readonly above: readonly { readonly code: string }[];
}
interface Taken {
  readonly plan: string;
  readonly endsAt: string | null;
  readonly suspendedAt: string | null;
  readonly follows: number | null;
  readonly packCycle: number | null;
}

/** A firm within a group, and two accounts: alice's has a package and a pack that can be given away. */
async function desks(market: HttpMarket): Promise<void> {
  const post = (path: string, body: object) => market.post(path, body, 'operations');
  for (const [index, code] of ['group', 'holding', 'acme'].entries()) {
    const registrationNumber = `91310000FIRM0000${index}X`;
    await post('/v1/customers', {
      code,
      name: `${code} Ltd`,
      kind: 'organisation',
      region: 'CN-SH',
      registrationNumber,
    });
  }
  await post('/v1/customers/acme/parent', { parent: 'group' });
  await publish(
    market.engine,
    'plan',
    plan('double', 'package', '19.00', 2_000_000, {
      planChange: { denominator: 'thirty', allowanceRounding: 'up' },
    }),
  );
  await publish(
    market.engine,
    'plan',
    plan('shared', 'pack', '1.00', 3_000, { validityDays: 30, transferable: true }),
  );
  await openAccount(market.engine, 'alice', ['base', 'monthly', 'shared'], BEGINNING);
  await openAccount(market.engine, 'bob', ['base'], BEGINNING);
  market.engine.clock.moveTo(Date.parse(TENTH));
}

describe('the life of customers and what they have taken up, in the console', () => {
  let desk: ConsoleDesk;

  beforeAll(async () => {
    desk = await ConsoleDesk.open('life', BEGINNING, desks);
    await desk.seat('operations', 'desk');
  }, WAIT_MS * 3);
  afterAll(() => desk?.close());

  const taken = async (of: string): Promise<Taken | undefined> => {
    const { subscriptions } = await desk.read<{ subscriptions: Taken[] }>('/v1/accounts/alice/subscriptions');
    return subscriptions.find((one) => one.plan === of);
  };

  it(
    'moves a firm from one group to another, and never below itself',
    async () => {
      const { page } = desk.browser;
      await desk.goTo('/customers/acme?tab=organisation');
      await page.getByRole('link', { name: 'group Ltd · group' }).waitFor();
      await desk.ask('Move');
      await desk.find('Part of (Customer code)', 'hold', 'holding Ltd · holding');
      await desk.confirm();
      await page.getByRole('link', { name: 'holding Ltd · holding' }).waitFor();
      expect(await desk.fact('Part of').innerText()).toBe('holding');
      await desk.shot('organisation');
      expect(await desk.read<Customer>('/v1/customers/acme')).toMatchObject({
        parent: 'holding',
        above: [{ code: 'holding' }],
      });
      await page.getByRole('link', { name: 'holding Ltd · holding' }).click();
      await desk.heading('holding Ltd').waitFor();
      await desk.ask('Move');
      await desk.find('Part of (Customer code)', 'acm', 'acme Ltd · acme');
      expect(await desk.refused()).toMatch(/part of/i);
      expect(await desk.read<Customer>('/v1/customers/holding')).toMatchObject({ parent: null });
    },
    WAIT_MS,
  );

  it(
    'gives tokens to another account, after it was seen out of which grant',
    async () => {
      await desk.goTo('/accounts/alice?tab=grants');
      await desk.ask('Give tokens');
      await desk.find('Code of the account that receives them', 'bob', 'bob');
      await desk.fill('Tokens', '500');
      expect(await desk.preview()).toContain('500');
      expect(await desk.browser.seriousIssues()).toEqual([]);
      await desk.shot('gift', true);
      expect(await desk.read('/v1/accounts/bob/balance')).toMatchObject({ leftTokens: '0' });
      await desk.confirm();
      await desk.row(/shared.*3,000.*500.*2,500/).waitFor();
      await desk.shot('given');
      await desk.goTo('/accounts/bob?tab=grants');
      await desk.row(/shared.*Received.*500/).waitFor();
      expect(await desk.read('/v1/accounts/bob/balance')).toMatchObject({ leftTokens: '500' });
      expect(await desk.read('/v1/accounts/alice/balance')).toMatchObject({ leftTokens: '1002500' });
    },
    WAIT_MS,
  );

  it(
    'renews a pack: where the last one ends, and once more beside it',
    async () => {
      await desk.goTo(SUBSCRIPTIONS);
      await desk.ask('Renew', desk.row(/shared/));
      const appended = await desk.preview();
      expect(appended).toContain('1.00 CNY');
      expect(appended).toContain('31 Oct 2026 – 30 Nov 2026');
      await desk.confirm();
      await desk.row(/shared.*30 Nov 2026/).waitFor();
      await desk.ask('Renew', desk.row(/shared/));
      await desk.browser.choose('Begins', 'At once, beside the last one');
      expect(await desk.preview()).toContain('10 Oct 2026 – 9 Nov 2026');
      await desk.shot('renew', true);
      await desk.confirm();
      expect(await taken('shared')).toMatchObject({ packCycle: 3, endsAt: '2026-11-29T16:00:00Z' });
      expect(await desk.read('/v1/accounts/alice/balance')).toMatchObject({ leftTokens: '1008500' });
    },
    WAIT_MS,
  );

  it(
    'suspends a package with a reason, and takes that back',
    async () => {
      await desk.goTo(SUBSCRIPTIONS);
      await desk.ask('Suspend', desk.row(/monthly/));
      await desk.fill('Reason', 'does not pay');
      await desk.preview();
      await desk.confirm();
      await desk.row(/monthly.*Suspended/).waitFor();
      expect((await taken('monthly'))?.suspendedAt).toBe('2026-10-10T01:00:00Z');
      await desk.shot('suspended');
      await desk.ask('Reactivate', desk.row(/monthly/));
      await desk.fill('Reason', 'has paid');
      await desk.preview();
      await desk.confirm();
      await desk.row(/monthly.*Running/).waitFor();
      expect((await taken('monthly'))?.suspendedAt).toBeNull();
    },
    WAIT_MS,
  );

  it(
    'changes the plan with the next period, drops that, and changes it at once',
    async () => {
      const { page } = desk.browser;
      await desk.goTo(SUBSCRIPTIONS);
      const change = async (when: string): Promise<string> => {
        await desk.ask('Change plan', desk.row(/monthly/));
        await desk.browser.choose('New plan', 'Plan double');
        await desk.browser.choose(/^\W*When/, when);
        return desk.preview();
      };
      expect(await change('With what is granted')).toContain(
        'monthly would be followed by double from 1 Nov 2026',
      );
      await desk.confirm();
      await desk.row(/double.*To come/).waitFor();
      expect(await taken('double')).toMatchObject({ follows: 2 });
      await desk.shot('planned');
      await desk.ask('Cancel plan change', desk.row(/monthly/));
      await desk.preview();
      await desk.confirm();
      await desk.row(/monthly.*Running/).waitFor();
      await desk.row(/double.*Ended/).waitFor();
      expect(await desk.button('Cancel plan change').count()).toBe(0);
      expect(await taken('monthly')).toMatchObject({ endsAt: null });
      const seen = await change('At once');
      // 9.10 yuan and a million more, for 22 of 30 days.
      expect(seen).toContain('6.67 CNY');
      await desk.shot('upgrade', true);
      await desk.confirm();
      await desk.shot('upgraded');
      await desk.goTo('/accounts/alice?tab=grants');
      await desk.row(/monthly.*733,334|double.*733,334/).waitFor();
      await page.getByRole('table', { name: 'Grants' }).waitFor();
      expect(await desk.read('/v1/accounts/alice/balance')).toMatchObject({ leftTokens: '1741834' });
    },
    WAIT_MS,
  );

  it(
    'suspends the account: it takes up nothing until it is taken up again',
    async () => {
      await desk.goTo(SUBSCRIPTIONS);
      await desk.ask('Suspend account');
      await desk.fill('Reason', 'a court says so');
      await desk.confirm();
      await desk.state('Suspended').waitFor();
      expect(await desk.button('Order a plan').count()).toBe(0);
      expect(await desk.read('/v1/accounts/alice')).toMatchObject({ status: 'suspended' });
      await desk.ask('Take up again');
      await desk.fill('Reason', 'it does not any more');
      await desk.confirm();
      await desk.state('Active').waitFor();
      await desk.button('Order a plan').waitFor();
      expect(await desk.read('/v1/accounts/alice')).toMatchObject({ status: 'active' });
    },
    WAIT_MS,
  );

  it('leaves nothing to complain of but what was refused', async () => {
    expect(desk.browser.complaints.filter((text) => !/409|422/.test(text))).toEqual([]);
    expect(await desk.market.engine.violations()).toEqual([]);
  });
});
