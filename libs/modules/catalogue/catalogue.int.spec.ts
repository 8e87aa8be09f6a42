import { Test, type TestingModule } from '@nestjs/testing';
import type { DocumentKind } from '@ciyuan/core/charging';
import { ClockModule, MovableClock } from '@ciyuan/platform/clock';
import { Database, DatabaseModule } from '@ciyuan/platform/database';
import { freshDatabase, type FreshDatabase } from '../../../test/support/database';
import { CatalogueCache } from './catalogue-cache';
import { CatalogueDocumentsStore } from './catalogue-documents.store';
import { CatalogueModule } from './catalogue.module';
import { DefineModel } from './define-model';
import { PublishDocument } from './publish-document';

const NOW = Date.UTC(2026, 5, 1);
const JANUARY = Date.UTC(2026, 0, 1);
const MARCH = Date.UTC(2026, 2, 1);
const MAY = Date.UTC(2026, 4, 1);
const START = '2026-01-01T00:00:00Z';

const TABLE = { code: 'standard', rows: [{ model: '*', class: 'cached_input', coefficient: '0.1' }] };
const OTHER_TABLE = { code: 'standard', rows: [{ model: '*', class: 'cached_input', coefficient: '0.2' }] };
const BOOK = {
  code: 'retail',
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  entries: [{ model: 'glm-5', class: 'input', price: '4', effectiveFrom: START }],
  multipliers: [],
  tiers: [],
};
const COST = { ...BOOK, code: 'zhipu-cost', party: 'zhipu' };
const RULE = {
  code: 'default',
  match: {},
  breakage: 'operator',
  rule: {
    vatRate: '0.06',
    vatIncluded: true,
    residual: 'operator',
    steps: [{ type: 'percent', party: 'vendor', basis: 'net', value: '40' }],
  },
};
const PLAN = {
  code: 'personal',
  role: 'package',
  name: 'Personal',
  currency: 'CNY',
  price: '9.90',
  vatRate: '0.06',
  allowance: { tokens: 10_000_000, models: ['*'], source: 'allowance' },
  cycleAnchor: 'calendar',
  firstPeriod: { mode: 'prorated', denominator: 'yearly', allowanceRounding: 'up' },
  exhaustion: 'payg',
  coefficientTable: 'standard',
  coefficients: 'at_issue',
  latenessHours: 72,
};
const { allowance: _allowance, ...GRANTS_NOTHING } = PLAN;
const CONTRACT = {
  partner: 'gw-east',
  serves: [{ vendor: 'zhipu', computeOwner: 'ascend' }],
  lateWindowDays: 30,
};

