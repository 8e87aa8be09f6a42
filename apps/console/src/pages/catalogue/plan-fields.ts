import type { DocumentKind } from '@ciyuan/core/charging';
import {
  COMMITMENT_MODES,
  COMMITMENT_MONTHS,
  CUSTOMER_KINDS,
  EXHAUSTIONS,
  GRANT_SOURCES,
  WINDOW_KINDS,
  WINDOW_LENGTHS,
  WINDOW_UNITS,
  type PlanRole,
} from '@ciyuan/core/catalogue';
import { CURRENCIES } from '@ciyuan/core/kernel';

/** How a field of a plan is written: a word, a decimal, a whole number, one of a few, some of a few, a list of words. */
export type FieldShape =
  | { readonly kind: 'text' | 'decimal' | 'whole' | 'flag' | 'words' | 'wholes' | 'protection' }
  | { readonly kind: 'choice' | 'choices'; readonly options: readonly (string | number)[] }
  | { readonly kind: 'code' | 'codes'; readonly of: DocumentKind }
  | { readonly kind: 'models' }
  | { readonly kind: 'rows'; readonly columns: readonly PlanField[] };

export interface PlanField {
  /** Dot-separated, as faults name it. */
  readonly path: string;
  readonly shape: FieldShape;
  /** The roles that have it; absent for all. */
  readonly roles?: readonly PlanRole[];
  readonly isNeeded?: boolean;
}

export interface PlanGroup {
  readonly name: string;
  readonly fields: readonly PlanField[];
}

type More = Pick<PlanField, 'roles' | 'isNeeded'>;

const NEEDED = { isNeeded: true };
const GRANTED: readonly PlanRole[] = ['package', 'pack', 'trial'];
const SOLD: readonly PlanRole[] = ['package', 'pack'];
const ONCE: readonly PlanRole[] = ['pack', 'trial'];

const field = (path: string, shape: FieldShape, more: More = {}): PlanField => ({ path, shape, ...more });
const text = (path: string, more?: More): PlanField => field(path, { kind: 'text' }, more);
const decimal = (path: string, more?: More): PlanField => field(path, { kind: 'decimal' }, more);
const whole = (path: string, more?: More): PlanField => field(path, { kind: 'whole' }, more);
const flag = (path: string, more?: More): PlanField => field(path, { kind: 'flag' }, more);
const words = (path: string, more?: More): PlanField => field(path, { kind: 'words' }, more);
const models = (path: string, more?: More): PlanField => field(path, { kind: 'models' }, more);
const choice = (path: string, options: readonly (string | number)[], more?: More): PlanField =>
  field(path, { kind: 'choice', options }, more);
const code = (path: string, of: DocumentKind, more?: More): PlanField =>
  field(path, { kind: 'code', of }, more);
const rows = (path: string, columns: readonly PlanField[], more?: More): PlanField =>
  field(path, { kind: 'rows', columns }, more);

const DENOMINATORS = ['actual', 'thirty', 'yearly'];
const ROUNDINGS = ['up', 'down'];

const PERIOD: PlanGroup = {
  name: 'period',
  fields: [
    choice('cycleAnchor', ['calendar', 'order_day'], NEEDED),
    choice('firstPeriod.mode', ['full', 'prorated'], NEEDED),
    choice('firstPeriod.denominator', DENOMINATORS, NEEDED),
    choice('firstPeriod.allowanceRounding', ROUNDINGS, NEEDED),
    choice('planChange.denominator', DENOMINATORS, { roles: ['package'] }),
    choice('planChange.allowanceRounding', ROUNDINGS, { roles: ['package'] }),
    whole('validityDays', { roles: ONCE, isNeeded: true }),
    whole('latenessHours', NEEDED),
  ],
};

