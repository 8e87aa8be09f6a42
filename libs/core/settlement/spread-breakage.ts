import { apportion, ratio, type PicoYuan } from '../kernel';
import { compareKeys, type RollupLine } from './rollup-line';
import type { SettlementDocuments } from './settlement-input';
import { keyOf, rolesOf, ruleOf, type SharedLine } from './shared-line';

/** What expired of one plan, to be shared as the plan was consumed. */
interface Expired {
  readonly lines: RollupLine[];
  gross: PicoYuan;
  net: PicoYuan;
}

export interface BreakagePart {
  readonly splitRuleVersionId: number;
  readonly currency: string;
  readonly line: SharedLine;
}

export interface SpreadBreakage {
  /** Exact parts that follow the plan's consumption, each under the rule and the roles of what it follows. */
  readonly parts: readonly BreakagePart[];
  /** Lines of which the plan consumed nothing in the month. */
  readonly left: readonly RollupLine[];
}

/**
 * Spreads breakage, whose rule wants it shared as consumed, over the plan's paid consumption of the same month in
 * proportion to its net. The parts carry no tokens and no costs, because nothing was used.
 */
export function spreadBreakage(
  expired: readonly RollupLine[],
  monthLines: readonly RollupLine[],
  documents: SettlementDocuments,
): SpreadBreakage {
  const consumed = consumptionByPlan(monthLines, documents);
  const parts: BreakagePart[] = [];
  const left: RollupLine[] = [];
  for (const [plan, pool] of poolByPlan(expired, documents)) {
    const along = consumed.get(plan) ?? [];
    const weight = along.reduce((total, line) => total + (line.net ?? 0n), 0n);
    if (weight <= 0n) left.push(...pool.lines);
    else parts.push(...partsOf(pool, along, weight, documents));
  }
  return { parts, left };
}

function poolByPlan(lines: readonly RollupLine[], documents: SettlementDocuments): Map<string, Expired> {
  const pools = new Map<string, Expired>();
  for (const line of lines) {
    const plan = planOf(line, documents);
    const pool = pools.get(plan) ?? { lines: [], gross: 0n, net: 0n };
    pool.lines.push(line);
    pool.gross += line.gross;
    pool.net += line.net ?? 0n;
    pools.set(plan, pool);
  }
  return pools;
}

function consumptionByPlan(
  lines: readonly RollupLine[],
  documents: SettlementDocuments,
): Map<string, RollupLine[]> {
  const consumed = new Map<string, RollupLine[]>();
  for (const line of [...lines].sort(inOrder)) {
    if (line.kind !== 'package' || line.net === null || line.net === 0n) continue;
    const plan = planOf(line, documents);
    const found = consumed.get(plan);
    if (found === undefined) consumed.set(plan, [line]);
    else found.push(line);
  }
  return consumed;
}

function partsOf(
  pool: Expired,
  along: readonly RollupLine[],
  weight: PicoYuan,
  documents: SettlementDocuments,
): BreakagePart[] {
  // Statements show whole pico-yuan that add up; what is shared stays exact.
  const shown = apportion(
    along.map((line) => ratio(pool.gross * (line.net ?? 0n), weight)),
    pool.gross,
  );
  return along.map((line, index) => {
    const net = ratio(pool.net * (line.net ?? 0n), weight);
    const gross = ratio(pool.gross * (line.net ?? 0n), weight);
    const { vatIncluded } = ruleOf(documents, line.splitRuleVersionId).rule;
    const roles = rolesOf(line, documents.operator);
    return {
      splitRuleVersionId: line.splitRuleVersionId,
      currency: line.currency,
      line: {
        key: { ...keyOf(line), kind: 'breakage' },
        records: 0n,
        tokens: 0n,
        gross: shown[index] ?? 0n,
        split: { gross: vatIncluded ? gross : net, net, free: false, tokens: {}, roles },
      },
    };
  });
}

function planOf(line: RollupLine, documents: SettlementDocuments): string {
  const code = documents.planCodes.get(line.planVersionId);
  if (code === undefined) throw new Error(`no plan of version ${line.planVersionId}`);
  return JSON.stringify([code, line.currency]);
}

const inOrder = (a: RollupLine, b: RollupLine): number =>
  a.splitRuleVersionId - b.splitRuleVersionId || compareKeys(a, b);
