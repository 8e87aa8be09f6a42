import { postAs } from '../support/post-as';
import { SeededMarket } from '../support/seeded-market';

// Every figure here is worked out by hand in db/seeds/scenarios/m7.md.

const RATING = [
  'record_id',
  'drawn_milli',
  'recognised_gross',
  'recognised_net',
  'usage_gross',
  'compute_cost',
];

describe('M7: a platform sells film beside text, at a hundred trillion tokens a day', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open('2026-10-01T00:00:00+08:00');
    await market.openAccount('film', 'developer');
    await market.openAccount('platform', 'enterprise');
    for (const account of ['film', 'platform']) await market.order(account, 'payg-media');
  });
  const post = (table: string) => postAs(market, 'gw-film', table);
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  it('sells one allowance for text, sound and film', async () => {
    expect(await market.order('film', 'media-40t')).toBe('not_in_this_segment');
    expect(await market.order('film', 'media-100m')).toBe('taken');
    expect(await market.order('platform', 'media-40t')).toBe('taken');
    expect(await market.rows('SELECT price_net FROM ciyuan.grant_bucket ORDER BY price_net')).toEqual([
      { price_net: '83.020000000000' },
      { price_net: '22641509.430000000000' },
    ]);
  });

  it('draws every class by its own coefficient, and charges seconds and pictures beside the package', async () => {
    market.moveTo('2026-10-20T20:00:00+08:00');
    expect(await post(FILM)).toEqual(['accepted', 'accepted']);
    expect(await market.records('v%', ...RATING)).toEqual([
      ['v1', '8700000000', '7.656000000000', '7.222740000000', '0.000000000000', '1.930000000000'],
      ['v2', '75510000000', '66.448800000000', '62.688402000000', '13.200000000000', '24.661000000000'],
    ]);
    expect(await market.balance('film')).toEqual([['media-100m', 100_000_000_000n, 84_210_000_000n, 0n]]);
  });

  it('never covers a part of a token, and prices a class that has no row as its parent', async () => {
    expect(await post(BEYOND)).toEqual(['accepted', 'accepted']);
    expect((await market.records('v%', ...RATING)).slice(2)).toEqual([
      ['v3', '15789993750', '13.895194500000', '13.108852811250', '9.184005000000', '7.102000000000'],
      ['v4', '6000', '0.000005280000', '0.000004981200', '0.551995200000', '0.133000000000'],
    ]);
    expect(await market.balance('film')).toEqual([['media-100m', 100_000_000_000n, 99_999_999_750n, 0n]]);
  });

  it('refuses a meter that it does not know, and a count beyond what one call can use', async () => {
    expect(await post(MISNAMED)).toEqual(['refused', 'refused']);
    expect(await market.records('x%', 'record_id')).toEqual([]);
  });

  it('counts beyond what a double holds, to the last milli-token and pico-yuan', async () => {
    expect(await post(AT_SCALE)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(await market.records('w%', ...RATING)).toEqual([
      [
        'w1',
        '15053000000000000',
        '9031800.000000000000',
        '8520566.036244750000',
        '61728.350000000000',
        '4414645.670000000000',
      ],
      [
        'w2',
        '6595000000057300',
        '3957000.000034380000',
        '3733018.867303683962',
        '0.000000000000',
        '1599000.000014260000',
      ],
      [
        'w3',
        '18351999999937500',
        '11011199.999962500000',
        '10387924.526448622641',
        '318400.000035000000',
        '5499999.999994500000',
      ],
    ]);
    expect(await market.balance('platform')).toEqual([
      ['media-40t', 40_000_000_000_000_000n, 39_999_999_999_994_800n, 0n],
    ]);
  });

  it('shares October: compute first, film by the token, then what remains', async () => {
    await market.endMonth('2026-10');
    expect((await market.balance('platform'))[0]?.[3]).toBe(5_200n);
    await market.settle('2026-10');
    expect(await market.told('2026-10')).toBe(OCTOBER_STATEMENTS);
  });

  it('counts film as heavily in a pack of every model, and keeps what the shop has no price for', async () => {
    market.moveTo('2026-11-05T20:00:00+08:00');
    await market.openAccount('viewer', 'consumer');
    expect(await market.order('viewer', 'payg-standard')).toBe('taken');
    expect(await market.order('viewer', 'entry-400k')).toBe('taken');
    expect(await post(IN_THE_SHOP)).toEqual(['accepted', 'unpriced']);
    expect(await market.records('y%', ...RATING)).toEqual([
      ['y1', '375000000', '0.937500000000', '0.881250000000', '0.000000000000', '0.110000000000'],
    ]);
  });
});

