import { Injectable } from '@nestjs/common';
import {
  ListAdjustments,
  ListAskedCorrections,
  ListBillRuns,
  ReadAdjustment,
  type AccountAdjustment,
  type AskedCorrection,
} from '@ciyuan/modules/billing';
import { formatInstant } from '@ciyuan/core/kernel';
import {
  MOST_OF_A_KIND,
  NOTHING_SAID,
  waitingOf,
  type Approval,
  type Waiting,
  type WaitingReaders,
} from './approval';

/** What customers are to be billed, and what is to be taken back or given to them. */
@Injectable()
export class WaitingBills {
  constructor(
    private readonly listBillRuns: ListBillRuns,
    private readonly listCorrections: ListAskedCorrections,
    private readonly listAdjustments: ListAdjustments,
    private readonly readAdjustment: ReadAdjustment,
  ) {}

  readonly readers: WaitingReaders = {
    bill_run: () => this.billRuns(),
    invoice_void: () => this.corrections('void'),
    credit_note: () => this.corrections('credit_note'),
    adjustment: () => this.adjustments(),
  };

  private async billRuns(): Promise<Waiting> {
    const place = { sort: 'createdAt', limit: MOST_OF_A_KIND } as const;
    const { items, next } = await this.listBillRuns.run({ ...place, state: 'draft' });
    return waitingOf(items, next !== null, ({ id, cutOff, createdBy, createdAt }) => ({
      ...NOTHING_SAID,
      kind: 'bill_run',
      title: `${id} ${formatInstant(cutOff)}`,
      path: `/v1/bill-runs/${id}`,
      decisionPath: `/v1/bill-runs/${id}/finalise`,
      askedBy: createdBy,
      askedAt: createdAt,
    }));
  }

  private async corrections(kind: AskedCorrection['kind']): Promise<Waiting> {
    const asked = await this.listCorrections.run(kind, MOST_OF_A_KIND + 1);
    return waitingOf(asked.slice(0, MOST_OF_A_KIND), asked.length > MOST_OF_A_KIND, correctionToApprove);
  }

  private async adjustments(): Promise<Waiting> {
    const place = { sort: 'requestedAt', limit: MOST_OF_A_KIND } as const;
    const { items, next } = await this.listAdjustments.run({ ...place, state: 'requested' });
    const asked: Approval[] = [];
    for (const one of items) asked.push(adjustmentToSign(one, await this.signersOf(one)));
    return { items: asked, isMore: next !== null };
  }

  /** Nobody has signed where asking is all that was done. */
  private async signersOf({ account, number, events }: AccountAdjustment): Promise<string[]> {
    if (events <= 1) return [];
    const read = await this.readAdjustment.run({ account, number });
    return (read?.events ?? []).filter(({ kind }) => kind === 'approved').map(({ by }) => by);
  }
}

const correctionToApprove = (one: AskedCorrection): Approval => ({
  kind: one.kind === 'void' ? 'invoice_void' : 'credit_note',
  title: one.creditNoteId === null ? one.number : `${one.number} ${one.creditNoteId}`,
  path: `/v1/invoices/${one.number}`,
  decisionPath: `/v1/invoices/${one.number}/${one.creditNoteId === null ? 'void' : `credit-notes/${one.creditNoteId}`}/approve`,
  askedBy: one.requestedBy,
  askedAt: one.requestedAt,
  signedBy: [],
  reason: one.reason,
  amount: { currency: one.currency, fen: one.grossFen },
});

const adjustmentToSign = (one: AccountAdjustment, signedBy: readonly string[]): Approval => ({
  kind: 'adjustment',
  title: `${one.kind} ${one.account} ${one.number}`,
  path: `/v1/accounts/${encodeURIComponent(one.account)}/adjustments/${one.number}`,
  decisionPath: `/v1/accounts/${encodeURIComponent(one.account)}/adjustments/${one.number}/approval`,
  askedBy: one.requestedBy,
  askedAt: one.requestedAt,
  signedBy,
  reason: one.reason,
  amount: { currency: one.currency, fen: one.grossFen },
});