const TOKENS: PlanGroup = {
  name: 'tokens',
  fields: [
    whole('allowance.tokens', { roles: GRANTED, isNeeded: true }),
    models('allowance.models', { roles: GRANTED, isNeeded: true }),
    choice('allowance.source', GRANT_SOURCES, { roles: GRANTED, isNeeded: true }),
    whole('allowance.priority', { roles: GRANTED }),
    code('coefficientTable', 'coefficient_table'),
    choice('coefficients', ['at_issue', 'follow'], NEEDED),
    decimal('rollOver.sharePercent', { roles: ['package'] }),
    decimal('rollOver.capPercent', { roles: ['package'] }),
    whole('rollOver.expiresAfterMonths', { roles: ['package'] }),
    flag('transferable', { roles: SOLD }),
    text('campaignPool', { roles: ONCE }),
  ],
};

const COMMITMENT: PlanGroup = {
  name: 'commitment',
  fields: [
    choice('commitment.mode', COMMITMENT_MODES, NEEDED),
    models('commitment.models', NEEDED),
    decimal('commitment.pricePerMillion'),
    decimal('commitment.overPricePerMillion'),
    decimal('commitment.shortfallPercent'),
    decimal('commitment.makeUp.percentOfShortfall'),
    whole('commitment.makeUp.withinPeriods'),
    choice('commitment.periodMonths', COMMITMENT_MONTHS, NEEDED),
    rows('commitment.periods', [decimal('committed', NEEDED)], NEEDED),
  ].map((one) => ({ ...one, roles: ['commitment' as const] })),
};

const ELIGIBILITY: PlanGroup = {
  name: 'eligibility',
  fields: [
    text('segment'),
    code('eligibilityRule', 'eligibility_rule'),
    words('eligibility.segments'),
    words('eligibility.regions'),
    field('eligibility.customerKinds', { kind: 'choices', options: CUSTOMER_KINDS }),
    flag('eligibility.verified'),
    flag('eligibility.oncePerCustomer'),
    field('eligibility.holds', { kind: 'codes', of: 'plan' }),
  ],
};

const LIMITS: PlanGroup = {
  name: 'limits',
  fields: [
    whole('limits.tokensPerMinute'),
    whole('limits.requestsPerMinute'),
    whole('limits.assuredTokensPerMinute', { roles: ['commitment'] }),
    decimal('limits.spendCap.amount'),
    choice('limits.spendCap.per', ['day', 'month']),
    field('limits.alerts', { kind: 'wholes' }),
    rows('limits.windows', [
      choice('unit', WINDOW_UNITS, NEEDED),
      choice('kind', WINDOW_KINDS, NEEDED),
      choice('length', WINDOW_LENGTHS, NEEDED),
      whole('limit', NEEDED),
      models('models'),
    ]),
    whole('members.perMember.tokens', { roles: ['package'] }),
    choice('members.perMember.per', ['day', 'week', 'month'], { roles: ['package'] }),
    choice('members.poolOf', ['allowance'], { roles: ['package'] }),
  ],
};

/** What a plan says, in the order in which people think of it. */
export const PLAN_GROUPS: readonly PlanGroup[] = [
  {
    name: 'identity',
    fields: [
      text('code', NEEDED),
      text('name', NEEDED),
      choice('role', ['base', 'package', 'pack', 'trial', 'commitment'], NEEDED),
      flag('retired'),
    ],
  },
  {
    name: 'price',
    fields: [
      decimal('price', NEEDED),
      choice('currency', CURRENCIES, NEEDED),
      decimal('vatRate', NEEDED),
      code('priceBook', 'price_book', { roles: ['base'], isNeeded: true }),
      field('priceProtection', { kind: 'protection' }, { roles: ['base'] }),
      rows(
        'bundle.parts',
        [
          text('code', NEEDED),
          text('name', NEEDED),
          choice('kind', ['tokens', 'product'], NEEDED),
          decimal('standAlonePrice', NEEDED),
        ],
        { roles: SOLD },
      ),
    ],
  },
  PERIOD,
  TOKENS,
  COMMITMENT,
  {
    name: 'overage',
    fields: [choice('exhaustion', EXHAUSTIONS, NEEDED), decimal('overageCap')],
  },
  ELIGIBILITY,
  LIMITS,
];
