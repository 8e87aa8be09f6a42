import { formatFen, MS_PER_DAY, monthBounds } from '@ciyuan/core/kernel';
import {
  CalculateBillRun,
  FinaliseBillRun,
  ListInvoices,
  ReadReceivable,
  ReceivePayment,
  RequestBillRun,
} from '@ciyuan/modules/billing';
import {
  ApprovePayment,
  ConfirmStatement,
  RecordInvoice,
  RecordPayment,
  type Statement,
} from '@ciyuan/modules/settlement';
import { OrderPlan, RenewDue } from '@ciyuan/modules/subscriptions';
import { freshDatabase } from './database';
import { SeededMarket } from './seeded-market';
import { must } from './settlement-engine';
import { YearBooks } from './year-books';
import { publishYearCatalogue } from './year-catalogue';

const BEGINS = '2026-10-01T00:00:00+08:00';
const MOST = 100;
/** `2026-10` and `15` give noon of the 15th; days beyond the month are of the next one. */
export const noon = (month: string, day: number): string =>
  new Date(monthBounds('Asia/Shanghai', month).start + (day - 0.5) * MS_PER_DAY).toISOString();

/** Twelve months of a small market: what is used, billed, shared and paid, a month at a time. */
export class YearOfSettlement {
  readonly books: YearBooks;
  /** What parties owe, below zero. */
  private readonly carriedFen = new Map<string, bigint>();

  private constructor(readonly market: SeededMarket) {
    this.books = new YearBooks(market, Date.parse(BEGINS));
  }

  static async open(): Promise<YearOfSettlement> {
    const market = await SeededMarket.at(await freshDatabase(), BEGINS);
    await publishYearCatalogue(market);
    const story = new YearOfSettlement(market);
    await story.join('wang', BEGINS, ['base']);
    await story.take('wang', 'monthly', BEGINS, 'shop');
    await story.join('li', BEGINS, ['base']);
    await story.join('works', BEGINS, ['base', 'promise']);
    return story;
  }

  async join(account: string, startsAt: string, plans: readonly string[]): Promise<void> {
    await this.market.openAccount(account, 'consumer');
    for (const plan of plans) await this.take(account, plan, startsAt);
  }

  async take(account: string, plan: string, startsAt: string, channel?: string): Promise<void> {
    const order = { account, plan, startsAt: Date.parse(startsAt) };
    must(await this.engine.get(OrderPlan).run(channel === undefined ? order : { ...order, channel }));
  }

  /** `id | account | month-day | model@owner | tokens`: posted on the last of their days, or at `reported`. */
  async use(table: string, reported?: number): Promise<string> {
    const calls = rowsOf(table).map(([id, account, day, served = '', tokens = '']) => {
      const [model = '', computeOwner] = served.split('@');
      const input = Number(tokens.replaceAll('_', ''));
      const at = `${day}T11:00:00+08:00`;
      const call = { id, account, at, model, vendor: model.slice(0, -2), computeOwner, chipKind: 'any' };
      return { ...call, tokens: { input } };
    });
    const last = calls
      .map(({ at }) => at)
      .sort()
      .at(-1) as string;
    this.market.engine.clock.moveTo(reported ?? Date.parse(last.replace('T11', 'T12')));
    const outcomes = await this.market.post(...calls);
    return [...new Set(outcomes.map(({ status }) => status))].join(' ');
  }

  /** The next cycles begin, the lateness window passes, and what is due is booked. */
  async end(month: string): Promise<void> {
    await this.market.endMonth(month);
    await this.engine.get(RenewDue).run(this.engine.clock.now());
  }

  /** Calculated, signed and issued on the 5th of the next month. */
  async settle(month: string): Promise<void> {
    this.moveTo(month, 5);
    await this.market.settle(month);
  }

  /** Noon of a day of the next month. */
  moveTo(month: string, day: number): void {
    this.market.moveTo(noon(month, daysOf(month) + day));
  }

