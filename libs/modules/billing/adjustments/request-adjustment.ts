import { Injectable } from '@nestjs/common';
import { adjustedAmount } from '@ciyuan/core/billing';
import type { Account, AdjustmentKind } from '@ciyuan/core/catalogue';
import { ok, refuse, type Fen, type Instant, type Result } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import { LockAccount } from '../lock-account';
import { ReceivableStore } from '../payments/receivable.store';
import { TryChange } from '../try-change';
import type { Actor, AdjustmentDetails, AdjustmentTerms } from './account-adjustment';
import { AdjustmentsStore } from './adjustments.store';
import type { RequestRefusal } from './adjustment-refusal';
import { checkMoney } from './check-money';
import { FindLimits } from './find-limits';
import { TakeSignature } from './take-signature';

export interface AdjustmentToRequest extends Actor {
  readonly account: string;
  readonly kind: AdjustmentKind;
  /** In the account's currency, VAT included; above 0. */
  readonly grossFen: Fen;
  /** A fraction; the usual one where nothing is said. A refund has none. */
  readonly vatRate: string | undefined;
  readonly reason: string;
  readonly reference: string | null;
  readonly preview: boolean;
}

/** Asks that an account be credited, debited or paid back. What nobody else has to sign is posted at once. */
@Injectable()
export class RequestAdjustment {
  constructor(
    private readonly tryChange: TryChange,
    private readonly lockAccount: LockAccount,
    private readonly adjustments: AdjustmentsStore,
    private readonly receivable: ReceivableStore,
    private readonly findLimits: FindLimits,
    private readonly takeSignature: TakeSignature,
  ) {}

  run(wanted: AdjustmentToRequest): Promise<Result<AdjustmentDetails, RequestRefusal>> {
    return this.tryChange.run(wanted.preview, (tx, at) => this.request(tx, wanted, at));
  }

  private async request(
    tx: Tx,
    wanted: AdjustmentToRequest,
    at: Instant,
  ): Promise<Result<AdjustmentDetails, RequestRefusal>> {
    const account = await this.lockAccount.run(tx, wanted.account);
    if (account === undefined) return refuse({ code: 'unknown_account' });
    const allowed = await checkMoney(wanted, () => this.receivable.moneyOf(tx, account.id, account.currency));
    if (!allowed.ok) return allowed;
    const terms = await this.termsOf(tx, account, wanted, at);
    await this.adjustments.add(tx, terms);
    const adjustment = { ...terms, account: account.code, state: 'requested', events: 0 } as const;
    const { by, role } = wanted;
    const taken = await this.takeSignature.run(tx, adjustment, {
      kind: 'requested',
      by,
      role,
      at,
      note: null,
    });
    return taken.ok ? ok(taken.value) : taken;
  }

  private async termsOf(
    tx: Tx,
    { id: accountId, currency }: Account,
    { kind, grossFen, vatRate, reason, reference, by }: AdjustmentToRequest,
    at: Instant,
  ): Promise<AdjustmentTerms> {
    const limits = await this.findLimits.run(tx, { kind, grossFen, currency }, { at });
    return {
      ...adjustedAmount(kind, grossFen, vatRate),
      accountId,
      number: await this.adjustments.nextNumber(tx, accountId),
      currency,
      reason,
      reference,
      approvals: limits.approvals,
      limitsVersionId: limits.versionId,
      requestedAt: at,
      requestedBy: by,
    };
  }
}
