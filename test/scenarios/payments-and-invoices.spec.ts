import { PaidMarket } from '../support/paid-market';

const FIRST = '2026-CNY-000003';
const SECOND = '2026-CNY-000005';

/*
 * North's part of the first document is 20.80, of the second 9.90. By hand, in yuan:
 *
 * | what                          | first open | second open | put to none | owed  |
 * |-------------------------------|------------|-------------|-------------|-------|
 * |                               | 20.80      | 9.90        |             | 30.70 |
 * | 1: 25.00, the oldest first    |  0         | 5.70        |             |  5.70 |
 * | 2: 10.00 for the second       |  0         | 0           | 4.30        | -4.30 |
 * | 1 bounces                     | 20.80      | 4.20        | 4.30        | 20.70 |
 * | the rest of 2 to the second   | 20.80      | 0           | 0.10        | 20.70 |
 * | what is left of 2             | 20.70      | 0           |             | 20.70 |
 * | 1.00 of the first is credited | 19.70      | 0           |             | 19.70 |
 * | 3: 19.70                      |  0         | 0           |             |  0    |
 * | the second is void            |  0         |             | 9.90        |  0    |
 * | it is issued anew             |  0         | 9.90        | 9.90        |  0    |
 * | what is left of 2 to that     |  0         | 0           | 0           |  0    |
 */
describe('payments and the invoices that they are put to', () => {
  let market: PaidMarket;
  beforeAll(async () => {
    market = await PaidMarket.open();
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.story.market.violations()).toEqual([]));

  it('are put to the oldest first', async () => {
    expect(await market.told()).toEqual([
      `${FIRST} 20.8 of 20.8`,
      `${SECOND} 9.9 of 9.9`,
      'unallocated 0',
      'owed 30.7',
    ]);
    expect(await market.pay('25.00')).toBe(1);
    expect(await market.told()).toEqual([`${SECOND} 5.7 of 9.9`, 'unallocated 0', 'owed 5.7']);
    const { parts } = await market.story.read(FIRST);
    expect(parts.map(({ account, paidFen, openFen }) => [account, paidFen, openFen])).toEqual([
      ['north', 2_080n, 0n],
      ['south', 0n, 247n],
    ]);
  });

  it('are put to the named one alone, and never to more than it is', async () => {
    expect(await market.pay('10.00', SECOND)).toBe(2);
    expect(await market.told()).toEqual(['unallocated 4.3', 'owed -4.3']);
    expect(await market.allocate(2)).toBe('nothing_to_allocate');
  });

  it('open what they were put to when they are taken back', async () => {
    await market.bounce(1);
    expect(await market.allocate(1)).toBe('already_reversed');
    expect(await market.told()).toEqual([
      `${FIRST} 20.8 of 20.8`,
      `${SECOND} 4.2 of 9.9`,
      'unallocated 4.3',
      'owed 20.7',
    ]);
  });

  it('what is left of one is put to others later', async () => {
    expect(await market.allocate(9)).toBe('not_found');
    expect(await market.allocate(2, SECOND)).toBe(`${SECOND} 4.2, left 0.1`);
    expect(await market.allocate(2)).toBe(`${FIRST} 0.1, left 0`);
    expect(await market.told()).toEqual([`${FIRST} 20.7 of 20.8`, 'unallocated 0', 'owed 20.7']);
  });

  it('credits lower what is open, and a void document lets go of what was put to it', async () => {
    await market.story.credited(FIRST, 1, 100n);
    expect(await market.pay('19.70')).toBe(4);
    expect(await market.told()).toEqual(['unallocated 0', 'owed 0']);
    await market.story.voided(SECOND);
    expect((await market.story.read(SECOND)).parts).toEqual([]);
    expect((await market.read()).unallocatedFen).toBe(990n);
  });

  it('puts to the document that stands in its place what a void one had', async () => {
    await market.story.bill('2026-12-04T00:00:00+08:00', '2026-12-08T00:00:00+08:00');
    const [anew] = (await market.read()).documents;
    expect([anew?.openFen, anew?.document === SECOND]).toEqual([990n, false]);
    expect(await market.allocate(2)).toBe(`${anew?.document} 9.9, left 0`);
    expect(await market.allocate(2)).toBe('nothing_to_allocate');
    expect(await market.told()).toEqual(['unallocated 0', 'owed 0']);
  });
});