describe('the catalogue', () => {
  let fresh: FreshDatabase;
  let app: TestingModule;
  let database: Database;

  beforeAll(async () => {
    fresh = await freshDatabase();
    const clock = ClockModule.forRoot(new MovableClock(NOW));
    app = await Test.createTestingModule({
      imports: [DatabaseModule.at(fresh.appUrl, 6), clock, CatalogueModule],
    }).compile();
    database = app.get(Database);
    await database.transaction((tx) =>
      tx.rows(
        `INSERT INTO ciyuan.party (code, name, kinds, created_at)
         SELECT code, code, '{}', now() FROM unnest($1::text[]) AS code`,
        [['zhipu', 'ascend', 'gw-east', 'operator']],
      ),
    );
  });
  afterAll(async () => {
    await app.close();
    await fresh.drop();
  });

  const epoch = () => database.transaction((tx) => app.get(CatalogueDocumentsStore).epoch(tx));
  const content = () => database.transaction((tx) => app.get(CatalogueDocumentsStore).content(tx));
  const current = () => database.transaction((tx) => app.get(CatalogueCache).current(tx));
  const publish = (kind: DocumentKind, body: unknown, effectiveFrom = JANUARY) =>
    app.get(PublishDocument).run({ kind, body, effectiveFrom, by: 'maker-1' });
  const faults = async (kind: DocumentKind, body: unknown, effectiveFrom = JANUARY): Promise<string[]> => {
    const answer = await publish(kind, body, effectiveFrom);
    return answer.ok ? [] : answer.refusal.faults.map((fault) => `${fault.path} ${fault.code}`);
  };
  const versionOf = async (kind: DocumentKind, body: unknown, effectiveFrom: number) => {
    const answer = await publish(kind, body, effectiveFrom);
    return answer.ok ? [answer.value.document.version, answer.value.isNew] : answer.refusal.code;
  };

  it('defines a model once, of a party that there is', async () => {
    const model = { code: 'glm-5', name: 'GLM-5', vendor: 'zhipu' };
    const before = await epoch();
    expect(await app.get(DefineModel).run(model)).toEqual({ ok: true, value: model });
    expect(await app.get(DefineModel).run(model)).toEqual({ ok: true, value: model });
    expect(await epoch()).toBe(before + 1);
    const renamed = await app.get(DefineModel).run({ ...model, name: 'GLM' });
    expect(renamed.ok ? '' : renamed.refusal.code).toBe('code_taken');
    const orphan = await app.get(DefineModel).run({ code: 'm', name: 'M', vendor: 'nobody' });
    const unknown = [{ path: 'vendor', code: 'unknown_party', detail: 'nobody' }];
    expect(orphan).toEqual({ ok: false, refusal: { code: 'invalid', faults: unknown } });
    expect((await content()).models).toEqual([model]);
  });

  it('numbers versions, and writes nothing where nothing would change', async () => {
    const before = await epoch();
    expect(await versionOf('coefficient_table', TABLE, JANUARY)).toEqual([1, true]);
    expect(await versionOf('coefficient_table', TABLE, JANUARY)).toEqual([1, false]);
    expect(await versionOf('coefficient_table', TABLE, MARCH)).toEqual([1, false]);
    expect(await versionOf('coefficient_table', OTHER_TABLE, MARCH)).toEqual([2, true]);
    expect(await versionOf('coefficient_table', TABLE, MAY)).toEqual([3, true]);
    expect(await versionOf('coefficient_table', OTHER_TABLE, JANUARY)).toBe('effective_from_taken');
    expect(await epoch()).toBe(before + 3);
  });

  it('keeps what was said, by whom and when, with a digest that is blind to the order of members', async () => {
    const { code, zone, currency, entries, multipliers, tiers } = BOOK;
    const first = await publish('price_book', BOOK);
    const again = await publish('price_book', { tiers, multipliers, entries, currency, zone, code });
    if (!first.ok || !again.ok) throw new Error('refused');
    expect(again.value.document).toEqual(first.value.document);
    expect(first.value.document).toMatchObject({
      kind: 'price_book',
      code: 'retail',
      version: 1,
      body: BOOK,
    });
    expect(first.value.document).toMatchObject({
      effectiveFrom: JANUARY,
      createdAt: NOW,
      createdBy: 'maker-1',
    });
    expect(first.value.document.digest).toMatch(/^[0-9a-f]{64}$/);
    const stored = await database.transaction((tx) =>
      app.get(CatalogueDocumentsStore).versions(tx, 'price_book', 'retail'),
    );
    expect(stored).toEqual([first.value.document]);
  });

  it('publishes every kind', async () => {
    for (const [kind, body] of [
      ['cost_book', COST],
      ['plan', PLAN],
      ['split_rule', RULE],
      ['contract', CONTRACT],
    ] as const) {
      expect([kind, ...(await faults(kind, body))]).toEqual([kind]);
    }
    const { plan, cost_book, split_rule, contract } = await content();
    expect([plan, cost_book, split_rule, contract].map((kind) => kind.map((one) => one.code))).toEqual([
      ['personal'],
      ['zhipu-cost'],
      ['default'],
      ['gw-east'],
    ]);
  });

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
      'an unknown step',
      'split_rule',
      { ...RULE, rule: { ...RULE.rule, steps: [{ type: 'gift', party: 'vendor' }] } },
      ['rule.steps.0.type invalid_union'],
    ],
    ['a contract of nobody', 'contract', { ...CONTRACT, partner: 'nobody' }, ['partner unknown_party']],
    ['a contract for nothing', 'contract', { ...CONTRACT, serves: [] }, ['serves too_small']],
    ['no object at all', 'contract', null, [' invalid_type']],
  ])('refuses %s', async (_what, kind, body, expected) => {
    const before = await epoch();
    expect(await faults(kind, body, MAY)).toEqual(expected);
    expect(await epoch()).toBe(before);
  });

  it('refuses a plan that begins before what it names', async () => {
    const early = { ...PLAN, code: 'early' };
    expect(await faults('plan', early, JANUARY - 1)).toEqual(['coefficientTable not_yet_in_force']);
    expect(await faults('plan', early, JANUARY)).toEqual([]);
  });

  it('numbers the versions of writers that come at once', async () => {
    const from = (index: number) => ({ ...CONTRACT, lateWindowDays: 40 + index });
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => publish('contract', from(index), MARCH + index * 1000)),
    );
    const versions = answers.map((answer) => (answer.ok ? answer.value.document.version : 0));
    expect([...versions].sort()).toEqual([2, 3, 4, 5, 6, 7]);
  });

  describe('its compiled copy', () => {
    it('is compiled once for all who come at once, and again after a change', async () => {
      const reads = jest.spyOn(app.get(CatalogueDocumentsStore), 'content');
      const before = await current();
      await publish('price_book', { ...BOOK, code: 'other' });
      reads.mockClear();
      const copies = await Promise.all(Array.from({ length: 5 }, () => current()));
      expect(new Set(copies).size).toBe(1);
      expect(copies[0]).not.toBe(before);
      expect(await current()).toBe(copies[0]);
      expect(reads).toHaveBeenCalledTimes(1);
      expect(copies[0]?.epoch).toBe(await epoch());
      expect(before.pricesAt('other', NOW)).toBeUndefined();
      expect(copies[0]?.pricesAt('other', NOW)?.prices.currency).toBe('CNY');
      reads.mockRestore();
    });

    it('is not spoilt by one who could not read it', async () => {
      await publish('price_book', { ...BOOK, code: 'third' });
      const reads = jest.spyOn(app.get(CatalogueDocumentsStore), 'content');
      reads.mockRejectedValueOnce(new Error('connection lost'));
      const answers = await Promise.allSettled([current(), current(), current()]);
      expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
      expect((await current()).pricesAt('third', NOW)).toBeDefined();
      reads.mockRestore();
    });

    it('asks each instant the version of its time', async () => {
      const catalogue = await current();
      const milli = (at: number) => catalogue.coefficientsAt('standard', at).lookup('glm-5', 'cached_input');
      expect([JANUARY, MARCH - 1, MARCH, MAY].map(milli)).toEqual([100n, 100n, 200n, 100n]);
    });
  });

  it('lets the application change or take back nothing', async () => {
    for (const statement of [
      "UPDATE ciyuan.catalogue_document SET body = '{}'",
      'DELETE FROM ciyuan.catalogue_document',
      "UPDATE ciyuan.model SET vendor = 'ascend'",
      'DELETE FROM ciyuan.party',
    ]) {
      await expect(database.transaction((tx) => tx.rows(statement))).rejects.toThrow('permission denied');
    }
  });
});
