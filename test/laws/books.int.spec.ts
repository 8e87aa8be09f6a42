import fc from 'fast-check';
import { IntakeUsage } from '@ciyuan/modules/charging';
import { ApproveSettlement, IssueStatements, RunSettlement } from '@ciyuan/modules/settlement';
import { ExpireDue, OrderPlan, RenewDue, TransferGrant } from '@ciyuan/modules/subscriptions';
import { formatYuan, nextMonth, parseYuan } from '@ciyuan/core/kernel';
import type { TrialBalance } from '@ciyuan/modules/reporting';
import { Books } from '../support/books';
import { Engine } from '../support/engine';
import { openAccount, openMarket, publish, usage } from '../support/market';
import { must } from '../support/settlement-engine';

const START = '2026-09-01T00:00:00+08:00';
const DAY = 86_400_000;
const CODES = ['ann', 'ben', 'cy'] as const;
const FIRST_MONTH = '2026-09';

type Step =
  | { readonly kind: 'order'; readonly account: string; readonly plan: string }
  | { readonly kind: 'use'; readonly account: string; readonly daysAgo: number; readonly input: number }
  | { readonly kind: 'give'; readonly account: string; readonly tokens: number }
  | { readonly kind: 'wait'; readonly days: number }
  | { readonly kind: 'close' };

const account = fc.constantFrom(...CODES);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('order' as const),
      account,
      plan: fc.constantFrom('monthly', 'pack', 'trial', 'present'),
    }),
    fc.record({
      kind: fc.constant('use' as const),
      account,
      daysAgo: fc.integer({ min: 0, max: 40 }),
      input: fc.integer({ min: 1, max: 700_001 }),
    }),
    fc.record({ kind: fc.constant('give' as const), account, tokens: fc.integer({ min: 1, max: 90_000 }) }),
    fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 17 }) }),
    fc.constant({ kind: 'close' } as const),
  ),
  { minLength: 6, maxLength: 14 },
);

const moments = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 5 });

/** A gift of what is half used, an expiry, an issue, and a record that is late for it. */
const KNOWN_STORY: Step[] = [
  { kind: 'order', account: 'ann', plan: 'present' },
  { kind: 'use', account: 'ann', daysAgo: 0, input: 100_001 },
  { kind: 'give', account: 'ann', tokens: 70_000 },
  { kind: 'wait', days: 17 },
  { kind: 'wait', days: 17 },
  { kind: 'close' },
  { kind: 'use', account: 'ben', daysAgo: 33, input: 30_000 },
  { kind: 'wait', days: 17 },
  { kind: 'wait', days: 17 },
  { kind: 'close' },
];

