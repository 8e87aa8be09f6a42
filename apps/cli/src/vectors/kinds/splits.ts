import { formatFen, parseYuan } from '@ciyuan/core/kernel';
import {
  compileSplitRule,
  split,
  type PartyShare,
  type SplitLine,
  type SplitRule,
} from '@ciyuan/core/settlement';
import { picoOf } from '../exact-text';

interface LineDocument {
  readonly gross: string;
  readonly net?: string;
  readonly free?: boolean;
  readonly model?: string;
  readonly chipKind?: string;
  readonly tokens?: Readonly<Record<string, number | string>>;
  readonly costs?: Readonly<Record<string, string>>;
}

export interface SplitCase {
  readonly rule: SplitRule;
  readonly lines: readonly LineDocument[];
  readonly expected: {
    readonly paid: string;
    readonly net: string;
    readonly tax: string;
    readonly shares: Readonly<Record<string, string>>;
    readonly columns: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
}

export function reproduceSplit(given: SplitCase): SplitCase {
  const { shares, ...totals } = split(compileSplitRule(given.rule), given.lines.map(lineOf));
  const byParty = new Map(shares.map((share) => [share.party, share]));
  const parties = partiesOf(given.rule);
  return {
    ...given,
    expected: {
      paid: formatFen(totals.paidFen),
      net: formatFen(totals.netFen),
      tax: formatFen(totals.taxFen),
      shares: Object.fromEntries(
        parties.map((party) => [party, formatFen(byParty.get(party)?.shareFen ?? 0n)]),
      ),
      columns: Object.fromEntries(
        parties.map((party) => [party, columnOf(byParty.get(party), given.lines.length)]),
      ),
    },
  };
}

/** An example shows every party of its rule, also one that no line gives anything. */
function partiesOf({ deductions = [], steps, minimumGuarantees = [], residual }: SplitRule): string[] {
  const named = [...deductions, ...steps, ...minimumGuarantees].map(({ party = residual }) => party);
  return [...new Set(named).add(residual)];
}

/** A figure for every line, and the guarantee's where it was paid. */
function columnOf(share: PartyShare | undefined, lines: number): Record<string, string> {
  const column: Record<string, string> = {};
  for (let line = 0; line < lines; line++) column[line] = '0';
  for (const { row, fen } of share?.column ?? []) column[row] = formatFen(fen);
  return column;
}

function lineOf(line: LineDocument): SplitLine {
  return {
    gross: picoOf(line.gross),
    ...(line.net !== undefined && { net: picoOf(line.net) }),
    free: line.free ?? false,
    model: line.model ?? null,
    chipKind: line.chipKind ?? null,
    tokens: mapped(line.tokens ?? {}, BigInt),
    costs: mapped(line.costs ?? {}, parseYuan),
  };
}

function mapped<From, To>(
  members: Readonly<Record<string, From>>,
  read: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, read(value)]));
}
