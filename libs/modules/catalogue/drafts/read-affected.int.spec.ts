import { ReadDraft, SaveDraft, type Affected } from '@ciyuan/modules/catalogue';
import type { DocumentKind } from '@ciyuan/core/charging';
import { must } from '../../../../test/support/answers';
import { Engine } from '../../../../test/support/engine';
import { openAccount, openMarket, publish } from '../../../../test/support/market';

const START = '2026-10-01T00:00:00+08:00';
const NOVEMBER = Date.parse('2026-11-01T00:00:00+08:00');
const NONE = { subscriptions: 0, accounts: 0, plans: [] };

interface Body {
  readonly code?: string;
  readonly price?: string;
}

describe('what a draft would touch', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await Engine.start(START);
    await openMarket(engine);
    const [monthly] = await engine.rows<{ body: object }>(
      "SELECT body FROM ciyuan.catalogue_document WHERE code = 'monthly'",
    );
    await publish(engine, 'plan', { ...monthly?.body, code: 'following', coefficients: 'follow' });
    await openAccount(engine, 'alice', ['base', 'monthly', 'following'], START);
    await openAccount(engine, 'bob', ['base', 'monthly'], START);
    await openAccount(engine, 'carol', ['trial'], START);
    await openAccount(engine, 'dave', ['pack'], '2026-10-15T00:00:00+08:00');
  });

  afterAll(() => engine.stop());

  const affected = async (
    kind: DocumentKind,
    code: string,
    change: object,
    effectiveFrom = NOVEMBER,
  ): Promise<Affected | undefined> => {
    const [row] = await engine.rows<{ body: Body }>(
      'SELECT body FROM ciyuan.catalogue_document WHERE kind = $1 AND code = $2',
      [kind, code],
    );
    const draft = { kind, body: { ...row?.body, ...change }, effectiveFrom, backDated: true, by: 'mei' };
    const { id } = must(await engine.get(SaveDraft).run(draft));
    return (await engine.get(ReadDraft).run(id))?.affected;
  };
  const plan = (name: string, reach: string, subscriptions: number) => ({
    plan: name,
    reach,
    subscriptions,
    accounts: subscriptions,
  });

  it('of a plan: who has it, and keeps what was sold', async () => {
    expect(await affected('plan', 'monthly', { price: '10.90' })).toEqual({
      subscriptions: 2,
      accounts: 2,
      plans: [plan('monthly', 'new_orders_only', 2)],
      parties: [],
    });
  });

  it('of a price book: base tariffs that charge by it', async () => {
    const { plans, accounts } = (await affected('price_book', 'retail', { zone: 'UTC' })) ?? NONE;
    expect([plans, accounts]).toEqual([[plan('base', 'at_once', 2)], 2]);
  });

  it('of a coefficient table: grants that follow it, and the next ones of those that keep theirs', async () => {
    expect(await affected('coefficient_table', 'standard', { rows: [] })).toEqual({
      subscriptions: 3,
      accounts: 2,
      plans: [plan('following', 'at_once', 1), plan('monthly', 'with_next_grant', 2)],
      parties: [],
    });
  });

  it('of a calendar: base tariffs that charge by a book with its hours, in any version', async () => {
    const days = [{ date: '2026-10-01', kind: 'holiday', name: '国庆节' }];
    const calendar = { code: 'cn', zone: 'Asia/Shanghai', days };
    const other = { ...calendar, code: 'other' };
    await publish(engine, 'holiday_calendar', calendar);
    await publish(engine, 'holiday_calendar', other);
    const [book] = await engine.rows<{ body: { entries: object[] } }>(
      "SELECT body FROM ciyuan.catalogue_document WHERE code = 'retail'",
    );
    const timeBand = { from: '08:00', to: '20:00', holidays: 'cn', on: 'holidays' };
    const entries = [...(book?.body.entries ?? []), { ...book?.body.entries[0], price: '1', timeBand }];
    await publish(engine, 'price_book', { ...book?.body, entries }, Date.parse(START));
    const more = { days: [...days, { date: '2026-10-02', kind: 'holiday', name: '国庆节' }] };
    expect(await affected('holiday_calendar', 'cn', more)).toMatchObject({
      accounts: 2,
      plans: [plan('base', 'at_once', 2)],
    });
    expect(await affected('holiday_calendar', 'other', more)).toEqual({ ...NONE, parties: [] });
  });

  it('of a rule for all: every subscription that goes on at its date, and the parties that it names', async () => {
    const rule = { breakage: 'as_consumed' };
    expect(await affected('split_rule', 'default', rule, Date.parse(START))).toMatchObject({
      subscriptions: 7,
      accounts: 4,
      parties: [],
    });
    // The trial is over, the pack is not.
    expect(await affected('split_rule', 'default', rule)).toMatchObject({ subscriptions: 6, accounts: 3 });
  });

  it('of a rule for a plan: that plan, and the parties that it names by their codes', async () => {
    const steps = [
      { party: 'shop', type: 'percent', basis: 'net', value: '5' },
      { party: 'vendor', type: 'percent', basis: 'net', value: '40' },
    ];
    const deductions = [
      { name: 'bad_debt', basis: 'net', value: '2' },
      { name: 'channel_fee', basis: 'net', value: '1', party: 'kimi' },
    ];
    const rule = { vatRate: '0.06', vatIncluded: true, residual: 'operator', deductions, steps };
    const change = { code: 'pack-rule', match: { plan: 'pack', computeOwner: 'tianyi' }, rule };
    expect(await affected('split_rule', 'default', change)).toEqual({
      subscriptions: 1,
      accounts: 1,
      plans: [plan('pack', 'at_once', 1)],
      parties: ['kimi', 'shop', 'tianyi'],
    });
  });

  it('of costs and contracts: parties, and no customer', async () => {
    expect(await affected('cost_book', 'tianyi-costs', { zone: 'UTC' })).toEqual({
      ...NONE,
      parties: ['tianyi'],
    });
    expect(await affected('contract', 'gateway', { lateWindowDays: 3 })).toEqual({
      ...NONE,
      parties: ['gateway', 'kimi', 'tianyi', 'zhipu'],
    });
  });

  it('of a rule of eligibility: who has a plan that is for whom it names, and keeps it', async () => {
    await publish(engine, 'eligibility_rule', { code: 'people', name: 'People', segments: ['consumer'] });
    const [pack] = await engine.rows<{ body: object }>(
      "SELECT body FROM ciyuan.catalogue_document WHERE code = 'pack'",
    );
    await publish(engine, 'plan', { ...pack?.body, code: 'for-people', eligibilityRule: 'people' });
    await openAccount(engine, 'erin', ['for-people'], '2026-10-15T00:00:00+08:00');
    expect(await affected('eligibility_rule', 'people', { segments: ['developer'] })).toEqual({
      subscriptions: 1,
      accounts: 1,
      plans: [plan('for-people', 'new_orders_only', 1)],
      parties: [],
    });
  });
});
