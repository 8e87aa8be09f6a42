import type { DocumentKind } from '@ciyuan/core/charging';
import type { Json } from '@ciyuan/core/usage';
import { BOOK, CONTRACT, PLAN, RULE, TABLE } from '../../../../test/support/catalogue-bodies';
import { bodyDifferences, type BodyDifference } from './body-differences';

const START = '2026-01-01T00:00:00Z';
const INPUT = { model: 'glm-5', class: 'input', price: '4', effectiveFrom: START };
const LONG = { ...INPUT, price: '6', promptOver: 32_000, when: { region: 'east' } };
const book = (...entries: Json[]): Json => ({ ...BOOK, entries });
const named = (more = ''): string => `entries[class=input effectiveFrom=${START} model=glm-5${more}]`;
const LADDER = {
  lineage: 'glm',
  models: ['glm-*'],
  classes: ['input'],
  window: 'billing_period',
  counts: 'overage',
  component: { mode: 'graduated', tiers: [{ upTo: '10', unitPrice: '2' }, { upTo: null }] },
};
const rule = (steps: Json[]): Json => ({ ...RULE, rule: { ...RULE.rule, steps } });
const deducting = (...deductions: Json[]): Json => ({ ...RULE, rule: { ...RULE.rule, deductions } });
const STEP = { type: 'percent', party: 'vendor', basis: 'net', value: '40' };
const HOURS = { unit: 'requests', kind: 'first_use', length: '5h', limit: 1_200 };
const WEEK = { ...HOURS, length: 'week', limit: 9_000 };
const limited = (...windows: Json[]): Json => ({ ...PLAN, limits: { windows, alerts: [80] } });
const FLOOR = { type: 'cost', party: 'compute' };

describe('the differences of two bodies', () => {
  it.each<[string, DocumentKind, Json, Json, BodyDifference[]]>([
    ['nothing', 'price_book', book(INPUT), book(INPUT), []],
    ['the place of an entry', 'price_book', book(INPUT, LONG), book(LONG, INPUT), []],
    [
      'the limit of a window that moved',
      'plan',
      limited(HOURS, WEEK),
      limited({ ...WEEK, limit: 9_500 }, HOURS),
      [
        {
          path: 'limits.windows[kind=first_use length=week unit=requests].limit',
          before: 9_000,
          after: 9_500,
        },
      ],
    ],
    [
      'a cap that an allowance has now',
      'plan',
      PLAN,
      { ...PLAN, exhaustion: 'payg_cap', overageCap: '50.00' },
      [
        { path: 'exhaustion', before: 'payg', after: 'payg_cap' },
        { path: 'overageCap', after: '50.00' },
      ],
    ],
    [
      'the price of an entry that moved',
      'price_book',
      book(INPUT, LONG),
      book({ ...LONG, price: '5' }, INPUT),
      [{ path: `${named(' promptOver=32000 when={"region":"east"}')}.price`, before: '6', after: '5' }],
    ],
    [
      'the end of an entry',
      'cost_book',
      book(INPUT),
      book({ ...INPUT, effectiveTo: '2026-06-01T00:00:00Z' }),
      [{ path: `${named()}.effectiveTo`, after: '2026-06-01T00:00:00Z' }],
    ],
    [
      'another model instead of one',
      'price_book',
      book(INPUT),
      book({ ...INPUT, model: 'kimi' }),
      [
        { path: named(), before: INPUT },
        {
          path: `entries[class=input effectiveFrom=${START} model=kimi]`,
          after: { ...INPUT, model: 'kimi' },
        },
      ],
    ],
    [
      'the second of two that name the same',
      'price_book',
      book(INPUT, INPUT),
      book(INPUT),
      [{ path: named(' #2'), before: INPUT }],
    ],
    [
      'a step of a ladder, by its place',
      'price_book',
      { ...BOOK, tiers: [LADDER] },
      {
        ...BOOK,
        tiers: [
          {
            ...LADDER,
            component: { mode: 'graduated', tiers: [{ upTo: '20', unitPrice: '2' }, { upTo: null }] },
          },
        ],
      },
      [{ path: 'tiers[lineage=glm].component.tiers.0.upTo', before: '10', after: '20' }],
    ],
    [
      'a coefficient',
      'coefficient_table',
      TABLE,
      { ...TABLE, rows: [{ ...(TABLE.rows[0] as object), coefficient: '0.2' }] },
      [{ path: 'rows[class=cached_input model=*].coefficient', before: '0.1', after: '0.2' }],
    ],
    [
      'the order of steps, which counts',
      'split_rule',
      rule([STEP, FLOOR]),
      rule([FLOOR, STEP]),
      [
        { path: 'rule.steps.0.type', before: 'percent', after: 'cost' },
        { path: 'rule.steps.0.party', before: 'vendor', after: 'compute' },
        { path: 'rule.steps.0.basis', before: 'net' },
        { path: 'rule.steps.0.value', before: '40' },
        { path: 'rule.steps.1.type', before: 'cost', after: 'percent' },
        { path: 'rule.steps.1.party', before: 'compute', after: 'vendor' },
        { path: 'rule.steps.1.basis', after: 'net' },
        { path: 'rule.steps.1.value', after: '40' },
      ],
    ],
    [
      'a deduction, by its name, and one more before it',
      'split_rule',
      deducting({ name: 'bad_debt', basis: 'net', value: '2' }),
      deducting(
        { name: 'service_fee', basis: 'net', value: '1' },
        { name: 'bad_debt', basis: 'net', value: '3' },
      ),
      [
        { path: 'rule.deductions[name=bad_debt].value', before: '2', after: '3' },
        {
          path: 'rule.deductions[name=service_fee]',
          after: { name: 'service_fee', basis: 'net', value: '1' },
        },
      ],
    ],
    [
      'a pair more and a window',
      'contract',
      CONTRACT,
      {
        ...CONTRACT,
        serves: [{ vendor: 'kimi', computeOwner: 'ascend' }, ...CONTRACT.serves],
        lateWindowDays: 31,
      },
      [
        {
          path: 'serves[computeOwner=ascend vendor=kimi]',
          after: { vendor: 'kimi', computeOwner: 'ascend' },
        },
        { path: 'lateWindowDays', before: 30, after: 31 },
      ],
    ],
    [
      'a list of words, as a whole',
      'plan',
      PLAN,
      { ...PLAN, allowance: { ...PLAN.allowance, models: ['glm-*', '*'] } },
      [{ path: 'allowance.models', before: ['*'], after: ['glm-*', '*'] }],
    ],
    [
      'a first version',
      'coefficient_table',
      {},
      TABLE,
      [
        { path: 'code', after: 'standard' },
        { path: 'rows', after: TABLE.rows },
      ],
    ],
  ])('name %s', (_what, kind, before, after, expected) => {
    const found = bodyDifferences(kind, before, after);
    expect(found).toHaveLength(expected.length);
    expect(found).toEqual(expect.arrayContaining(expected));
  });
});