const FILM = `
  v1 | film | 2026-10-05T10:00:00 | doubao-seed-1.6 | gpu-h20 | input 2_000_000, cached_input 5_000_000, output 600_000, image_input 400_000, audio_input 100_000
  v2 | film | 2026-10-06T10:00:00 | doubao-seedance-1.0-pro | gpu-h20 | input 10_000, image_input 200_000, video_output 4_000_000, images 12, seconds 240`;
const BEYOND = `
  v3 | film | 2026-10-12T10:00:00 | doubao-seedance-1.0-pro | gpu-h20 | input 20_000, video_input 1_000_000, audio_output 300_000, video_output 1_000_000, seconds 60
  v4 | film | 2026-10-13T10:00:00 | doubao-seed-1.6 | gpu-h20 | input 10_000, reasoning 20_000, audio_input 50_000, video_input 80_000`;
const MISNAMED = `
  x1 | film | 2026-10-14T10:00:00 | doubao-seedance-1.0-pro | gpu-h20 | minutes 4
  x2 | platform | 2026-10-14T10:00:00 | doubao-seedance-1.0-pro | gpu-h20 | video_output 1_000_000_000_001`;
const AT_SCALE = `
  w1 | platform | 2026-10-10T10:00:00 | doubao-seedance-1.0-pro | gpu-h20 | input 3_000_000_000, image_input 20_000_000_000, video_output 800_000_000_000, seconds 1_234_567
  w2 | platform | 2026-10-15T10:00:00 | doubao-seed-1.6 | gpu-h20 | input 900_000_000_001, cached_input 950_000_000_003, output 700_000_000_007
  w3 | platform | 2026-10-20T10:00:00 | doubao-seedance-1.0-pro | gpu-h20 | video_output 999_999_999_999`;

const IN_THE_SHOP = `
  y1 | viewer | 2026-11-05T20:00:00 | doubao-seedance-1.0-pro | gpu-h20 | video_output 20_000
  y2 | viewer | 2026-11-05T20:00:00 | doubao-seedance-1.0-pro | gpu-h20 | video_output 1_000, seconds 5`;

const OCTOBER_STATEMENTS = `
operator: media-100m breakage 0.00
operator: media-40t breakage 0.00
operator: media-100m doubao-seed-1.6 package 3.70
operator: media-100m doubao-seedance-1.0-pro package 28.26
operator: media-40t doubao-seed-1.6 package 1493813.21
operator: media-40t doubao-seedance-1.0-pro package 3895773.39
operator: payg-media doubao-seed-1.6 usage 0.27
operator: payg-media doubao-seedance-1.0-pro usage 130956.54
operator: issued 5520575.37 + 0.00 VAT = 5520575.37
volcano: media-100m doubao-seed-1.6 package 1.59
volcano: media-100m doubao-seedance-1.0-pro package 21.28
volcano: media-40t doubao-seed-1.6 package 640205.66
volcano: media-40t doubao-seedance-1.0-pro package 5227163.83
volcano: payg-media doubao-seed-1.6 usage 0.12
volcano: payg-media doubao-seedance-1.0-pro usage 98578.39
volcano: issued 5965970.87 + 357958.25 VAT = 6323929.12
volcano-cluster: media-100m doubao-seed-1.6 package 1.93
volcano-cluster: media-100m doubao-seedance-1.0-pro package 26.26
volcano-cluster: media-40t doubao-seed-1.6 package 1599000.00
volcano-cluster: media-40t doubao-seedance-1.0-pro package 9785553.33
volcano-cluster: payg-media doubao-seed-1.6 usage 0.13
volcano-cluster: payg-media doubao-seedance-1.0-pro usage 129097.85
volcano-cluster: issued 11513679.50 + 690820.77 VAT = 12204500.27`;
