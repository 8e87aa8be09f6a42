import { parseFen } from '@ciyuan/core/kernel';
import {
  MakePhoneBillFile,
  ReadPhoneBillFile,
  ReadReceivable,
  ReceiveFeedback,
  ReversePayment,
  SetCollection,
  type CollectionToSet,
  type FeedbackReceived,
} from '@ciyuan/modules/billing';
import { formatYuan } from '@ciyuan/core/kernel';
import { BilledMarket } from './billed-market';
import { must } from './settlement-engine';

/** The billed market, of which all accounts but one pay with their phone bills. */
export class PhoneBilledMarket {
  private constructor(readonly story: BilledMarket) {}

  static async open(): Promise<PhoneBilledMarket> {
    const market = new PhoneBilledMarket(await BilledMarket.open());
    for (const account of ['lone', 'north', 'plain']) must(await market.collect(account));
    return market;
  }

  get engine() {
    return this.story.market.engine;
  }

  collect(account: string, more: Partial<CollectionToSet> = {}) {
    const byPhone = { method: 'phone_bill', billingId: `B-${account}`, phoneNumber: '021-100' } as const;
    return this.engine.get(SetCollection).run({ ...byPhone, account, by: 'maker', ...more });
  }

  /** How many lines the next file has, or why there is none. */
  async hand(cutOff: string, currency = 'CNY'): Promise<string> {
    const made = await this.engine
      .get(MakePhoneBillFile)
      .run({ cutOff: Date.parse(cutOff), currency, by: 'finance' });
    return made.ok ? `${made.value.sequence}: ${made.value.lineCount}` : made.refusal.code;
  }

  /** The records of a file. */
  async records(sequence: number): Promise<string[]> {
    const found = await this.engine.get(ReadPhoneBillFile).run(sequence);
    return (found?.content ?? '').trimEnd().split('\n');
  }

  receive(text: string) {
    return this.engine.get(ReceiveFeedback).run({ bytes: Buffer.from(text), by: 'finance' });
  }

  /** Places of its faults, or a refusal as a whole. */
  async refusals(text: string): Promise<string[]> {
    const received = await this.receive(text);
    if (received.ok) return [];
    const { refusal } = received;
    if (refusal.code !== 'invalid_file') return [refusal.code];
    return refusal.faults.map(({ path, code }) => `${path} ${code}`);
  }

  async reverse(account: string, number: number): Promise<void> {
    must(await this.engine.get(ReversePayment).run({ account, number, reason: 'taken back', by: 'finance' }));
  }

  async owed(account: string): Promise<string> {
    const found = await this.engine.get(ReadReceivable).run(account);
    return formatYuan(found?.balances[0]?.owed ?? 0n);
  }

  /** Two months are billed and handed over, one document is credited, another void; then the carrier answers. */
  async tell(): Promise<FeedbackReceived> {
    await this.story.tellTwoMonths();
    await this.hand('2026-12-01T00:00:00+08:00');
    this.story.moveTo('2026-12-08T00:00:00+08:00');
    await this.story.credited('2026-CNY-000003', 1, 100n);
    await this.story.voided('2026-CNY-000001');
    this.story.moveTo('2026-12-09T00:00:00+08:00');
    await this.hand('2026-12-09T00:00:00+08:00');
    return must(await this.receive(feedback(41, ANSWERS)));
  }

  stop(): Promise<void> {
    return this.story.stop();
  }
}

export const ANSWERS = [
  'north,2026-CNY-000003,partly,15.00,2026-12-07,',
  'plain,2026-CNY-000002,failed,1.30,2026-12-07,no credit',
  'north,2026-CNY-000005,collected,9.90,2026-12-08,',
  'lone,2026-CNY-000004,bad_debt,100.00,2026-12-08,number ended',
];

/** A carrier's file of these lines, with what they come to unless something else is said. */
export function feedback(
  sequence: number,
  lines: readonly string[],
  { count = lines.length, sum = sumOf(lines), currency = 'CNY' } = {},
): string {
  const details = lines.map((line, index) => `D,${index + 1},${line}\n`).join('');
  return `H,ciyuan-phone-bill-feedback-1,carrier,${sequence},${currency}\n${details}T,${count},${sum}\n`;
}

function sumOf(lines: readonly string[]): string {
  const fen = lines.reduce((all, line) => all + parseFen(line.split(',')[3] ?? '0'), 0n);
  return `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
}
