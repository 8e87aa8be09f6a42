import {
  BOOK,
  JANUARY,
  MARCH,
  MAY,
  OTHER_TABLE,
  PLAN,
  startCatalogue,
  type RunningCatalogue,
} from '../../../test/support/catalogue-bodies';
import { CatalogueCache } from './catalogue-cache';
import { DefineModel } from './define-model';
import { PastCatalogues } from './past-catalogues';

const DEARER = { ...BOOK, entries: [{ ...BOOK.entries[0], price: '5' }] };
/** Pico-yuan a token. */
const [FOUR, FIVE] = [4_000_000n, 5_000_000n];
const CALL = { model: 'glm-5', serviceTier: 'standard', dimensions: {} };

describe('the catalogue of an epoch that is past', () => {
  let catalogue: RunningCatalogue;
  beforeEach(async () => {
    catalogue = await startCatalogue();
    await catalogue.stock();
  });
  afterEach(() => catalogue.stop());

  const now = async (): Promise<number> =>
    (await catalogue.inTransaction((tx) => catalogue.app.get(CatalogueCache).current(tx))).epoch;
  const asOf = (epoch: number) =>
    catalogue.inTransaction((tx) => catalogue.app.get(PastCatalogues).asOf(tx, epoch));
  const priceOf = async (epoch: number, at: number): Promise<bigint | undefined> =>
    (await asOf(epoch)).pricesAt('retail', at)?.prices.priceOf({ ...CALL, at, counts: [] }, 0);

  it('knows nothing of a price that was back-dated since', async () => {
    const before = await now();
    expect((await catalogue.publish('price_book', DEARER, MARCH)).ok).toBe(true);
    const after = await now();
    expect(after).toBe(before + 1);
    expect([await priceOf(before, JANUARY), await priceOf(before, MAY)]).toEqual([FOUR, FOUR]);
    expect([await priceOf(after, JANUARY), await priceOf(after, MAY)]).toEqual([FOUR, FIVE]);
  });

  it('says the same when it is asked again, whatever was asked and published in between', async () => {
    const before = await now();
    expect(await priceOf(before, MAY)).toBe(FOUR);
    await catalogue.publish('price_book', DEARER, MARCH);
    expect(await priceOf(before + 1, MAY)).toBe(FIVE);
    expect(await priceOf(before, MAY)).toBe(FOUR);
    expect(await asOf(before)).toBe(await asOf(before));
  });

  it('is what was compiled then, for the write of that epoch', async () => {
    const current = await catalogue.inTransaction((tx) => catalogue.app.get(CatalogueCache).current(tx));
    const past = await asOf(current.epoch);
    expect(past.epoch).toBe(current.epoch);
    expect(past.planAt('personal', MAY)).toEqual(current.planAt('personal', MAY));
    expect(past.mayReport('gw-east', 'zhipu', 'ascend', MAY)).toBe(true);
  });

  it('has neither documents nor models that came later, and keeps the version that was in force', async () => {
    const before = await now();
    await catalogue.app.get(DefineModel).run({ code: 'glm-6', name: 'GLM-6', vendor: 'zhipu' });
    await catalogue.publish('plan', { ...PLAN, price: '8.80' }, MARCH);
    await catalogue.publish('coefficient_table', OTHER_TABLE, MARCH);
    const [past, present] = [await asOf(before), await asOf(await now())];
    expect([past.model('glm-6'), present.model('glm-6')?.vendor]).toEqual([undefined, 'zhipu']);
    expect([past, present].map((one) => one.planAt('personal', MAY)?.body.price)).toEqual(['9.90', '8.80']);
    const coefficients = [past, present].map((one) =>
      one.coefficientsAt('standard', MAY).lookup('glm-5', 'cached_input', MAY),
    );
    expect(coefficients).toEqual([100n, 200n]);
  });

  it('forgets what was asked for least recently begun, and still says the same', async () => {
    const first = await now();
    const kept = await asOf(first);
    for (let count = 0; count < 17; count += 1) {
      await catalogue.app.get(DefineModel).run({ code: `m-${count}`, name: 'M', vendor: 'zhipu' });
      await asOf(await now());
    }
    const again = await asOf(first);
    expect(again).not.toBe(kept);
    expect([again.epoch, again.model('m-0'), again.model('glm-5')?.vendor]).toEqual([
      first,
      undefined,
      'zhipu',
    ]);
  });
});
