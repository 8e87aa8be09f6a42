import { parseFen } from '@ciyuan/core/kernel';
import { PublishDocument, type Publication } from '@ciyuan/modules/catalogue';
import {
  ApprovePayment,
  ConfirmStatement,
  ConfirmUnanswered,
  ReadStatementLife,
  RecordInvoice,
  RecordPayment,
  type StepTaken,
} from '@ciyuan/modules/settlement';
import type { Result } from '@ciyuan/core/kernel';
import { must } from './settlement-engine';
import { calls } from './seeded-calls';
import { SeededMarket } from './seeded-market';

const OCTOBER_BEGINS = '2026-10-01T00:00:00+08:00';

export interface Terms {
  readonly disputeDays?: number;
  readonly minimum?: string;
  readonly paymentDays?: number;
  readonly effectiveFrom?: string;
}

/** October and November of the late-usage story, and what becomes of their statements. */
export class PaidStatements {
  private readonly runs = new Map<string, number>();

  private constructor(readonly market: SeededMarket) {}

  static async open(): Promise<PaidStatements> {
    const market = await SeededMarket.open(OCTOBER_BEGINS);
    await market.openAccount('wang', 'consumer');
    await market.order('wang', 'payg-standard');
    await market.order('wang', 'personal-10m');
    return new PaidStatements(market);
  }

  /** Another version of the party's contract, from now on where no instant is named; its number, or the refusal. */
  async agree(party: string, { effectiveFrom, ...terms }: Terms): Promise<string> {
    const from = effectiveFrom === undefined ? this.market.engine.clock.now() : Date.parse(effectiveFrom);
    const published = await this.market.engine
      .get(PublishDocument)
      .run({ kind: 'contract', body: contract(party, terms), effectiveFrom: from, by: 'finance' });
    if (published.ok) return `version ${published.value.document.version}`;
    const { code, faults } = published.refusal;
    return [code, ...faults.map((fault) => `${fault.path} ${fault.code}`)].join(': ');
  }

  /** Ends October with what came in time, and issues it. */
  async issueOctober(): Promise<void> {
    this.market.moveTo('2026-10-31T22:00:00+08:00');
    await this.market.post(...calls(IN_TIME));
    await this.issue('2026-10');
  }

  /** Ends November with what was late for October, and issues it. */
  async issueNovember(): Promise<void> {
    await this.market.post(...calls(LATE));
    await this.market.post(...calls(OF_NOVEMBER));
    await this.issue('2026-11');
  }

  confirmUnanswered(now: string): Promise<number> {
    this.market.moveTo(now);
    return this.market.engine.get(ConfirmUnanswered).run(this.market.engine.clock.now());
  }

  async confirm(month: string, party: string, by = party, note?: string): Promise<string> {
    const said = note === undefined ? {} : { note };
    return told(
      await this.market.engine.get(ConfirmStatement).run({ ...this.id(month, party), by, ...said }),
    );
  }

  async invoice(
    month: string,
    party: string,
    text: string,
    by = 'finance',
    preview = false,
  ): Promise<string> {
    const [number = '', date = '', amount = ''] = text.split(' ');
    const wanted = { by, invoice: { number, date }, amountFen: parseFen(amount), preview };
    return told(await this.market.engine.get(RecordInvoice).run({ ...this.id(month, party), ...wanted }));
  }

  async approve(month: string, party: string, by: string, preview = false): Promise<string> {
    return told(await this.market.engine.get(ApprovePayment).run({ ...this.id(month, party), by, preview }));
  }

  async pay(month: string, party: string, text: string, preview = false): Promise<string> {
    const [number = '', date = '', amount = ''] = text.split(' ');
    const wanted = { by: 'finance', payment: { number, date }, amountFen: parseFen(amount), preview };
    return told(await this.market.engine.get(RecordPayment).run({ ...this.id(month, party), ...wanted }));
  }

  /** State, when it counts as confirmed, when it is to be paid, and each event with who and what. */
  async life(month: string, party: string): Promise<string> {
    const life = await this.market.engine.get(ReadStatementLife).run(this.id(month, party));
    if (life === undefined) return 'none';
    const events = life.events.map((one) =>
      [one.state, 'by', one.by, one.document?.number, one.payee].filter(Boolean).join(' '),
    );
    return [life.statement.state, `due ${life.paymentDueOn ?? 'never'}`, ...events].join('; ');
  }

  private async issue(month: string): Promise<void> {
    await this.market.endMonth(month);
    this.runs.set(month, must({ ok: true, value: await this.market.settle(month) }).id);
  }

  id(month: string, party: string) {
    return { runId: this.runs.get(month) ?? 0, party, currency: 'CNY' };
  }
}

const contract = (
  partner: string,
  { minimum = '0', disputeDays = 10, paymentDays = 30 }: Terms,
): Publication['body'] => ({
  partner,
  validity: { from: '2026-01-01' },
  settlement: {
    legalEntity: `${partner} Ltd`,
    bankAccount: '6222 0001',
    basis: 'recognised',
    minimumPayout: minimum,
    disputeDays,
    paymentDays,
  },
});

/** `paid 1.33 of 2026-10 2026-11`, or the refusal. */
function told(taken: Result<StepTaken, { readonly code: string }>): string {
  if (!taken.ok) {
    const said = JSON.stringify(taken.refusal, (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    return said.replace(/[{}"]/g, '');
  }
  const { told: step, statements, applied } = taken.value;
  const amount = step.amountFen === null ? '' : ` ${(Number(step.amountFen) / 100).toFixed(2)}`;
  const months = statements.map(({ month }) => month).join(' ');
  return `${applied ? '' : 'would be '}${step.state}${amount} of ${months}`;
}

const IN_TIME = `
  a1 | wang | 2026-10-10T11:00:00 | telechat-2-115b | ascend-910c | input 1_000_000, output 500_000
  a2 | wang | 2026-10-20T11:00:00 | deepseek-v3.2 | hygon-dcu | input 2_000_000, output 1_000_000`;
const LATE = `
  b1 | wang | 2026-10-30T11:00:00 | deepseek-v3.2 | hygon-dcu | input 1_500_000, output 500_000
  b2 | wang | 2026-10-31T12:00:00 | kimi-k2 | mlu-590 | input 200_000, output 100_000`;
const OF_NOVEMBER = 'c1 | wang | 2026-11-12T11:00:00 | telechat-2-115b | ascend-910c | input 500_000';
