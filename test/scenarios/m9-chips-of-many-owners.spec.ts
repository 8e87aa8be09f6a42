import { ListSuspense, RecycleSuspense, RepriceCosts } from '@ciyuan/modules/charging';
import { ListStatements } from '@ciyuan/modules/settlement';
import { latestBody, publishSigned } from '../support/signed-drafts';
import { postAs } from '../support/post-as';
import { SeededMarket } from '../support/seeded-market';

// Every figure here is worked out by hand in db/seeds/scenarios/m9.md.

const OCTOBER_BEGINS = '2026-10-01T00:00:00+08:00';
const M = 1_000_000_000n;

describe('M9: standard tokens, on whichever chip of whichever owner', () => {
  let market: SeededMarket;
  let runId = 0;
  beforeAll(async () => {
    market = await SeededMarket.open(OCTOBER_BEGINS);
    await market.openAccount('forge', 'developer');
    await market.order('forge', 'payg-standard');
    await market.order('forge', 'standard-tokens-50m');
  });
  const post = (table: string) => postAs(market, 'gw-south', table);
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  /** Calculated and signed; answers what becomes of the issue. */
  const issued = async (): Promise<unknown> => {
    const calculated = await market.calculate('2026-10');
    runId = calculated.ok ? calculated.value.id : 0;
    await market.approve(runId);
    const answer = await market.issue(runId);
    return answer.ok ? 'issued' : answer.refusal;
  };

  it('draws the same for the same call, and the record says who served it', async () => {
    market.moveTo('2026-10-20T20:00:00+08:00');
    expect(await post(SERVED)).toEqual(Array(7).fill('accepted'));
    expect(
      await market.records('c%', 'record_id', 'compute_owner', 'chip_kind', 'drawn_milli', 'compute_cost'),
    ).toEqual([
      ['c1', 'kunlun-cloud', 'kunlun-p800', '6000000000', '1.100000000000'],
      ['c2', 'metax-cloud', 'metax-c500', '6000000000', '1.250000000000'],
      ['c3', 'moore-cloud', 'mtt-s4000', '6000000000', '1.600000000000'],
      ['c4', 'kunlun-cloud', 'kunlun-p800', '5000000000', '1.290000000000'],
      ['c5', 'metax-cloud', 'metax-c500', '5000000000', '1.390000000000'],
      ['c6', 'moore-cloud', 'mtt-s4000', '6000000000', '1.420000000000'],
      ['c7', 'kunlun-cloud', 'kunlun-k200', '6000000000', '1.350000000000'],
    ]);
  });

  it('charges the customer for what runs on a chip that nobody has priced yet', async () => {
    market.moveTo('2026-10-28T20:00:00+08:00');
    expect(await post(ON_A_NEW_CHIP)).toEqual(['accepted']);
    expect(await market.records('c8', 'drawn_milli', 'recognised_net', 'compute_cost')).toEqual([
      ['6000000000', '5.094000000000', null],
    ]);
    expect(await market.rows('SELECT role, party, detail FROM ciyuan.cost_suspense')).toEqual([
      { role: 'compute', party: 'metax-cloud', detail: 'no cost price for input' },
    ]);
  });

  it('charges nothing that an owner without a contract served', async () => {
    expect(await post(NOT_CONTRACTED)).toEqual(['not_contracted']);
    expect(await market.balance('forge')).toEqual([['standard-tokens-50m', 50n * M, 46n * M, 0n]]);
  });

  it('does not issue October before the new chip has a price', async () => {
    await market.endMonth('2026-10');
    expect((await market.balance('forge'))[0]).toEqual(['standard-tokens-50m', 50n * M, 46n * M, 4n * M]);
    expect(await issued()).toEqual({ code: 'cost_suspense_open', count: 1 });
  });

  it('books the cost once the next version of the cost book prices it', async () => {
    const body = await latestBody<{ entries: object[] }>(market, 'cost_book', 'metax-cloud-cost');
    const { reRateFrom } = await publishSigned(market, {
      kind: 'cost_book',
      body: { ...body, entries: [...body.entries, ...NEW_CHIP_PRICES] },
      effectiveFrom: OCTOBER_BEGINS,
      backDated: true,
    });
    expect(reRateFrom).toBe(Date.parse(OCTOBER_BEGINS));
    const repriced = await market.engine.get(RepriceCosts).run({ month: '2026-10', by: 'close' });
    expect(repriced).toEqual({ accounts: 1, changed: 1, held: [] });
    const booked = 'SELECT sum(compute_cost) AS yuan FROM ciyuan.usage_entry';
    expect(await market.rows(booked)).toEqual([{ yuan: '10.300000000000' }]);
    expect(await issued()).toEqual({ code: 'suspense_open', count: 1 });
  });

  it('charges what waited once the contract names its owner', async () => {
    const body = await latestBody<{ serves: object[] }>(market, 'contract', 'gw-south');
    const pair = { vendor: 'deepseek', computeOwner: 'enflame-cloud' };
    await publishSigned(market, {
      kind: 'contract',
      body: { ...body, serves: [...body.serves, pair] },
      effectiveFrom: OCTOBER_BEGINS,
      backDated: true,
    });
    const page = { reason: 'not_contracted', sort: 'openedAt', limit: 10 } as const;
    const { items: waiting } = await market.engine.get(ListSuspense).run(page);
    expect(waiting.map(({ recordId }) => recordId)).toEqual(['c9']);
    const recycled = await market.engine.get(RecycleSuspense).run(waiting.map(({ key }) => key));
    expect(recycled).toEqual({ charged: 1, stillOpen: 0 });
    expect((await market.balance('forge'))[0]).toEqual(['standard-tokens-50m', 50n * M, 50n * M, 0n]);
  });

  it('states to every owner what it served, by model and chip kind', async () => {
    expect(await market.issue(runId)).toMatchObject({ refusal: { code: 'stale' } });
    expect(await issued()).toBe('issued');
    expect(await market.told('2026-10')).toBe(OCTOBER_STATEMENTS);
    expect(await served('2026-10')).toEqual([
      'enflame-cloud deepseek-v3.2 enflame-s60: 4000000 tokens, 98 fen',
      'kunlun-cloud deepseek-v3.2 kunlun-p800: 15000000 tokens, 110 fen',
      'kunlun-cloud glm-5-air kunlun-p800: 5000000 tokens, 129 fen',
      'kunlun-cloud minimax-m2 kunlun-k200: 6000000 tokens, 135 fen',
      'metax-cloud deepseek-v3.2 metax-c500: 15000000 tokens, 125 fen',
      'metax-cloud deepseek-v3.2 metax-c600: 15000000 tokens, 90 fen',
      'metax-cloud glm-5-air metax-c500: 5000000 tokens, 139 fen',
      'moore-cloud deepseek-v3.2 mtt-s4000: 15000000 tokens, 160 fen',
      'moore-cloud minimax-m2 mtt-s4000: 6000000 tokens, 142 fen',
    ]);
  });

  /** The lines of those who served, with the chip that each is of. */
  const served = async (month: string): Promise<string[]> => {
    const told: string[] = [];
    const page = { month, sort: 'party', limit: 100 } as const;
    for (const statement of (await market.engine.get(ListStatements).run(page)).items) {
      for (const { key, tokens, shareFen } of await market.linesOf(statement)) {
        if (key?.computeOwner !== statement.party) continue;
        told.push(`${statement.party} ${key.model} ${key.chipKind}: ${tokens} tokens, ${shareFen} fen`);
      }
    }
    return told;
  };
});

