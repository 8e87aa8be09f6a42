import { parseFen, type Result } from '@ciyuan/core/kernel';
import {
  AddEvidence,
  DecideDisputeLine,
  ListDisputes,
  OpenDispute,
  ProposeDecision,
  WithdrawDisputeLine,
  type Dispute,
} from '@ciyuan/modules/settlement';
import { PaidStatements } from './paid-statements';

const MOST_DISPUTES = 100;

/** `month party line claimed reason`; `all` for the statement as a whole. */
export type ClaimText = string;

/** Statements that are issued and paid, and what their parties say against them. */
export class DisputedStatements {
  private constructor(readonly paid: PaidStatements) {}

  static async open(): Promise<DisputedStatements> {
    return new DisputedStatements(await PaidStatements.open());
  }

  async dispute(claim: ClaimText, by?: string, note?: string): Promise<string> {
    const [month = '', party = '', line = '', claimed = '', reason = 'quantity'] = claim.split(' ');
    return told(
      await this.engine.get(OpenDispute).run({
        ...this.paid.id(month, party),
        by: by ?? party,
        ...(note === undefined ? {} : { note }),
        lines: [
          {
            statementLine: line === 'all' ? null : Number(line),
            claimedFen: parseFen(claimed),
            reason: reason as 'quantity',
            detail: 'their own count',
            reconciliationDifferenceIds: [],
          },
        ],
      }),
    );
  }

  async prove(disputeId: number, content: string, by: string): Promise<string> {
    const file = { disputeId, name: 'count.csv', mediaType: 'text/csv', content: Buffer.from(content) };
    const added = await this.engine.get(AddEvidence).run({ ...file, by, toldTo: by });
    return added.ok ? `${added.value.number} ${added.value.sha256.slice(0, 8)}` : added.refusal.code;
  }

  /** `granted` in yuan, or `nothing`. */
  async propose(disputeId: number, granted: string, by: string): Promise<string> {
    const grantedFen = granted === 'nothing' ? null : parseFen(granted);
    const wanted = { disputeId, line: 1, by, grantedFen, reason: 'as counted' };
    return told(await this.engine.get(ProposeDecision).run(wanted));
  }

  async decide(disputeId: number, by: string, agreed = true): Promise<string> {
    const wanted = { disputeId, line: 1, by, agreed, reason: 'looked at' };
    return told(await this.engine.get(DecideDisputeLine).run(wanted));
  }

  async withdraw(disputeId: number, by: string): Promise<string> {
    return told(
      await this.engine.get(WithdrawDisputeLine).run({ disputeId, line: 1, by, reason: 'found', toldTo: by }),
    );
  }

  async overdue(): Promise<readonly string[]> {
    const page = { overdue: true, sort: 'openedAt', limit: MOST_DISPUTES } as const;
    return (await this.engine.get(ListDisputes).run(page)).items.map(
      ({ party, dueOn }) => `${party} ${dueOn}`,
    );
  }

  private get engine() {
    return this.paid.market.engine;
  }
}

/** `1: open, due 2026-12-05`, or the refusal. */
function told(answer: Result<Dispute, { readonly code: string }>): string {
  if (!answer.ok) {
    const said = JSON.stringify(answer.refusal, (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    return said.replace(/[{}"]/g, '');
  }
  const { id, dueOn, lines } = answer.value;
  return `${id}: ${lines.map(({ state }) => state).join(' ')}, due ${dueOn}`;
}
