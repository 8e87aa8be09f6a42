import { Injectable } from '@nestjs/common';
import { ok, type Instant, type Result } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import { ReceivableStore } from '../payments/receivable.store';
import type {
  AccountAdjustment,
  Actor,
  AdjustmentDetails,
  AdjustmentEvent,
  AdjustmentEventKind,
  AdjustmentTerms,
} from './account-adjustment';
import { AdjustmentEventsStore } from './adjustment-events.store';
import { AdjustmentsStore } from './adjustments.store';
import { checkMoney, type MoneyRefusal } from './check-money';
import { PostAdjustment } from './post-adjustment';

export interface Signature extends Actor {
  readonly kind: Exclude<AdjustmentEventKind, 'posted'>;
  readonly at: Instant;
  readonly note: string | null;
}

/** Adds one event to an adjustment whose account is locked; with the last signature that is needed it is posted. */
@Injectable()
export class TakeSignature {
  constructor(
    private readonly adjustments: AdjustmentsStore,
    private readonly events: AdjustmentEventsStore,
    private readonly receivable: ReceivableStore,
    private readonly postAdjustment: PostAdjustment,
  ) {}

  async run(
    tx: Tx,
    adjustment: AccountAdjustment,
    signature: Signature,
  ): Promise<Result<AdjustmentDetails, MoneyRefusal>> {
    const told = await this.events.ofAdjustment(tx, adjustment);
    const add = async (event: Omit<AdjustmentEvent, 'number'>): Promise<void> => {
      const numbered = { ...event, number: told.length + 1 };
      await this.events.add(tx, adjustment, numbered);
      told.push(numbered);
    };
    const { kind } = signature;
    await add({ ...signature, batchId: null });
    const signed = told.filter((event) => event.kind === 'approved').length;
    const isDecided = (kind === 'requested' || kind === 'approved') && signed === adjustment.approvals;
    if (isDecided) {
      const allowed = await this.check(tx, adjustment);
      if (!allowed.ok) return allowed;
      const { at, by, role } = signature;
      const batchId = await this.postAdjustment.run(tx, adjustment, at);
      await add({ kind: 'posted', at, by, role, note: null, batchId });
    }
    const state = isDecided ? 'posted' : kind === 'approved' ? 'requested' : kind;
    await this.adjustments.move(tx, adjustment, state, told.length);
    return ok({ adjustment: { ...adjustment, state, events: told.length }, events: told });
  }

  private async check(tx: Tx, terms: AdjustmentTerms): Promise<Result<null, MoneyRefusal>> {
    return checkMoney(terms, () => this.receivable.moneyOf(tx, terms.accountId, terms.currency));
  }
}
