import { PICO_PER_YUAN, add, impossible, multiply, ratio, ratioOf, type Ratio } from '../kernel';
import { TOKEN_CLASSES } from '../usage';
import type { CompiledSplitRule, CompiledStep } from './compiled-rule';
import { compileRates } from './per-million-rates';
import type { SplitRule, SplitStep } from './split-rule';
import { DEFAULT_TRIAL_COST, dueOnFree, type TrialCost } from './trial-cost';

const ONE = ratio(1n);
const PER_CENT = ratio(1n, 100n);
const YUAN = ratio(PICO_PER_YUAN);

/** Reads a rule that has passed its check; throws on a decimal or a type that it cannot read. */
export function compileSplitRule(rule: SplitRule): CompiledSplitRule {
  return {
    vatFactor: add(ONE, ratioOf(rule.vatRate)),
    vatIncluded: rule.vatIncluded,
    residual: rule.residual,
    deductions: (rule.deductions ?? []).map(({ name, party = rule.residual, basis, value }) => ({
      name,
      party,
      basis,
      rate: percent(value),
    })),
    steps: rule.steps.map((step) => compileStep(step, rule.trialCost ?? DEFAULT_TRIAL_COST)),
    minimumGuarantees: (rule.minimumGuarantees ?? []).map(({ party, amount }) => ({
      party,
      amountPico: yuan(amount),
    })),
  };
}

function compileStep(step: SplitStep, trialCost: TrialCost): CompiledStep {
  const start = {
    party: step.party,
    floorPico: step.floor === undefined ? undefined : yuan(step.floor),
    dueOnFree: dueOnFree(step.trialCost ?? trialCost),
  };
  switch (step.type) {
    case 'percent':
      return { type: 'percent', ...start, basis: step.basis, rate: percent(step.value) };
    case 'cost':
      return { type: 'cost', ...start };
    case 'perMillion':
      return {
        type: 'perMillion',
        ...start,
        classes: step.class === '*' ? TOKEN_CLASSES : [step.class],
        rates: compileRates(step),
        onFree: step.onFree ?? false,
      };
    case 'tieredPercent':
      return {
        type: 'tieredPercent',
        ...start,
        basis: step.basis,
        tiers: step.tiers.map(({ upTo, value }) => ({
          upToPico: upTo === null ? null : yuan(upTo),
          rate: percent(value),
        })),
      };
    default:
      return impossible(step);
  }
}

const yuan = (text: string): Ratio => multiply(ratioOf(text), YUAN);
const percent = (text: string): Ratio => multiply(ratioOf(text), PER_CENT);
