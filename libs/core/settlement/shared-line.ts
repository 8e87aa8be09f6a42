import { ratio, type PicoYuan } from '../kernel';
import { TOKEN_CLASSES } from '../usage';
import type { LineKey, RollupLine } from './rollup-line';
import type { SettlementDocuments, SettlementRule } from './settlement-input';
import type { SplitLine } from './split-line';
import { SETTLEMENT_ROLES } from './split-rule';

/** A line as statements show it, and as its split sees it. */
export interface SharedLine {
  readonly key: LineKey;
  readonly records: bigint;
  readonly tokens: bigint;
  readonly gross: PicoYuan;
  readonly split: SplitLine;
}

/** The line under the steps of its rule, every role resolved: what nobody is, the operator is. */
export function lineToShare(line: RollupLine, rule: SettlementRule, operator: string): SharedLine {
  // A sale fixes its net on a price with VAT; a rule that adds VAT on top starts from what is without.
  const stated = rule.rule.vatIncluded ? line.gross : (line.net ?? line.gross);
  return {
    ...shown(line),
    split: {
      gross: ratio(stated),
      ...(line.net === null ? {} : { net: ratio(line.net) }),
      free: !line.paid,
      model: line.model,
      chipKind: line.chipKind,
      tokens: Object.fromEntries(TOKEN_CLASSES.map((name, index) => [name, line.counts[index] ?? 0n])),
      costs: { vendor: line.vendorCost, compute: line.computeCost },
      roles: rolesOf(line, operator),
    },
  };
}

/** The line past all steps: the operator's alone. */
export function lineToOperator(line: RollupLine, rule: SettlementRule, operator: string): SharedLine {
  const { gross, net, free } = lineToShare(line, rule, operator).split;
  const ownedBy = operator;
  return {
    ...shown(line),
    split: { gross, ...(net === undefined ? {} : { net }), free, tokens: {}, ownedBy },
  };
}

export function rolesOf(key: LineKey, operator: string): Record<string, string> {
  const roles = Object.fromEntries(SETTLEMENT_ROLES.map((role) => [role, operator]));
  if (key.vendor !== null) roles['vendor'] = key.vendor;
  if (key.computeOwner !== null) roles['compute'] = key.computeOwner;
  if (key.channel !== null) roles['channel'] = key.channel;
  return roles;
}

export function keyOf(line: LineKey): LineKey {
  const { planVersionId, model, vendor, computeOwner, channel, chipKind, kind, paid } = line;
  return { planVersionId, model, vendor, computeOwner, channel, chipKind, kind, paid };
}

function shown(line: RollupLine): Omit<SharedLine, 'split'> {
  const tokens = TOKEN_CLASSES.reduce((all, _, index) => all + (line.counts[index] ?? 0n), 0n);
  return { key: keyOf(line), records: line.records, tokens, gross: line.gross };
}

/** What the documents must hold for every line; a line without is a bug. */
export function ruleOf(documents: SettlementDocuments, versionId: number): SettlementRule {
  const rule = documents.rules.get(versionId);
  if (rule === undefined) throw new Error(`no split rule of version ${versionId}`);
  return rule;
}
