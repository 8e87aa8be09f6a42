import type { DocumentKind } from '@ciyuan/core/charging';
import {
  BOOK,
  CONTRACT,
  COST,
  GRANTS_NOTHING,
  JANUARY,
  MAY,
  PLAN,
  RULE,
  TABLE,
  startCatalogue,
  type RunningCatalogue,
} from '../../../test/support/catalogue-bodies';
import { CatalogueDocumentsStore } from './catalogue-documents.store';

const HOURS = { unit: 'requests', kind: 'first_use', length: '5h', limit: 1_200 };
const PEAK = { from: '14:00', to: '18:00', days: [1, 2, 3, 4, 5] };
const TOKENS_PART = { code: 'tokens', name: 'Tokens', kind: 'tokens', standAlonePrice: '9.90' };
const served = (...names: string[]) => ({
  code: 'names',
  aliases: names.map((name) => ({ name, model: 'glm-5' })),
});

describe('a document', () => {
  let catalogue: RunningCatalogue;
  beforeAll(async () => {
    catalogue = await startCatalogue();
    await catalogue.stock();
    await catalogue.publish('served_models', served('general'));
  });
  afterAll(() => catalogue.stop());

  const epoch = () => catalogue.inTransaction((tx) => catalogue.app.get(CatalogueDocumentsStore).epoch(tx));
  const faults = async (kind: DocumentKind, body: unknown, effectiveFrom: number): Promise<string[]> => {
    const answer = await catalogue.publish(kind, body, effectiveFrom);
    return answer.ok ? [] : answer.refusal.faults.map((fault) => `${fault.path} ${fault.code}`);
  };

  it.each<[string, DocumentKind, unknown, string[]]>([
    ['a field that no plan has', 'plan', { ...PLAN, discount: '0.1' }, ['discount unknown_field']],
    ['money as a number', 'plan', { ...PLAN, price: 9.9 }, ['price invalid_type']],
    ['a tenth of a fen', 'plan', { ...PLAN, price: '9.901' }, ['price too_many_places']],
    ['a package without an allowance', 'plan', GRANTS_NOTHING, ['allowance missing']],
    [
      'a table that is not there',
      'plan',
      { ...PLAN, code: 'p', coefficientTable: 'x' },
      ['coefficientTable unknown_coefficient_table'],
    ],
    [
      'a model that is not there',
      'plan',
      { ...PLAN, code: 'p', allowance: { ...PLAN.allowance, models: ['glm-6', 'glm-*'] } },
      ['allowance.models.0 unknown_model'],
    ],
    [
      'an addition to a plan that is not there',
      'plan',
      { ...PLAN, code: 'p', eligibility: { holds: ['personal', 'x'] } },
      ['eligibility.holds.1 unknown_plan'],
    ],
    [
      'a window of a model that is not there',
      'plan',
      { ...PLAN, code: 'p', limits: { windows: [{ ...HOURS, models: ['glm-6'] }] } },
      ['limits.windows.0.models.0 unknown_model'],
    ],
    [
      'a week that ends five hours',
      'plan',
      { ...PLAN, code: 'p', limits: { windows: [HOURS, { ...HOURS, length: 'week', limit: 9 }] } },
      ['limits.windows.0 never_reached'],
    ],
    [
      'a window of another length',
      'plan',
      { ...PLAN, code: 'p', limits: { windows: [{ ...HOURS, length: '6h' }] } },
      ['limits.windows.0.length invalid_value'],
    ],
    [
      'a bundle of one part',
      'plan',
      { ...PLAN, code: 'p', bundle: { parts: [TOKENS_PART] } },
      ['bundle.parts missing'],
    ],
    [
      'a seventh decimal',
      'price_book',
      { ...BOOK, entries: [{ ...BOOK.entries[0], price: '0.0000001' }] },
      ['entries.0.price too_many_places'],
    ],
    [
      'an entry twice',
      'price_book',
      { ...BOOK, entries: [BOOK.entries[0], BOOK.entries[0]] },
      ['entries.1 tie'],
    ],
    [
      'an unknown model',
      'price_book',
      { ...BOOK, entries: [{ ...BOOK.entries[0], model: 'glm-6' }] },
      ['entries.0.model unknown_model'],
    ],
    ['an unknown zone', 'price_book', { ...BOOK, zone: 'Asia/Nowhere' }, ['zone unknown_zone']],
    ['an unknown party', 'cost_book', { ...COST, code: 'c', party: 'nobody' }, ['party unknown_party']],
    ['a second book of a party', 'cost_book', { ...COST, code: 'zhipu-cost-2' }, ['party subject_taken']],
    ['a book that changes hands', 'cost_book', { ...COST, party: 'ascend' }, ['party subject_changed']],
    [
      'a fourth decimal',
      'coefficient_table',
      { ...TABLE, rows: [{ ...TABLE.rows[0], coefficient: '0.1234' }] },
      ['rows.0.coefficient too_many_places'],
    ],
    [
      'a meter in a table',
      'coefficient_table',
      { ...TABLE, rows: [{ ...TABLE.rows[0], class: 'requests' }] },
      ['rows.0.class invalid_value'],
    ],
    ['a second default rule', 'split_rule', { ...RULE, code: 'default-2' }, ['match subject_taken']],
    [
      'more than all',
      'split_rule',
      { ...RULE, rule: { ...RULE.rule, steps: [{ ...RULE.rule.steps[0], value: '101' }] } },
      ['rule.steps.0.value over_100_percent'],
    ],
    [
      'a rule for no plan',
      'split_rule',
      { ...RULE, code: 'r', match: { plan: 'x' } },
      ['match.plan unknown_plan'],
    ],
    [
      'a rule for an unknown owner',
      'split_rule',
      { ...RULE, code: 'r', match: { computeOwner: 'x' } },
      ['match.computeOwner unknown_party'],
    ],
    [
      'a step for nobody',
      'split_rule',
      {
        ...RULE,
        code: 'r',
        match: { model: 'glm-5' },
        rule: { ...RULE.rule, steps: [{ type: 'cost', party: 'nobody' }] },
      },
      ['rule.steps.0.party unknown_party'],
    ],
    [
      'a deduction for nobody, and a price of an unknown model',
      'split_rule',
      {
        ...RULE,
        code: 'r',
        match: { model: 'glm-5' },
        rule: {
          ...RULE.rule,
          deductions: [
            { name: 'bad_debt', basis: 'net', value: '1', party: 'channel' },
            { name: 'service_fee', basis: 'net', value: '1', party: 'nobody' },
          ],
          steps: [
            {
              type: 'perMillion',
              party: 'vendor',
              class: '*',
              value: '1',
              rates: [
                { model: 'glm-*', value: '2' },
                { model: 'glm-6', chipKind: 'x', value: '2' },
              ],
            },
          ],
        },
      },
      ['rule.deductions.1.party unknown_party', 'rule.steps.0.rates.1.model unknown_model'],
    ],
    [
      'more off than the steps leave',
      'split_rule',
      {
        ...RULE,
        rule: { ...RULE.rule, deductions: [{ name: 'bad_debt', basis: 'net', value: '99' }] },
      },
      ['rule.deductions.0.value over_100_percent'],
    ],
    [
      'a trial borne by the operator and a part of it',
      'split_rule',
      { ...RULE, rule: { ...RULE.rule, trialCost: { borneBy: 'operator', operatorPercent: '50' } } },
      ['rule.trialCost.operatorPercent unknown_field'],
    ],
    [
      'an unknown step',
      'split_rule',
      { ...RULE, rule: { ...RULE.rule, steps: [{ type: 'gift', party: 'vendor' }] } },
      ['rule.steps.0.type invalid_union'],
    ],
    ['a contract of nobody', 'contract', { ...CONTRACT, partner: 'nobody' }, ['partner unknown_party']],
    ['a contract for nothing', 'contract', { ...CONTRACT, serves: [] }, ['serves too_small']],
    ['a name twice', 'served_models', served('chat', 'chat'), ['aliases.1.name name_twice']],
    ['a model’s own code as a name', 'served_models', served('glm-5'), ['aliases.0.name own_code']],
    [
      'a name for no model',
      'served_models',
      { code: 'names', aliases: [{ name: 'chat', model: 'glm-6' }] },
      ['aliases.0.model unknown_model'],
    ],
    [
      'a name for a pattern',
      'served_models',
      { code: 'names', aliases: [{ name: 'chat', model: 'glm-*' }] },
      ['aliases.0.model invalid_format'],
    ],
    [
      'names of nobody',
      'served_models',
      { ...served('chat'), code: 'others', partner: 'nobody' },
      ['partner unknown_party'],
    ],
    ['second names for all', 'served_models', { ...served('chat'), code: 'more' }, ['partner subject_taken']],
    [
      'names that change hands',
      'served_models',
      { ...served('chat'), partner: 'gw-east' },
      ['partner subject_changed'],
    ],
    ['no object at all', 'contract', null, [' invalid_type']],
  ])('refuses %s', async (_what, kind, body, expected) => {
    const before = await epoch();
    expect(await faults(kind, body, MAY)).toEqual(expected);
    expect(await epoch()).toBe(before);
  });

  it('keeps all that a plan says of what it lets through', async () => {
    const limits = {
      windows: [
        { ...HOURS, models: ['glm-5'], multipliers: [{ model: 'glm-*', factor: '0.667', timeBand: PEAK }] },
      ],
      tokensPerMinute: 60_000,
      requestsPerMinute: 60,
      spendCap: { amount: '50.00', per: 'day' },
      alerts: [50, 80, 100],
    };
    const members = { perMember: { tokens: 1_000, per: 'day' }, poolOf: 'allowance' };
    const eligibility = { customerKinds: ['organisation'], holds: ['personal'] };
    const team = { ...PLAN, code: 'team', exhaustion: 'throttle', eligibility, limits, members };
    const answer = await catalogue.publish('plan', team, MAY);
    expect(answer.ok && answer.value.document.body).toEqual(team);
  });

  it('refuses a plan that begins before what it names', async () => {
    const early = { ...PLAN, code: 'early' };
    expect(await faults('plan', early, JANUARY - 1)).toEqual(['coefficientTable not_yet_in_force']);
    expect(await faults('plan', early, JANUARY)).toEqual([]);
  });
});
