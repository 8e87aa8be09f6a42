import type { CommitmentMode, CommitmentTerms } from './commitment-terms';
import type { Plan } from './plan';
import type { PlanFault } from './plan-fault';

const PRICE = /^\d{1,9}(\.\d{1,6})?$/;
const PERCENT = /^(100(\.0{1,6})?|\d{1,2}(\.\d{1,6})?)$/;
const TOKENS = /^[1-9]\d{0,14}$/;
const YUAN = /^\d{1,12}(\.\d{1,2})?$/;
const MOST_PERIODS = 120;

type Field = 'pricePerMillion' | 'overPricePerMillion' | 'shortfallPercent';
/** Fields that each mode reads, and so must have. */
const NEEDED: Readonly<Record<CommitmentMode, readonly Field[]>> = {
  prepaid: ['pricePerMillion'],
  take_or_pay: ['pricePerMillion', 'overPricePerMillion', 'shortfallPercent'],
  spend: ['shortfallPercent'],
};
const FORMS: readonly (readonly [Field, RegExp, string])[] = [
  ['pricePerMillion', PRICE, 'yuan with at most six places'],
  ['overPricePerMillion', PRICE, 'yuan with at most six places'],
  ['shortfallPercent', PERCENT, 'a percentage from 0 to 100'],
];

/** The faults of a plan of role `commitment`; its terms are there. */
export function checkCommitment(plan: Plan, terms: CommitmentTerms): PlanFault[] {
  return [
    ...checkAround(plan, terms),
    ...checkModels(terms),
    ...FORMS.flatMap(([field, form, what]) => checkField(terms, field, form, what)),
    ...checkMakeUp(terms),
    ...checkPeriods(terms),
  ];
}

/** What the plan says beside its terms: it has no price of its own, and only a prepaid one grants anything. */
function checkAround(plan: Plan, { mode }: CommitmentTerms): PlanFault[] {
  const faults: PlanFault[] = [];
  if (!/^[0.]+$/.test(plan.price)) {
    faults.push({ path: 'price', code: 'not_for_this_role', detail: 'a commitment is paid by its terms' });
  }
  if (mode !== 'prepaid' && plan.coefficientTable !== undefined) {
    faults.push({ path: 'coefficientTable', code: 'not_for_this_role', detail: `${mode} grants nothing` });
  }
  if (mode !== 'prepaid' && plan.exhaustion !== 'payg') {
    faults.push({ path: 'exhaustion', code: 'not_for_this_role', detail: `${mode} grants nothing` });
  }
  if (plan.firstPeriod.denominator !== 'actual' || plan.firstPeriod.allowanceRounding !== 'down') {
    const detail = 'days of the period, rounded down';
    faults.push({ path: 'firstPeriod', code: 'not_for_this_role', detail });
  }
  return faults;
}

function checkModels({ models }: CommitmentTerms): PlanFault[] {
  if (models.length > 0) return [];
  return [{ path: 'commitment.models', code: 'missing', detail: 'a model or a pattern' }];
}

function checkField(terms: CommitmentTerms, field: Field, form: RegExp, what: string): PlanFault[] {
  const path = `commitment.${field}`;
  const value = terms[field];
  const isNeeded = NEEDED[terms.mode].includes(field);
  if (isNeeded !== (value !== undefined)) {
    return [{ path, code: isNeeded ? 'missing' : 'not_for_this_mode', detail: terms.mode }];
  }
  if (value === undefined || form.test(value)) return [];
  return [{ path, code: field === 'shortfallPercent' ? 'out_of_range' : 'not_an_amount', detail: what }];
}

function checkMakeUp({ mode, makeUp }: CommitmentTerms): PlanFault[] {
  if (makeUp === undefined) return [];
  const path = 'commitment.makeUp';
  if (mode !== 'take_or_pay') return [{ path, code: 'not_for_this_mode', detail: mode }];
  const faults: PlanFault[] = [];
  if (!PERCENT.test(makeUp.percentOfShortfall)) {
    const detail = 'a percentage from 0 to 100';
    faults.push({ path: `${path}.percentOfShortfall`, code: 'out_of_range', detail });
  }
  if (!Number.isInteger(makeUp.withinPeriods) || makeUp.withinPeriods < 1) {
    faults.push({ path: `${path}.withinPeriods`, code: 'out_of_range', detail: 'at least one period' });
  }
  return faults;
}

function checkPeriods({ mode, periods }: CommitmentTerms): PlanFault[] {
  const path = 'commitment.periods';
  if (periods.length === 0) return [{ path, code: 'missing', detail: 'at least one period' }];
  if (periods.length > MOST_PERIODS) {
    return [{ path, code: 'out_of_range', detail: `at most ${MOST_PERIODS} periods` }];
  }
  const [form, detail] = mode === 'spend' ? [YUAN, 'yuan with two places'] : [TOKENS, 'whole tokens above 0'];
  return periods.flatMap(({ committed }, index): PlanFault[] =>
    form.test(committed) && !/^[0.]+$/.test(committed)
      ? []
      : [{ path: `${path}.${index}.committed`, code: 'not_an_amount', detail: `${committed}: ${detail}` }],
  );
}
