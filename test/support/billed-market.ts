import { IntakeUsage, VoidUsage } from '@ciyuan/modules/charging';
import {
  ApproveCredit,
  ApproveVoid,
  CalculateBillRun,
  FinaliseBillRun,
  FindBillRun,
  ListInvoices,
  ReadInvoice,
  RequestBillRun,
  RequestCredit,
  RequestVoid,
  SetBillingProfile,
  type BillRun,
  type BillRunToRequest,
} from '@ciyuan/modules/billing';
import { formatInstant, type Result } from '@ciyuan/core/kernel';
import { OpenAccount } from '@ciyuan/modules/parties';
import { OrderPlan, RenewDue } from '@ciyuan/modules/subscriptions';
import { Engine } from './engine';
import { openMarket, publish, usage } from './market';
import { SeededMarket } from './seeded-market';
import { must } from './settlement-engine';

export const OCTOBER_1 = '2026-10-01T00:00:00+08:00';
const FIRST = { mode: 'full', denominator: 'actual', allowanceRounding: 'down' };
const PLAN = { currency: 'CNY', vatRate: '0.06', price: '0', cycleAnchor: 'calendar', firstPeriod: FIRST };

/** A million tokens a month for three months at 100 yuan; what is missing is charged in full. */
const PROMISED = {
  ...PLAN,
  code: 'promised',
  role: 'commitment',
  name: 'A million a month',
  commitment: {
    mode: 'take_or_pay',
    models: ['*'],
    pricePerMillion: '100',
    overPricePerMillion: '120',
    shortfallPercent: '100',
    makeUp: { percentOfShortfall: '0', withinPeriods: 1 },
    periodMonths: 1,
    periods: [{ committed: '1000000' }, { committed: '1000000' }, { committed: '1000000' }],
  },
  exhaustion: 'payg',
  coefficients: 'at_issue',
  latenessHours: 72,
};
/** 1 yuan a million of input, VAT on top. */
const NET_PRICES = {
  code: 'net-prices',
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  multipliers: [],
  tiers: [],
  entries: [{ model: '*', class: 'input', price: '1', effectiveFrom: '2026-01-01T00:00:00+08:00' }],
};
const NET_BASE = {
  ...PLAN,
  code: 'net-base',
  role: 'base',
  name: 'Net prices',
  priceBook: 'net-prices',
  exhaustion: 'payg',
  coefficients: 'at_issue',
  latenessHours: 72,
};
const NET_RULE = {
  code: 'net-rule',
  match: { plan: 'net-base' },
  breakage: 'operator',
  rule: {
    vatRate: '0.06',
    vatIncluded: false,
    residual: 'operator',
    steps: [{ party: 'vendor', type: 'percent', basis: 'net', value: '40' }],
  },
};

/** The small market, billed: an organisation of two accounts, one with a contract, one whose prices are without VAT. */
export class BilledMarket {
  private constructor(
    readonly engine: Engine,
    readonly market: SeededMarket,
  ) {}

  static async open(): Promise<BilledMarket> {
    const engine = await Engine.start(OCTOBER_1);
    await openMarket(engine);
    await publish(engine, 'price_book', NET_PRICES);
    for (const plan of [PROMISED, NET_BASE]) await publish(engine, 'plan', plan);
    await publish(engine, 'split_rule', NET_RULE);
    const story = new BilledMarket(engine, await SeededMarket.at(engine.urls, OCTOBER_1));
    await story.market.registerCustomer('acme', 'organisation', 'CN-SH', '91310000ACME01');
    await story.account('north', ['base', 'monthly'], 'acme');
    await story.account('south', ['base'], 'acme');
    await story.account('lone', ['base', 'promised']);
    await story.account('plain', ['net-base']);
    return story;
  }

  async account(code: string, plans: readonly string[], customer: string | null = null): Promise<void> {
    const account = { code, name: code, segment: 'consumer', customer };
    must(await this.engine.get(OpenAccount).run(account));
    for (const plan of plans)
      must(await this.engine.get(OrderPlan).run({ account: code, plan, startsAt: Date.parse(OCTOBER_1) }));
  }

  consolidate(customer = 'acme', consolidated = true) {
    return this.market.engine.get(SetBillingProfile).run({
      customer,
      consolidated,
      buyerTitle: 'Acme Ltd',
      taxpayerId: '91310000ACME01',
      fapiaoKind: 'special',
      registeredAddress: '1 Long Road, Shanghai',
      phone: '021-1',
      bankName: 'A bank',
      bankAccount: '6222',
      email: null,
      by: 'maker',
    });
  }

  moveTo(now: string): void {
    this.engine.clock.moveTo(Date.parse(now));
    this.market.moveTo(now);
  }

  renew(): Promise<number> {
    return this.engine.get(RenewDue).run(this.engine.clock.now());
  }