/** Every story goes on where the one before ended, in the same books. */
describe('the books over any story', () => {
  let engine: Engine;
  let books: Books;
  let open = FIRST_MONTH;
  let posted = 0;
  const closed = new Map<string, string>();

  beforeAll(async () => {
    engine = await Engine.start(START);
    await openMarket(engine);
    await publish(engine, 'plan', PRESENT);
    for (const code of CODES) await openAccount(engine, code, ['base'], START);
    books = await Books.of(engine);
  });
  afterAll(async () => {
    await books.close();
    await engine.stop();
  });

  async function take(step: Step): Promise<void> {
    const now = engine.clock.now();
    switch (step.kind) {
      case 'order':
        await engine.get(OrderPlan).run({ account: step.account, plan: step.plan, startsAt: now });
        return;
      case 'use': {
        const at = new Date(Math.max(now - step.daysAgo * DAY, Date.parse(START))).toISOString();
        const record = usage(`r${posted++}`, step.account, at, { input: step.input });
        await engine.get(IntakeUsage).run('gateway', [record] as never);
        return;
      }
      case 'give': {
        const to = CODES[(CODES.findIndex((code) => code === step.account) + 1) % CODES.length] as string;
        const gift = { from: step.account, to, tokens: step.tokens, by: 'desk', preview: false };
        await engine.get(TransferGrant).run(gift);
        return;
      }
      case 'wait':
        engine.clock.moveTo(now + step.days * DAY);
        await engine.get(RenewDue).run(engine.clock.now());
        await engine.get(ExpireDue).run(engine.clock.now());
        return;
      case 'close':
        await close();
    }
  }

  async function close(): Promise<void> {
    const run = await books.get(RunSettlement).run({ month: open, by: 'maker' });
    if (!run.ok) return;
    must(await books.get(ApproveSettlement).run({ runId: run.value.id, by: 'checker' }));
    const issue = { runId: run.value.id, by: 'finance', waiveOpenSuspense: true, waiveOpenCosts: true };
    must(await books.get(IssueStatements).run(issue));
    open = nextMonth(open);
  }

  const figures = (lines: TrialBalance['lines']): string[] =>
    lines.map(({ asset, account: code, closing }) => `${asset} ${code} ${closing}`).sort();

  /** In the currency, by plan: what is left of the price of its grants, from the grants alone. */
  const leftOfGrants = async (): Promise<string[]> => {
    const rows = await engine.rows<{ plan: string; left: string }>(
      `SELECT d.code AS plan, sum(g.price_net - CASE WHEN g.expired_milli > 0 OR g.drawn_milli + g.released_milli = g.quantity_milli
                THEN g.price_net ELSE div(g.price_net * 1000000000000 * (g.drawn_milli + g.released_milli), g.quantity_milli)
                                      * 0.000000000001 END) AS left
         FROM ciyuan.grant_bucket AS g JOIN ciyuan.catalogue_document AS d ON d.id = g.plan_version_id GROUP BY 1`,
    );
    return rows
      .map(({ plan, left }) => `${plan} ${formatYuan(parseYuan(left))}`)
      .filter(isLeft)
      .sort();
  };
  const isLeft = (text: string): boolean => !text.endsWith(' 0');

  const instantsOf = async (marks: readonly number[]): Promise<number[]> => {
    const rows = await engine.rows<{ at: Date }>('SELECT DISTINCT booked_at AS at FROM ciyuan.journal_line');
    const past = engine.clock.now() - Date.parse(START);
    const between = marks.map((mark) => Math.floor(Date.parse(START) + mark * past));
    return [...between, ...rows.flatMap(({ at }) => [at.getTime() - 1, at.getTime()])];
  };

  const lastMonth = async (): Promise<string> => {
    const [row] = await engine.rows<{ last: string | null }>(
      'SELECT max(accounting_month) AS last FROM ciyuan.journal_line',
    );
    return row?.last ?? FIRST_MONTH;
  };

  /** Each month opens with what the one before closed with, and closed ones keep their vouchers; answers the last closing. */
  async function monthsAddUp(last: string): Promise<readonly string[]> {
    let before: readonly string[] = [];
    for (let month = FIRST_MONTH; month <= last; month = nextMonth(month)) {
      const balance = await books.ofMonth(month);
      const opening = balance.lines.map((line) => ({ ...line, closing: line.opening }));
      expect(figures(opening).filter(isLeft)).toEqual(before.filter(isLeft));
      before = figures(balance.lines);
      expect(await books.faults(month)).toEqual([]);
      const made = await books.vouchers(month);
      if (!made.ok) continue;
      expect(made.value.sha256).toBe(closed.get(month) ?? made.value.sha256);
      closed.set(month, made.value.sha256);
    }
    return before;
  }

  it('balances in every asset at every instant; months add up, and are what plans, grants and vouchers say', async () => {
    const law = fc.asyncProperty(steps, moments, async (story, marks) => {
      for (const step of story) await take(step);
      for (const at of await instantsOf(marks))
        expect([at, (await books.at(at)).isBalanced]).toEqual([at, true]);
      const last = await lastMonth();
      expect(await monthsAddUp(last)).toEqual(figures((await books.at(engine.clock.now())).lines));
      const { lines } = await books.deferred(last);
      const left = lines.map(({ plan, closing }) => `${plan} ${formatYuan(closing)}`);
      expect(left.filter(isLeft).sort()).toEqual(await leftOfGrants());
      expect(await engine.violations()).toEqual([]);
    });
    await fc.assert(law, { numRuns: 8, endOnFailure: true, examples: [[KNOWN_STORY, [0.5]]] });
    const [told] = await engine.rows<Record<string, boolean>>(
      `SELECT bool_or(ledger_account = 'transfer_clearing') AS gifts, bool_or(ledger_account = 'breakage_revenue') AS breakage,
              bool_or(account_id = 0) AS issues, count(DISTINCT accounting_month) > 2 AS months FROM ciyuan.journal_line`,
    );
    expect(told).toEqual({ gifts: true, breakage: true, issues: true, months: true });
  });
});

const PRESENT = {
  currency: 'CNY',
  vatRate: '0.06',
  cycleAnchor: 'calendar',
  firstPeriod: { mode: 'full', denominator: 'actual', allowanceRounding: 'down' },
  exhaustion: 'payg',
  coefficients: 'at_issue',
  latenessHours: 72,
  code: 'present',
  role: 'pack',
  name: 'Present',
  price: '7.77',
  validityDays: 45,
  transferable: true,
  allowance: { tokens: 333_333, models: ['*'], source: 'pack' },
};
