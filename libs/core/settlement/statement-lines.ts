import type { LineKey } from './rollup-line';
import type { Figures, StatementLine } from './settlement-plan';
import type { SharedSplit } from './share-month';

/** The lines of one party in one currency. */
export interface PartyLines {
  readonly party: string;
  readonly currency: string;
  readonly lines: StatementLine[];
}

/** What each party has of each line, by {@link partyKey}; splits in their order, a guarantee after its split's lines. */
export function statementLines(originMonth: string, splits: readonly SharedSplit[]): Map<string, PartyLines> {
  const statements = new Map<string, PartyLines>();
  for (const split of splits) {
    for (const { party, column } of split.result.shares) {
      if (column.length === 0) continue;
      const { lines } = statementOf(statements, party, split.currency);
      for (const { row, fen } of column) {
        const line = row === 'guarantee' ? undefined : split.lines[row];
        lines.push({
          lineKind: line === undefined ? 'guarantee' : 'share',
          originMonth,
          splitRuleVersionId: split.splitRuleVersionId,
          key: line?.key ?? (null as LineKey | null),
          records: line?.records ?? 0n,
          tokens: line?.tokens ?? 0n,
          gross: line?.gross ?? 0n,
          shareFen: fen,
          counterparty: null,
          reference: null,
        });
      }
    }
  }
  return statements;
}

export const partyKey = (party: string, currency: string): string => `${party} ${currency}`;

export function statementOf(
  statements: Map<string, PartyLines>,
  party: string,
  currency: string,
): PartyLines {
  const key = partyKey(party, currency);
  let found = statements.get(key);
  if (found === undefined) statements.set(key, (found = { party, currency, lines: [] }));
  return found;
}

export const NOTHING: Figures = { records: 0n, tokens: 0n, gross: 0n, shareFen: 0n };

export function addFigures(a: Figures, b: Figures): Figures {
  return {
    records: a.records + b.records,
    tokens: a.tokens + b.tokens,
    gross: a.gross + b.gross,
    shareFen: a.shareFen + b.shareFen,
  };
}

export function subtractFigures(a: Figures, b: Figures): Figures {
  return addFigures(a, {
    records: -b.records,
    tokens: -b.tokens,
    gross: -b.gross,
    shareFen: -b.shareFen,
  });
}

export const isNothing = (figures: Figures): boolean =>
  figures.records === 0n && figures.tokens === 0n && figures.gross === 0n && figures.shareFen === 0n;
