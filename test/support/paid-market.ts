import { formatFen, formatYuan, parseFen } from '@ciyuan/core/kernel';
import { AllocatePayment, ReadReceivable, ReceivePayment, ReversePayment } from '@ciyuan/modules/billing';
import { BilledMarket } from './billed-market';
import { must } from './settlement-engine';

const PAID_AT = Date.parse('2026-12-01T00:00:00+08:00');

/** The billed market, where north owes 20.80 of one document and 9.90 of a later one, of which nothing is paid. */
export class PaidMarket {
  private payments = 0;

  private constructor(readonly story: BilledMarket) {}

  static async open(): Promise<PaidMarket> {
    const market = new PaidMarket(await BilledMarket.open());
    await market.story.tellTwoMonths();
    return market;
  }

  get engine() {
    return this.story.market.engine;
  }

  /** Its number. */
  async pay(amount: string, invoice: string | null = null): Promise<number> {
    const told = { currency: 'CNY', amountFen: parseFen(amount), at: PAID_AT, invoice } as const;
    const reference = `P-${(this.payments += 1)}`;
    const wanted = { ...told, reference, account: 'north', method: 'bank_transfer', by: 'finance' } as const;
    return must(await this.engine.get(ReceivePayment).run(wanted)).payment.number;
  }

  async bounce(number: number): Promise<void> {
    const wanted = { account: 'north', number, reason: 'bounced', by: 'finance' };
    must(await this.engine.get(ReversePayment).run(wanted));
  }

  async allocate(number: number, invoice: string | null = null): Promise<string> {
    const wanted = { account: 'north', number, invoice, by: 'finance' };
    const done = await this.engine.get(AllocatePayment).run(wanted);
    if (!done.ok) return done.refusal.code;
    const parts = done.value.allocations.map(
      ({ document, amountFen }) => `${document} ${formatFen(amountFen)}`,
    );
    return [...parts, `left ${formatFen(done.value.leftFen)}`].join(', ');
  }

  async read() {
    const found = await this.engine.get(ReadReceivable).run('north');
    if (found === undefined) throw new Error('there is no north');
    return found;
  }

  /** Open documents, what is put to none, and what the ledger says is owed. */
  async told(): Promise<string[]> {
    const { documents, unallocatedFen, balances } = await this.read();
    return [
      ...documents.map((one) => `${one.document} ${formatFen(one.openFen)} of ${formatFen(one.grossFen)}`),
      `unallocated ${formatFen(unallocatedFen)}`,
      `owed ${formatYuan(balances[0]?.owed ?? 0n)}`,
    ];
  }

  stop(): Promise<void> {
    return this.story.stop();
  }
}
