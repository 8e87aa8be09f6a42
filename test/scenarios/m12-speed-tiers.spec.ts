import { ListDrafts } from '@ciyuan/modules/catalogue';
import { calls } from '../support/seeded-calls';
import { SeededMarket } from '../support/seeded-market';
import { latestBody, writeDraft } from '../support/signed-drafts';

// Every figure here is worked out by hand in db/seeds/scenarios/m12.md.

interface Served {
  readonly serviceTier?: string;
  readonly dimensions?: Readonly<Record<string, string>>;
}

interface TierEntry {
  readonly serviceTier?: string;
  readonly class: string;
  readonly promptOver?: number;
}

describe('M12: faster tokens cost more', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open('2026-10-01T00:00:00+08:00');
    await market.openAccount('rush', 'developer');
    await market.order('rush', 'payg-speed');
    market.moveTo('2026-10-20T20:00:00+08:00');
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  /** The same call under each id, served as it says. */
  const post = async (counts: string, served: Readonly<Record<string, Served>>): Promise<string[]> => {
    const records = Object.entries(served).map(([id, how]) => {
      const [call] = calls(`${id} | rush | 2026-10-10T10:00:00 | glm-5-air | ascend-910c | ${counts}`);
      return { ...call, ...how };
    });
    return (await market.post(...records)).map(({ status }) => status);
  };
  const charged = (ids: string) => market.records(ids, 'record_id', 'usage_gross', 'compute_cost');

  it('charges the same call by how it was served', async () => {
    expect(await post(SHORT, EVERY_TIER('s'))).toEqual(Array(4).fill('accepted'));
    expect(await charged('s-%')).toEqual([
      ['s-batch', '1.508800000000', '0.252520000000'],
      ['s-flex', '1.862716100000', '0.252520000000'],
      ['s-priority', '5.280800000000', '0.252520000000'],
      ['s-standard', '3.017600000000', '0.252520000000'],
    ]);
  });

  it('charges a long prompt by the band of its own tier', async () => {
    expect(await post(LONG, EVERY_TIER('l'))).toEqual(Array(4).fill('accepted'));
    expect(await charged('l-%')).toEqual([
      ['l-batch', '2.018240120000', '0.253624012000'],
      ['l-flex', '2.491654674148', '0.253624012000'],
      ['l-priority', '7.063840420000', '0.253624012000'],
      ['l-standard', '4.036480240000', '0.253624012000'],
    ]);
  });

  it('multiplies for fast hardware and for a region, and rounds the price that results, once', async () => {
    const fast = { speed: 'fast' };
    const region = 'cn-hk';
    await post(SHORT, {
      'x-1-fast': { dimensions: fast },
      'x-2-fast-flex': { serviceTier: 'flex', dimensions: fast },
      'x-3-fast-hk': { dimensions: { ...fast, region } },
      'x-6-slow-bj': { dimensions: { speed: 'slow', region: 'cn-bj' } },
    });
    await post(`${SHORT}, reasoning 100_000`, {
      'x-4-hk-flex': { serviceTier: 'flex', dimensions: { region } },
    });
    await post(LONG, { 'x-5-hk-priority': { serviceTier: 'priority', dimensions: { region } } });
    expect(await charged('x-%')).toEqual([
      ['x-1-fast', '4.023466670000', '0.252520000000'],
      ['x-2-fast-flex', '2.483621470000', '0.252520000000'],
      ['x-3-fast-hk', '4.526400000000', '0.252520000000'],
      ['x-4-hk-flex', '2.512222310000', '0.302520000000'],
      ['x-5-hk-priority', '7.946820472500', '0.253624012000'],
      ['x-6-slow-bj', '3.017600000000', '0.252520000000'],
    ]);
  });

  it('charges a tier that the book does not name as standard', async () => {
    expect(await post(SHORT, { 'y-turbo': { serviceTier: 'turbo' } })).toEqual(['accepted']);
    expect(await charged('y-%')).toEqual([['y-turbo', '3.017600000000', '0.252520000000']]);
  });

  it('saves no book in which a tier would charge long prompts as short ones', async () => {
    const body = await latestBody<{ entries: TierEntry[] }>(market, 'price_book', 'speed-retail');
    const isDearest = ({ serviceTier, class: name, promptOver }: TierEntry): boolean =>
      serviceTier === 'priority' && name === 'output' && promptOver !== undefined;
    const entries = body.entries.filter((entry) => !isDearest(entry));
    expect(entries).toHaveLength(body.entries.length - 1);
    const effectiveFrom = '2026-11-01T00:00:00+08:00';
    const refused = await writeDraft(market, {
      kind: 'price_book',
      body: { ...body, entries },
      effectiveFrom,
    });
    expect(refused).toEqual({
      ok: false,
      refusal: {
        code: 'invalid',
        faults: [
          {
            path: 'entries.14',
            code: 'missing_band',
            detail: 'tier priority has no output for promptOver 32000, as entries.5 has',
          },
        ],
      },
    });
    expect((await market.engine.get(ListDrafts).run({ sort: 'createdAt', limit: 10 })).items).toEqual([]);
  });

  it('shares October by revenue, however it was served', async () => {
    await market.endMonth('2026-10');
    await market.settle('2026-10');
    expect(await market.told('2026-10')).toBe(OCTOBER_STATEMENTS);
  });
});

/** A prompt of 30,000 tokens, and one of 32,001. */
const SHORT = 'input 20_000, cached_input 10_000, output 500_000';
const LONG = 'input 30_000, cached_input 2_001, output 500_000';

const EVERY_TIER = (prefix: string): Record<string, Served> => ({
  [`${prefix}-standard`]: {},
  [`${prefix}-flex`]: { serviceTier: 'flex' },
  [`${prefix}-priority`]: { serviceTier: 'priority' },
  [`${prefix}-batch`]: { serviceTier: 'batch' },
});

const OCTOBER_STATEMENTS = `
operator: payg-speed glm-5-air usage 29.77
operator: issued 29.77 + 0.00 VAT = 29.77
tianyi-ascend: payg-speed glm-5-air usage 3.84
tianyi-ascend: issued 3.84 + 0.23 VAT = 4.07
zhipu: payg-speed glm-5-air usage 18.10
zhipu: issued 18.10 + 1.09 VAT = 19.19`;