  async post(...records: object[]): Promise<void> {
    const outcomes = await this.engine.get(IntakeUsage).run('gateway', records as never);
    const wrong = outcomes.filter(({ status }) => status !== 'accepted');
    if (wrong.length > 0) throw new Error(JSON.stringify(wrong));
  }

  async voidRecord(record: string): Promise<void> {
    const items = [{ source: 'api', id: record, reason: 'twice' }];
    const [outcome] = await this.engine
      .get(VoidUsage)
      .run({ partner: 'gateway', by: 'ops', asStaff: true, items });
    if (outcome?.status !== 'voided') throw new Error(JSON.stringify(outcome));
  }

  async draft(cutOff: string, more: Partial<BillRunToRequest> = {}): Promise<BillRun> {
    const asked = { cutOff: Date.parse(cutOff), by: 'maker', ...more };
    const { id } = must(await this.market.engine.get(RequestBillRun).run(asked));
    return must(await this.market.engine.get(CalculateBillRun).run(id));
  }

  finalise(runId: number, by = 'checker') {
    return this.market.engine.get(FinaliseBillRun).run({ runId, by });
  }

  async bill(cutOff: string, finalAt: string, more: Partial<BillRunToRequest> = {}): Promise<BillRun> {
    const { id } = await this.draft(cutOff, more);
    this.moveTo(finalAt);
    return must(await this.finalise(id));
  }

  async voided(number: string): Promise<void> {
    must(await this.market.engine.get(RequestVoid).run({ number, reason: 'wrong buyer', by: 'maker' }));
    must(await this.market.engine.get(ApproveVoid).run({ number, by: 'checker' }));
  }

  async credited(number: string, line: number, grossFen: bigint): Promise<void> {
    const asked = { number, reason: 'an outage', lines: [{ line, grossFen }], by: 'maker' };
    const { id: creditNoteId } = must(await this.market.engine.get(RequestCredit).run(asked));
    must(await this.market.engine.get(ApproveCredit).run({ number, creditNoteId, by: 'checker' }));
  }

  /** October used and billed for all, in chunks of one payer; then one record is void, which December bills. */
  async tellTwoMonths(): Promise<void> {
    must(await this.consolidate());
    this.moveTo('2026-10-20T00:00:00+08:00');
    const at = '2026-10-15T12:00:00+08:00';
    await this.post(
      usage('n1', 'north', at, { input: 1_500_000 }),
      usage('s1', 'south', at, { input: 1_234_567 }),
      usage('l1', 'lone', at, { input: 400_000 }),
      usage('p1', 'plain', at, { input: 1_234_567 }),
    );
    this.moveTo('2026-11-05T00:00:00+08:00');
    await this.renew();
    await this.bill('2026-11-04T00:00:00+08:00', '2026-11-07T00:00:00+08:00', { payersPerChunk: 1 });
    await this.voidRecord('s1');
    this.moveTo('2026-12-05T00:00:00+08:00');
    await this.renew();
    await this.bill('2026-12-04T00:00:00+08:00', '2026-12-07T00:00:00+08:00');
  }

  find(runId: number) {
    return this.market.engine.get(FindBillRun).run(runId);
  }

  async read(number: string) {
    const found = await this.market.engine.get(ReadInvoice).run(number);
    if (found === undefined) throw new Error(`no document ${number}`);
    return found;
  }

  /** The documents of a run as text, by number: each with its lines. */
  async told(runId: number): Promise<string[]> {
    const page = { runId, sort: 'number', limit: 100 } as const;
    const { items } = await this.market.engine.get(ListInvoices).run(page);
    const told: string[] = [];
    for (const { number } of items) told.push(...(await this.lines(number)));
    return told;
  }

  async lines(number: string): Promise<string[]> {
    const { invoice, lines } = await this.read(number);
    const links = [
      ...(invoice.corrects === null ? [] : [`corrects ${invoice.corrects}`]),
      ...(invoice.replaces === null ? [] : [`replaces ${invoice.replaces}`]),
    ];
    const amounts = (one: { grossFen: bigint; netFen: bigint; taxFen: bigint }): string =>
      `${yuanText(one.grossFen)} = ${yuanText(one.netFen)} + ${yuanText(one.taxFen)}`;
    const head = [number, invoice.kind, invoice.state, invoice.payer.code, ...links, amounts(invoice)];
    const rows = lines.map((one) =>
      [
        one.account,
        one.kind,
        one.plan,
        one.model ?? '-',
        formatInstant(one.startsAt).slice(0, 10),
        amounts(one),
      ].join(' '),
    );
    return [head.join(' '), ...rows];
  }

  async stop(): Promise<void> {
    await this.market.engine.stop();
    await this.engine.stop();
  }
}

/** With both places, as documents have it. */
export function yuanText(fen: bigint): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export const refusalOf = (result: Result<unknown, { readonly code: string }>): string =>
  result.ok ? 'ok' : result.refusal.code;
