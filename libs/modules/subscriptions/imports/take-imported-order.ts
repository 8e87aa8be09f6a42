import { Injectable } from '@nestjs/common';
import { Clock } from '@ciyuan/platform/clock';
import { Database, isDataError } from '@ciyuan/platform/database';
import { OrderPlan } from '../order-plan';
import { DecidedMeanwhile } from './decided-meanwhile';
import { ImportedOrdersStore } from './imported-orders.store';
import type { ImportedOrder, OrderOutcome } from './order-import';

const REUSED = { outcome: 'refused', code: 'order_id_reused' } as const;
const DATA_ERROR = {
  outcome: 'refused',
  code: 'data_error',
  detail: 'a value that cannot be stored',
} as const;

/**
 * Orders what one row of a file asks for. The order and the word that it was taken are committed together, so that
 * whoever comes again, or at the same time, takes nothing.
 */
@Injectable()
export class TakeImportedOrder {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly orderPlan: OrderPlan,
    private readonly orders: ImportedOrdersStore,
  ) {}

  async run(order: ImportedOrder, preview: boolean): Promise<void> {
    if (await this.wasKnown(order)) return;
    try {
      const refused = await this.take(order, preview);
      if (refused !== undefined) await this.decide(order, refused);
    } catch (error) {
      if (error instanceof DecidedMeanwhile || (await this.wasKnown(order))) return;
      if (!isDataError(error)) throw error;
      await this.decide(order, DATA_ERROR);
    }
  }

  /** Undefined where it was taken, and that is written already. */
  private async take(order: ImportedOrder, preview: boolean): Promise<OrderOutcome | undefined> {
    const { account, plan, startsAt, channel } = order;
    const wanted = { account, plan, startsAt, preview, ...(channel !== undefined && { channel }) };
    const answer = await this.orderPlan.run(wanted, async (tx, { accountId, subscriptionId, bookedAt }) => {
      const taken = { outcome: 'taken' as const, accountId, subscriptionId };
      if (!(await this.orders.decide(tx, order, taken, bookedAt))) throw new DecidedMeanwhile();
    });
    if (!answer.ok) return { outcome: 'refused', ...answer.refusal };
    return preview ? { outcome: 'would_be_taken' } : undefined;
  }

  /** Whether an order of this id was taken out of this file or another; then the row says so. */
  private async wasKnown(order: ImportedOrder): Promise<boolean> {
    const taken = await this.database.transaction((tx) => this.orders.takenById(tx, order.orderId));
    if (taken?.decided?.outcome !== 'taken') return false;
    await this.decide(
      order,
      isSame(taken, order)
        ? { ...taken.decided, outcome: 'known' }
        : { ...REUSED, detail: `taken as line ${taken.line} of import ${taken.importId}` },
    );
    return true;
  }

  private async decide(order: ImportedOrder, outcome: OrderOutcome): Promise<void> {
    const at = this.clock.now();
    await this.database.retrying((tx) => this.orders.decide(tx, order, outcome, at));
  }
}

const isSame = (one: ImportedOrder, other: ImportedOrder): boolean =>
  one.account === other.account &&
  one.plan === other.plan &&
  one.startsAt === other.startsAt &&
  one.channel === other.channel;
