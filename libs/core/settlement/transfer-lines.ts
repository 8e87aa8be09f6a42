import type { Fen } from '../kernel';
import type { PartyTransfer } from './party-transfer';
import type { StatementLine } from './settlement-plan';
import { NOTHING, statementOf, type PartyLines } from './statement-lines';

/** A line for the party, and one for the operator that takes the same off: the sum over parties stays what it was. */
export function addTransfers(
  statements: Map<string, PartyLines>,
  transfers: readonly PartyTransfer[],
  operator: string,
): void {
  for (const transfer of [...transfers].sort(inOrder)) {
    const { party, currency, shareFen } = transfer;
    if (party === operator) throw new Error(`${transfer.kind} ${transfer.reference} moves nothing`);
    statementOf(statements, party, currency).lines.push(lineOf(transfer, operator, shareFen));
    statementOf(statements, operator, currency).lines.push(lineOf(transfer, party, -shareFen));
  }
}

const lineOf = (
  { kind, originMonth, reference }: PartyTransfer,
  counterparty: string,
  shareFen: Fen,
): StatementLine => ({
  lineKind: kind,
  originMonth,
  splitRuleVersionId: null,
  key: null,
  ...NOTHING,
  shareFen,
  counterparty,
  reference,
});

const orderOf = ({ originMonth, kind, reference }: PartyTransfer): string =>
  JSON.stringify([originMonth, kind, reference]);

function inOrder(a: PartyTransfer, b: PartyTransfer): number {
  const [x, y] = [orderOf(a), orderOf(b)];
  return x === y ? 0 : x < y ? -1 : 1;
}
