import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import type { CatalogueContent, ChargingCatalogue } from '@ciyuan/core/charging';
import { CatalogueCache, CatalogueDocumentsStore } from '@ciyuan/modules/catalogue';
import { ListPools, TopUpPool } from '@ciyuan/modules/subscriptions';
import { COUNTERS, TOKEN_CLASSES, countsOf } from '@ciyuan/core/usage';
import { ClockModule, MovableClock } from '@ciyuan/platform/clock';
import { Database, DatabaseModule } from '@ciyuan/platform/database';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/database';
import { LoadSeeds, SEED_FOLDER } from './load-seeds';
import { SeedModule } from './seed.module';

const OCTOBER = Date.UTC(2026, 9, 1);
/** Monday, 11:00 in Shanghai: no band of any book. */
const MORNING = Date.UTC(2026, 9, 5, 3);
const AFTERNOON = Date.UTC(2026, 9, 5, 7);
const NIGHT = Date.UTC(2026, 9, 5, 18);

/** As the packages were announced: tokens, yuan, and who may order them. */
const ANNOUNCED: readonly (readonly [
  plan: string,
  tokens: number,
  yuan: string,
  segment: string | undefined,
])[] = [
  ['personal-10m', 10_000_000, '9.90', 'consumer'],
  ['personal-40m', 40_000_000, '29.90', 'consumer'],
  ['personal-80m', 80_000_000, '49.90', 'consumer'],
  ['developer-15m', 15_000_000, '39.90', 'developer'],
  ['developer-70m', 70_000_000, '159.90', 'developer'],
  ['developer-150m', 150_000_000, '299.90', 'developer'],
  ['entry-400k', 400_000, '1.00', undefined],
  ['entry-400k-sh', 400_000, '1.00', undefined],
  ['trial-opc-30m', 30_000_000, '0.00', undefined],
];

/** Models that are sold by a book of their own, and not in the shop of the eastern and the northern gateway. */
const OTHER_BOOKS: Readonly<Record<string, string>> = {
  'doubao-seed-1.6': 'media-retail',
  'doubao-seedance-1.0-pro': 'media-retail',
  'xinghai-med-12b': 'medical-retail',
  'ernie-5': 'cloud-retail',
  'ernie-4.5-turbo': 'cloud-retail',
  'hunyuan-t1': 'tokenhub',
  'hunyuan-turbos': 'tokenhub',
  'qwen3-max': 'bailian-retail',
  'qwen-plus': 'bailian-retail',
};

const SOUTHERN_CHIPS: Readonly<Record<string, readonly string[]>> = {
  'volcano-cluster': ['gpu-h20'],
  'kunlun-cloud': ['kunlun-p800', 'kunlun-k200'],
  'metax-cloud': ['metax-c500'],
  'moore-cloud': ['mtt-s4000'],
  'pingtouge-cloud': ['zhenwu-810e'],
  'tianyi-ascend': ['ascend-910c', 'ascend-910b'],
};

