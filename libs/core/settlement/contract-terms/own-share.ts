import type { Fen } from '../../kernel';
import type { StatementLine, StatementLineKind } from '../settlement-plan';
import { partyKey, type PartyLines } from '../statement-lines';

const SPLIT: readonly StatementLineKind[] = ['share', 'guarantee', 'conversion'];
const RESTATED: readonly StatementLineKind[] = [...SPLIT, 'adjustment'];

/** What a party has by the splits of its own month, all rules together, and what of them came from other currencies. */
export const ownShare = (
  statements: ReadonlyMap<string, PartyLines>,
  { party, currency }: Pick<PartyLines, 'party' | 'currency'>,
  month: string,
): Fen =>
  sumOf(
    statements,
    partyKey(party, currency),
    (line) => SPLIT.includes(line.lineKind) && line.originMonth === month,
  );

/** What the month states for all months of a period, adjustments included. */
export const shareOfPeriod = (
  statements: ReadonlyMap<string, PartyLines>,
  { party, currency }: Pick<PartyLines, 'party' | 'currency'>,
  from: string,
  last: string,
): Fen =>
  sumOf(
    statements,
    partyKey(party, currency),
    ({ lineKind, originMonth }) => RESTATED.includes(lineKind) && from <= originMonth && originMonth <= last,
  );

function sumOf(
  statements: ReadonlyMap<string, PartyLines>,
  key: string,
  counts: (line: StatementLine) => boolean,
): Fen {
  const lines = statements.get(key)?.lines ?? [];
  return lines.filter(counts).reduce((total, line) => total + line.shareFen, 0n);
}
