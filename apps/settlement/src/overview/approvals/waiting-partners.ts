import { Injectable } from '@nestjs/common';
import {
  ListClawbacks,
  ListDisputes,
  ListStatements,
  ReadStatementLife,
  type Dispute,
  type Statement,
} from '@ciyuan/modules/settlement';
import {
  MOST_OF_A_KIND,
  NOTHING_SAID,
  waitingOf,
  type Approval,
  type Waiting,
  type WaitingReaders,
} from './approval';

/** What partners are paid, what they dispute, and what is taken back from them. */
@Injectable()
export class WaitingPartners {
  constructor(
    private readonly listStatements: ListStatements,
    private readonly readLife: ReadStatementLife,
    private readonly listDisputes: ListDisputes,
    private readonly listClawbacks: ListClawbacks,
  ) {}

  readonly readers: WaitingReaders = {
    payment: () => this.payments(),
    dispute_line: () => this.disputeLines(),
    clawback: () => this.clawbacks(),
  };

  private async payments(): Promise<Waiting> {
    const place = { sort: 'month', limit: MOST_OF_A_KIND } as const;
    const { items, next } = await this.listStatements.run({ ...place, state: 'invoice_received' });
    const payments: Approval[] = [];
    for (const statement of items) payments.push(await this.payment(statement));
    return { items: payments, isMore: next !== null };
  }

  /** Whoever recorded the partner's invoice asked for it to be paid. */
  private async payment(statement: Statement): Promise<Approval> {
    const { runId, party, currency, month, payableFen } = statement;
    const invoiced = (await this.readLife.run(statement))?.events.at(-1);
    if (invoiced === undefined)
      throw new Error(`statement ${runId} of ${party} has an invoice, and no event`);
    const path = `/v1/statements/${runId}/${party}`;
    return {
      ...NOTHING_SAID,
      kind: 'payment',
      title: `${month} ${party} ${currency}`,
      path,
      decisionPath: `${path}/payment-approval`,
      askedBy: invoiced.by,
      askedAt: invoiced.at,
      amount: { currency, fen: payableFen },
    };
  }

  private async disputeLines(): Promise<Waiting> {
    const place = { sort: 'openedAt', limit: MOST_OF_A_KIND } as const;
    const { items, next } = await this.listDisputes.run({ ...place, state: 'proposed' });
    return { items: items.flatMap(proposedLines), isMore: next !== null };
  }

  private async clawbacks(): Promise<Waiting> {
    const asked = (await this.listClawbacks.run()).filter(({ decision }) => decision === null);
    return waitingOf(asked.slice(0, MOST_OF_A_KIND), asked.length > MOST_OF_A_KIND, (one) => ({
      ...NOTHING_SAID,
      kind: 'clawback',
      title: `${one.originMonth} ${one.party ?? one.currency}`,
      path: '/v1/clawbacks',
      decisionPath: `/v1/clawbacks/${one.id}/approve`,
      askedBy: one.requestedBy,
      askedAt: one.requestedAt,
      reason: one.reason,
      amount: { currency: one.currency, fen: one.revenueFen },
    }));
  }
}

function proposedLines({ id, currency, month, party, lines }: Dispute): Approval[] {
  return lines.flatMap(({ line, state, events }): Approval[] => {
    const proposal = events.at(-1);
    if (state !== 'proposed' || proposal === undefined) return [];
    return [
      {
        kind: 'dispute_line',
        title: `${month} ${party} ${id}.${line}`,
        path: `/v1/disputes/${id}`,
        decisionPath: `/v1/disputes/${id}/lines/${line}/decision`,
        askedBy: proposal.by,
        askedAt: proposal.at,
        signedBy: [],
        reason: proposal.reason,
        amount: proposal.grantedFen === null ? null : { currency, fen: proposal.grantedFen },
      },
    ];
  });
}