describe('the seeds of the first market', () => {
  let fresh: FreshDatabase;
  let app: TestingModule;
  let database: Database;
  let catalogue: ChargingCatalogue;
  let content: CatalogueContent;

  const load = (folder = SEED_FOLDER) => app.get(LoadSeeds).run(folder, 'seed');
  const read = () => database.transaction((tx) => app.get(CatalogueDocumentsStore).content(tx));

  beforeAll(async () => {
    fresh = await freshDatabase();
    const clock = ClockModule.forRoot(new MovableClock(OCTOBER));
    app = await Test.createTestingModule({
      imports: [DatabaseModule.at(fresh.appUrl, 4), clock, SeedModule],
    }).compile();
    database = app.get(Database);
    const loaded = await load();
    expect(loaded.published).toBe(loaded.documents);
    content = await read();
    catalogue = await database.transaction((tx) => app.get(CatalogueCache).current(tx));
  });
  afterAll(async () => {
    await app.close();
    await fresh.drop();
  });

  it.each(ANNOUNCED)('sells %s as it was announced', (code, tokens, price, segment) => {
    const plan = catalogue.planAt(code, OCTOBER)?.body;
    expect([plan?.allowance?.tokens, plan?.price, plan?.segment]).toEqual([tokens, price, segment]);
    expect(plan?.allowance?.models).toEqual(['*']);
  });

  it('prices every token class of every model of the shop, for customers and for those who serve them', () => {
    const everything = countsOf(Object.fromEntries(COUNTERS.map((name) => [name, 1])));
    const chips = new Map([
      ['tianyi-ascend', ['ascend-910c', 'ascend-910b']],
      ['hygon-cloud', ['hygon-dcu']],
      ['cambricon-cloud', ['mlu-590']],
    ]);
    const models = content.models.filter(({ code }) => !(code in OTHER_BOOKS));
    const unpriced: string[] = [];
    for (const { code: model, vendor } of models) {
      for (const [owner, kinds] of chips) {
        for (const chipKind of kinds) {
          const call = { model, serviceTier: 'standard', dimensions: { chipKind }, counts: everything };
          const books = [
            catalogue.pricesAt('retail', MORNING),
            ...[vendor, owner].map((one) => catalogue.costsOf(one, MORNING)),
          ];
          TOKEN_CLASSES.forEach((name, counter) => {
            for (const [index, book] of books.entries()) {
              const price = book?.prices.priceOf({ ...call, at: MORNING }, counter);
              if (price === undefined)
                unpriced.push(`${model} ${name} ${['retail', vendor, owner][index]} ${chipKind}`);
            }
          });
        }
      }
      for (const partner of ['gw-east', 'gw-north']) {
        for (const owner of chips.keys()) {
          if (!catalogue.mayReport(partner, vendor, owner, MORNING))
            unpriced.push(`${partner} ${vendor} ${owner}`);
        }
      }
    }
    expect(models.length).toBeGreaterThanOrEqual(6);
    expect(unpriced).toEqual([]);
  });

  it('prices every token class that the southern and the film gateway may report, by the book of each model', () => {
    const counts = countsOf(Object.fromEntries(COUNTERS.map((name) => [name, 1])));
    const contracts = content.contract.filter(({ code }) => ['gw-south', 'gw-film'].includes(code));
    const pairs = contracts.flatMap(({ body }) => body.serves ?? []);
    const unpriced: string[] = [];
    for (const { vendor, computeOwner } of pairs) {
      for (const { code: model } of content.models.filter((one) => one.vendor === vendor)) {
        for (const chipKind of SOUTHERN_CHIPS[computeOwner] ?? ['none']) {
          const call = { at: MORNING, model, serviceTier: 'standard', dimensions: { chipKind }, counts };
          const book = OTHER_BOOKS[model] ?? 'retail';
          TOKEN_CLASSES.forEach((name, counter) => {
            const prices = [catalogue.pricesAt(book, MORNING), catalogue.costsOf(computeOwner, MORNING)];
            prices.forEach((one, index) => {
              if (one?.prices.priceOf(call, counter) === undefined)
                unpriced.push(`${model} ${name} ${[book, computeOwner][index]} ${chipKind}`);
            });
          });
        }
      }
    }
    expect(pairs.length).toBeGreaterThanOrEqual(14);
    expect(unpriced).toEqual([]);
  });

  it.each([
    ['glm-5', 'output', 32_000, 'standard', MORNING, 18],
    ['glm-5', 'output', 32_001, 'standard', MORNING, 22],
    ['glm-5', 'output', 32_000, 'priority', MORNING, 36],
    ['glm-5', 'output', 32_001, 'priority', MORNING, 44],
    ['glm-5', 'reasoning', 32_001, 'batch', MORNING, 11],
    ['kimi-k2', 'input', 1, 'standard', MORNING, 4],
    ['kimi-k2', 'input', 1, 'standard', AFTERNOON, 5],
    ['deepseek-v3.2', 'input', 1, 'standard', NIGHT, 1],
    ['deepseek-v3.2', 'input', 1, 'standard', AFTERNOON, 2],
    ['glm-4.6v', 'video_input', 1, 'standard', MORNING, 2],
    ['minimax-m2', 'cache_write_1h', 1, 'standard', MORNING, 4.2],
  ] as const)(
    'asks for %s %s after %i tokens, %s, at %i: %f',
    (model, name, input, serviceTier, at, yuan) => {
      const book = catalogue.pricesAt('retail', at)?.prices;
      const call = { at, model, serviceTier, dimensions: {}, counts: countsOf({ input }) };
      expect(book?.priceOf(call, COUNTERS.indexOf(name))).toBe(BigInt(Math.round(yuan * 1_000_000)));
    },
  );

  it.each([
    ['personal-10m', 'glm-5-air', 'default-share'],
    ['personal-10m', 'glm-5', 'glm-5-share'],
    ['personal-10m', 'kimi-k2', 'kimi-k2-per-token'],
    ['payg-standard', 'deepseek-v3.2', 'deepseek-progressive'],
    ['trial-200k', 'glm-5', 'trial-per-token'],
    ['trial-opc-30m', 'glm-5', 'trial-opc-per-token'],
    ['entry-400k-sh', 'glm-5-air', 'default-share'],
    ['developer-15m', 'kimi-k2', 'developer-15m-share'],
    ['personal-80m', 'kimi-k2', 'personal-80m-share'],
    ['coding-lite', 'glm-5', 'coding-lite-share'],
    ['coding-pro', 'kimi-k2', 'coding-pro-share'],
  ])('shares %s and %s by %s', (plan, model, code) => {
    const rule = catalogue.splitRuleFor(plan, model, 'tianyi-ascend', OCTOBER);
    expect(content.split_rule.find((version) => version.id === rule?.versionId)?.code).toBe(code);
  });

  it('are not changed by being loaded again', async () => {
    const before = JSON.stringify(await read());
    expect(await load()).toMatchObject({ published: 0 });
    expect(JSON.stringify(await read())).toBe(before);
  });

  it('leave a pool as it is that was filled up since it was opened', async () => {
    const topUp = { pool: 'one-yuan-2026', reference: 'more', tokens: 1, by: 'maker' };
    expect(await app.get(TopUpPool, { strict: false }).run(topUp)).toMatchObject({ ok: true });
    await load();
    const pools = (await app.get(ListPools, { strict: false }).run({ sort: 'code', limit: 100 })).items;
    expect(pools.map(({ code, tokens }) => [code, tokens])).toEqual([
      ['one-yuan-2026', 1_000_000_000_001],
      ['opc-shanghai-2026', 300_000_000_000],
    ]);
  });

  it('give from pools that are there', async () => {
    const { items } = await app.get(ListPools, { strict: false }).run({ sort: 'code', limit: 100 });
    const pools = items.map(({ code }) => code);
    const named = content.plan.flatMap(({ body }) => body.campaignPool ?? []);
    expect([...new Set(named)].sort()).toEqual(pools);
  });

  describe('that are at fault', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'seeds-'));
      cpSync(SEED_FOLDER, folder, { recursive: true });
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it.each([
      ['plans/personal-10m.yaml', "'9.90'", '9.90', 'plans/personal-10m.yaml: body.price: invalid_type'],
      ['plans/personal-10m.yaml', 'name:', 'nmae:', 'plans/personal-10m.yaml: body.nmae: unknown_field'],
      ['plans/personal-10m.yaml', "'9.90'", "'9.95'", 'plans/personal-10m.yaml: effectiveFrom: taken'],
      ['plans/personal-10m.yaml', '{ tokens', '{{ tokens', 'plans/personal-10m.yaml: line 13: not_yaml'],
      [
        'price-books/retail.yaml',
        "'0.16'",
        "'0.1600001'",
        'price-books/retail.yaml: body.entries.19.price: too_many_places',
      ],
      [
        'contracts/gw-east.yaml',
        'vendor: zhipu',
        'vendor: zhippu',
        'contracts/gw-east.yaml: body.serves.0.vendor: unknown_party',
      ],
      ['models.yaml', 'vendor: moonshot', 'vendor: zhipu', 'models.yaml: 4.vendor: differs'],
      [
        'campaign-pools.yaml',
        'tokens: 300000000000',
        'tokens: 300000000001',
        'campaign-pools.yaml: 1.tokens: differs',
      ],
      ['parties.yaml', 'kinds: [operator]', 'kinds: [boss]', 'parties.yaml: 0.kinds.0: invalid_value'],
    ])('in %s, where %s became %s, are named', async (file, from, to, message) => {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      expect(text).toContain(from);
      writeFileSync(path, text.replace(from, to));
      const before = await read();
      await expect(load(folder)).rejects.toThrow(message);
      expect(await read()).toEqual(before);
    });
  });
});
