import type { SplitRule } from './split-rule';

const SOMETHING = /[1-9]/;

/** Whether a rule says amounts, which are in some currency: not only shares of what there is, and costs. */
export const namesAmounts = ({ steps, minimumGuarantees = [] }: SplitRule): boolean =>
  minimumGuarantees.length > 0 ||
  steps.some(
    (step) =>
      (step.floor !== undefined && SOMETHING.test(step.floor)) ||
      (step.type === 'perMillion' &&
        [step, ...(step.rates ?? [])].some(({ value }) => SOMETHING.test(value))) ||
      (step.type === 'tieredPercent' && step.tiers.some(({ upTo }) => upTo !== null)),
  );