const SERVED = `
  c1 | forge | 2026-10-05T10:00:00 | deepseek-v3.2 | kunlun-p800 | input 4_000_000, cached_input 10_000_000, output 1_000_000
  c2 | forge | 2026-10-06T10:00:00 | deepseek-v3.2 | metax-c500 | input 4_000_000, cached_input 10_000_000, output 1_000_000
  c3 | forge | 2026-10-07T10:00:00 | deepseek-v3.2 | mtt-s4000 | input 4_000_000, cached_input 10_000_000, output 1_000_000
  c4 | forge | 2026-10-08T10:00:00 | glm-5-air | kunlun-p800 | input 3_000_000, output 2_000_000
  c5 | forge | 2026-10-09T10:00:00 | glm-5-air | metax-c500 | input 3_000_000, output 2_000_000
  c6 | forge | 2026-10-10T10:00:00 | minimax-m2 | mtt-s4000 | input 5_000_000, output 1_000_000
  c7 | forge | 2026-10-11T10:00:00 | minimax-m2 | kunlun-k200 | input 5_000_000, output 1_000_000`;
const ON_A_NEW_CHIP =
  'c8 | forge | 2026-10-27T10:00:00 | deepseek-v3.2 | metax-c600 | input 4_000_000, cached_input 10_000_000, output 1_000_000';
