import { calls } from '../support/seeded-calls';
import { SeededMarket } from '../support/seeded-market';

// Every figure here is worked out by hand in db/seeds/scenarios/m3-bundle.md.

describe('M3: tokens sold together with a cloud host and office software', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open('2026-11-01T00:00:00+08:00');
    await market.openAccount('solo', 'small_firm');
    await market.openAccount('late', 'small_firm');
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const sold = async (account: string): Promise<string[]> => {
    const rows = await market.rows(
      `SELECT 'tokens' AS part, quantity_milli / 1000 || ' for ' || trim_scale(price_gross) AS gross,
              trim_scale(price_net) AS net, 0 AS place
         FROM ciyuan.grant_bucket JOIN ciyuan.account AS a USING (account_id) WHERE a.code = $1
       UNION ALL
       SELECT part, trim_scale(gross)::text, trim_scale(net), 1
         FROM ciyuan.fee_charge JOIN ciyuan.account AS a USING (account_id) WHERE a.code = $1
       ORDER BY place, part`,
      [account],
    );
    return rows.map(({ part, gross, net }) => `${part as string} ${gross as string} net ${net as string}`);
  };

  it('shares the price of a month among the three by what each costs alone', async () => {
    for (const plan of ['payg-standard', 'cloud-suite-30m'])
      expect(await market.order('solo', plan)).toBe('taken');
    expect(await sold('solo')).toEqual([
      'tokens 30000000 for 23.64 net 22.3',
      'cloud-host 39.54 net 37.3',
      'office 15.82 net 14.92',
    ]);
  });

  it('cuts the price of half a month first, and shares it then', async () => {
    market.moveTo('2026-11-16T00:00:00+08:00');
    for (const plan of ['payg-standard', 'cloud-suite-30m'])
      expect(await market.order('late', plan)).toBe('taken');
    expect(await sold('late')).toEqual([
      'tokens 15000000 for 11.82 net 11.15',
      'cloud-host 19.77 net 18.65',
      'office 7.91 net 7.46',
    ]);
  });

  it('recognises of the price of the tokens alone what they are used for', async () => {
    market.moveTo('2026-11-20T20:00:00+08:00');
    expect((await market.post(...calls(USED))).map(({ status }) => status)).toEqual(
      Array(2).fill('accepted'),
    );
    expect(
      await market.records(
        's%',
        'record_id',
        'drawn_milli',
        'trim_scale(recognised_net)::text',
        'trim_scale(compute_cost)::text AS cost',
      ),
    ).toEqual([
      ['s1', '18000000000', '13.38', '4.44'],
      ['s2', '15000000000', '11.15', '4.15'],
    ]);
  });

  it('shares November: the fees of the other products are the operator’s', async () => {
    await market.endMonth('2026-11');
    await market.settle('2026-11');
    expect(await market.told('2026-11')).toBe(NOVEMBER_STATEMENTS);
  });
});

const USED = `
  s1 | solo | 2026-11-18T10:00:00 | glm-5-air | ascend-910c | input 12_000_000, output 6_000_000
  s2 | late | 2026-11-19T10:00:00 | minimax-m2 | hygon-dcu | input 10_000_000, output 5_000_000`;

const NOVEMBER_STATEMENTS = `
hygon-cloud: cloud-suite-30m minimax-m2 package 4.15
hygon-cloud: issued 4.15 + 0.25 VAT = 4.40
minimax: cloud-suite-30m minimax-m2 package 3.90
minimax: issued 3.90 + 0.23 VAT = 4.13
operator: cloud-suite-30m breakage 8.92
operator: cloud-suite-30m fee 78.33
operator: cloud-suite-30m glm-5-air package 4.26
operator: cloud-suite-30m minimax-m2 package 3.10
operator: issued 94.61 + 0.00 VAT = 94.61
tianyi-ascend: cloud-suite-30m glm-5-air package 4.44
tianyi-ascend: issued 4.44 + 0.27 VAT = 4.71
zhipu: cloud-suite-30m glm-5-air package 4.68
zhipu: issued 4.68 + 0.28 VAT = 4.96`;