  /** Each party says that its statement is right, but for those that dispute it. */
  async confirm(month: string): Promise<void> {
    for (const { runId, party, currency, state } of await this.books.statements(month)) {
      if (state !== 'issued' || party === 'operator') continue;
      must(await this.engine.get(ConfirmStatement).run({ runId, party, currency, by: party }));
    }
  }

  /** What began before the 4th of the next month is billed on its 7th: the documents, as `number account gross`. */
  async bill(month: string, day = 7): Promise<string[]> {
    this.moveTo(month, day);
    const cutOff = monthBounds('Asia/Shanghai', month).end + 3 * MS_PER_DAY;
    const { id: runId } = must(await this.engine.get(RequestBillRun).run({ cutOff, by: 'maker' }));
    must(await this.engine.get(CalculateBillRun).run(runId));
    must(await this.engine.get(FinaliseBillRun).run({ runId, by: 'checker' }));
    const page = { runId, sort: 'number', limit: MOST } as const;
    const { items } = await this.engine.get(ListInvoices).run(page);
    return items.map(({ number, payer, grossFen }) => `${number} ${payer.code} ${formatFen(grossFen)}`);
  }

  /** Each account pays what it owes on the 10th of the next month, but for those that pay later. */
  async customersPay(month: string, later: readonly string[] = []): Promise<void> {
    this.moveTo(month, 10);
    for (const account of ['wang', 'li', 'works', 'zhao'].filter((one) => !later.includes(one))) {
      const receivable = await this.engine.get(ReadReceivable).run(account);
      const owed = receivable?.balances[0]?.owed ?? 0n;
      if (owed <= 0n) continue;
      const amountFen = owed / 10_000_000_000n;
      const told = { currency: 'CNY', amountFen, at: this.engine.clock.now(), invoice: null } as const;
      const paid = { ...told, account, method: 'bank_transfer', by: 'finance' } as const;
      must(await this.engine.get(ReceivePayment).run({ ...paid, reference: `${month} ${account}` }));
    }
  }

  /**
   * On the 15th of the next month: invoiced by each party, approved by another person, paid. What a party owes waits for
   * its next statement, and is taken off there.
   */
  async payPartners(month: string): Promise<void> {
    this.moveTo(month, 15);
    for (const statement of await this.books.statements(month)) {
      const { party, payableFen } = statement;
      if (party === 'operator') continue;
      const amountFen = payableFen + (this.carriedFen.get(party) ?? 0n);
      this.carriedFen.set(party, amountFen > 0n ? 0n : amountFen);
      const invoiced = await this.invoice(statement, amountFen);
      if (amountFen > 0n) must(invoiced);
      else if (invoiced.ok || invoiced.refusal.code !== 'carried') throw new Error(`${party} is not carried`);
      if (amountFen > 0n) await this.pay(statement, amountFen);
    }
  }

  private invoice({ runId, party, currency, month }: Statement, amountFen: bigint) {
    const invoice = { number: `${party} ${month}`, date: this.today() };
    const wanted = { runId, party, currency, preview: false, by: 'finance', invoice, amountFen };
    return this.engine.get(RecordInvoice).run(wanted);
  }

  private async pay({ runId, party, currency, month }: Statement, amountFen: bigint): Promise<void> {
    const statement = { runId, party, currency, preview: false };
    must(await this.engine.get(ApprovePayment).run({ ...statement, by: 'checker' }));
    const payment = { number: `paid ${party} ${month}`, date: this.today() };
    must(await this.engine.get(RecordPayment).run({ ...statement, by: 'finance', payment, amountFen }));
  }

  private today(): string {
    return new Date(this.engine.clock.now()).toISOString().slice(0, 10);
  }

  get engine() {
    return this.market.engine;
  }
}

const daysOf = (month: string): number => {
  const { start, end } = monthBounds('Asia/Shanghai', month);
  return (end - start) / MS_PER_DAY;
};

const rowsOf = (table: string): string[][] =>
  table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
