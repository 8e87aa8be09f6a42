import { ListSuspense, RecycleSuspense } from '@ciyuan/modules/charging';
import type { WaivableCode } from '@ciyuan/core/settlement';
import {
  ApproveReopening,
  FreezeMonth,
  ReadMonth,
  RequestReopening,
  WaiveItem,
  WithdrawWaiver,
  type MonthEvent,
} from '@ciyuan/modules/settlement';
import { OrderPlan } from '@ciyuan/modules/subscriptions';
import type { Result } from '@ciyuan/core/kernel';
import { calls } from './seeded-calls';
import { SeededMarket } from './seeded-market';
import { must } from './settlement-engine';

type Told = Result<
  MonthEvent,
  { readonly code: string; readonly open?: readonly { readonly code: string; readonly count: number }[] }
>;

/** The market of the seeds, and what people do to its months, answered in a few words. */
export class ClosingMarket {
  private constructor(readonly market: SeededMarket) {}

  static async open(now: string): Promise<ClosingMarket> {
    const market = await SeededMarket.open(now);
    await market.openAccount('wang', 'consumer');
    await market.order('wang', 'payg-standard');
    await market.order('wang', 'personal-10m');
    return new ClosingMarket(market);
  }

  /** An account that is opened after its first usage came. */
  async openLate(account: string, startsAt: string): Promise<void> {
    await this.market.openAccount(account, 'consumer');
    const order = { account, plan: 'payg-standard', startsAt: Date.parse(startsAt) };
    must(await this.market.engine.get(OrderPlan).run(order));
  }

  async post(table: string): Promise<string> {
    return (await this.market.post(...calls(table))).map(({ status }) => status).join(' ');
  }

  /** How many were charged. */
  async recycle(): Promise<number> {
    const { engine } = this.market;
    const { items } = await engine.get(ListSuspense).run({ sort: 'openedAt', limit: 100 });
    return (await engine.get(RecycleSuspense).run(items.map(({ key }) => key))).charged;
  }

  freeze = async (month: string): Promise<string> =>
    told(await this.market.engine.get(FreezeMonth).run({ month, by: 'finance' }));

  waive = async (month: string, item: WaivableCode): Promise<string> =>
    told(await this.market.engine.get(WaiveItem).run({ month, item, reason: 'they are few', by: 'finance' }));

  withdraw = async (month: string, number: number): Promise<string> =>
    told(await this.market.engine.get(WithdrawWaiver).run({ month, number, by: 'finance' }));

  reopen = async (month: string, by: string): Promise<string> =>
    told(await this.market.engine.get(RequestReopening).run({ month, reason: 'a file was late', by }));

  approve = async (month: string, by: string): Promise<string> =>
    told(await this.market.engine.get(ApproveReopening).run({ month, by }));

  /** What was done to a month: number, kind and who. */
  async events(month: string): Promise<string> {
    const { events } = await this.market.engine.get(ReadMonth).run(month);
    return events.map(({ kind, by }) => `${kind} by ${by}`).join('; ');
  }

  /** Where the records whose ids are like the pattern were booked. */
  booked = async (idsLike: string): Promise<string> =>
    (await this.market.records(idsLike, 'record_id', 'accounting_month'))
      .map((one) => one.join(' '))
      .join(', ');
}

function told(result: Told): string {
  if (result.ok) return result.value.kind;
  const { code, open = [] } = result.refusal;
  return [code, ...open.map((item) => `${item.code} ${item.count}`)].join(', ');
}