const NOT_CONTRACTED =
  'c9 | forge | 2026-10-28T10:00:00 | deepseek-v3.2 | enflame-s60 | input 3_000_000, output 1_000_000';

const NEW_CHIP_PRICES = [
  ['*', 'input', '0.09'],
  ['*', 'cached_input', '0.009'],
  ['*', 'output', '0.36'],
  ['deepseek-v3.2', 'input', '0.1'],
  ['deepseek-v3.2', 'cached_input', '0.01'],
  ['deepseek-v3.2', 'output', '0.4'],
].map(([model, tokenClass, price]) => ({
  model,
  class: tokenClass,
  price,
  effectiveFrom: OCTOBER_BEGINS,
  when: { chipKind: 'metax-c600' },
}));

const OCTOBER_STATEMENTS = `
deepseek: standard-tokens-50m deepseek-v3.2 package 0.96
deepseek: standard-tokens-50m deepseek-v3.2 package 1.60
deepseek: standard-tokens-50m deepseek-v3.2 package 1.54
deepseek: standard-tokens-50m deepseek-v3.2 package 1.68
deepseek: standard-tokens-50m deepseek-v3.2 package 1.40
deepseek: issued 7.18 + 0.43 VAT = 7.61
enflame-cloud: standard-tokens-50m deepseek-v3.2 package 0.98
enflame-cloud: issued 0.98 + 0.06 VAT = 1.04
kunlun-cloud: standard-tokens-50m deepseek-v3.2 package 1.10
kunlun-cloud: standard-tokens-50m glm-5-air package 1.29
kunlun-cloud: standard-tokens-50m minimax-m2 package 1.35
kunlun-cloud: issued 3.74 + 0.22 VAT = 3.96
metax-cloud: standard-tokens-50m deepseek-v3.2 package 1.25
metax-cloud: standard-tokens-50m deepseek-v3.2 package 0.90
metax-cloud: standard-tokens-50m glm-5-air package 1.39
metax-cloud: issued 3.54 + 0.21 VAT = 3.75
minimax: standard-tokens-50m minimax-m2 package 1.50
minimax: standard-tokens-50m minimax-m2 package 1.47
minimax: issued 2.97 + 0.18 VAT = 3.15
moore-cloud: standard-tokens-50m deepseek-v3.2 package 1.60
moore-cloud: standard-tokens-50m minimax-m2 package 1.42
moore-cloud: issued 3.02 + 0.18 VAT = 3.20
operator: standard-tokens-50m breakage 0.00
operator: standard-tokens-50m deepseek-v3.2 package 1.45
operator: standard-tokens-50m deepseek-v3.2 package 2.40
operator: standard-tokens-50m deepseek-v3.2 package 2.31
operator: standard-tokens-50m deepseek-v3.2 package 2.52
operator: standard-tokens-50m deepseek-v3.2 package 2.10
operator: standard-tokens-50m glm-5-air package 1.77
operator: standard-tokens-50m glm-5-air package 1.71
operator: standard-tokens-50m minimax-m2 package 2.24
operator: standard-tokens-50m minimax-m2 package 2.20
operator: issued 18.70 + 0.00 VAT = 18.70
zhipu: standard-tokens-50m glm-5-air package 1.18
zhipu: standard-tokens-50m glm-5-air package 1.14
zhipu: issued 2.32 + 0.14 VAT = 2.46`;
