import { compileSplitRule } from './compile-split-rule';
import { compareKeys, mergeByKey, type RollupLine } from './rollup-line';
import type { SettlementDocuments, SettlementRule } from './settlement-input';
import { lineToOperator, lineToShare, ruleOf, type SharedLine } from './shared-line';
import { split, type SplitResult } from './split';
import { SETTLEMENT_ROLES, type SplitRule } from './split-rule';
import { spreadBreakage } from './spread-breakage';
import { usageTax, type UsageTax } from './usage-tax';

/** One rule version and currency of a month, shared. */
export interface SharedSplit {
  readonly splitRuleVersionId: number;
  readonly currency: string;
  /** In the order of their keys; the result's rows are their indexes. */
  readonly lines: readonly SharedLine[];
  readonly result: SplitResult;
  readonly usageTax: UsageTax;
}

interface OpenSplit {
  readonly splitRuleVersionId: number;
  readonly currency: string;
  readonly lines: SharedLine[];
}

/** Shares everything that is known of one usage month: all its splits, by rule version and currency. */
export function shareMonth(lines: readonly RollupLine[], documents: SettlementDocuments): SharedSplit[] {
  const splits = new Map<string, OpenSplit>();
  const into = (versionId: number, currency: string, line: SharedLine): void => {
    const key = `${versionId} ${currency}`;
    let found = splits.get(key);
    if (found === undefined) {
      splits.set(key, (found = { splitRuleVersionId: versionId, currency, lines: [] }));
    }
    found.lines.push(line);
  };
  const merged = mergeByKey(lines);
  const { shared, spread, owned } = sortOut(merged, documents);
  for (const part of spread) into(part.splitRuleVersionId, part.currency, part.line);
  for (const [list, read] of [
    [shared, lineToShare],
    [owned, lineToOperator],
  ] as const) {
    for (const line of list) {
      const rule = ruleOf(documents, line.splitRuleVersionId);
      into(line.splitRuleVersionId, line.currency, read(line, rule, documents.operator));
    }
  }
  return [...splits.values()].sort(inOrder).map((one) => shareSplit(one, documents));
}

/**
 * Consumption goes through the steps, and so does a shortfall that was made up; breakage is the operator's, or goes
 * where the consumption went; what is left of a shortfall, and every fee, is the operator's.
 */
function sortOut(lines: readonly RollupLine[], documents: SettlementDocuments) {
  const follows = (line: RollupLine): boolean =>
    ruleOf(documents, line.splitRuleVersionId).breakage === 'as_consumed';
  const breakage = lines.filter((line) => line.kind === 'breakage');
  const isOperators = ({ kind, model }: RollupLine): boolean =>
    kind === 'fee' || (kind === 'shortfall' && model === null);
  const { parts, left } = spreadBreakage(breakage.filter(follows), lines, documents);
  return {
    shared: lines.filter((line) => line.kind !== 'breakage' && !isOperators(line)),
    spread: parts,
    owned: [...breakage.filter((line) => !follows(line)), ...left, ...lines.filter(isOperators)],
  };
}

function shareSplit(open: OpenSplit, documents: SettlementDocuments): SharedSplit {
  const lines = [...open.lines].sort((a, b) => compareKeys(a.key, b.key));
  const document = ruleOf(documents, open.splitRuleVersionId);
  const rule = compileSplitRule(ruleAmong(lines, document, documents.operator));
  const splitLines = lines.map((line) => line.split);
  return {
    splitRuleVersionId: open.splitRuleVersionId,
    currency: open.currency,
    lines,
    result: split(rule, splitLines),
    usageTax: usageTax(rule, lines),
  };
}

const ROLES: readonly string[] = SETTLEMENT_ROLES;

/** The rule with its residual party by name, and without guarantees of roles that no line of the split resolves. */
function ruleAmong(lines: readonly SharedLine[], { rule }: SettlementRule, operator: string): SplitRule {
  if (ROLES.includes(rule.residual) && rule.residual !== 'operator')
    throw new Error(`the residual ${rule.residual} is not one party`);
  const residual = rule.residual === 'operator' ? operator : rule.residual;
  const named = (party: string): string => (party === rule.residual ? residual : party);
  const isResolved = lines.some((line) => line.split.roles !== undefined);
  return {
    ...rule,
    residual,
    deductions: (rule.deductions ?? []).map(({ party = rule.residual, ...one }) => ({
      ...one,
      party: named(party),
    })),
    steps: rule.steps.map((step) => ({ ...step, party: named(step.party) })),
    minimumGuarantees: (rule.minimumGuarantees ?? []).filter(
      ({ party }) => isResolved || !ROLES.includes(party),
    ),
  };
}

const inOrder = (a: OpenSplit, b: OpenSplit): number =>
  a.splitRuleVersionId - b.splitRuleVersionId || (a.currency < b.currency ? -1 : 1);
