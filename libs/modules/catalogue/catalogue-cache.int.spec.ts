import type { DocumentKind } from '@ciyuan/core/charging';
import {
  BOOK,
  JANUARY,
  MARCH,
  MAY,
  NOW,
  OTHER_TABLE,
  TABLE,
  startCatalogue,
  type RunningCatalogue,
} from '../../../test/support/catalogue-bodies';
import { CatalogueCache } from './catalogue-cache';
import { CatalogueDocumentsStore } from './catalogue-documents.store';

describe('the compiled catalogue', () => {
  let catalogue: RunningCatalogue;
  beforeAll(async () => {
    catalogue = await startCatalogue();
    await catalogue.stock();
    await catalogue.publish('coefficient_table', OTHER_TABLE, MARCH);
    await catalogue.publish('coefficient_table', TABLE, MAY);
  });
  afterAll(() => catalogue.stop());

  const epoch = () => catalogue.inTransaction((tx) => catalogue.app.get(CatalogueDocumentsStore).epoch(tx));
  const current = () => catalogue.inTransaction((tx) => catalogue.app.get(CatalogueCache).current(tx));
  const publish = (kind: DocumentKind, body: unknown, effectiveFrom = JANUARY) =>
    catalogue.publish(kind, body, effectiveFrom);

  it('is compiled once for all who come at once, and again after a change', async () => {
    const reads = jest.spyOn(catalogue.app.get(CatalogueDocumentsStore), 'content');
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
    const reads = jest.spyOn(catalogue.app.get(CatalogueDocumentsStore), 'content');
    reads.mockRejectedValueOnce(new Error('connection lost'));
    const answers = await Promise.allSettled([current(), current(), current()]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect((await current()).pricesAt('third', NOW)).toBeDefined();
    reads.mockRestore();
  });

  it('asks each instant the version of its time', async () => {
    const compiled = await current();
    const milli = (at: number) => compiled.coefficientsAt('standard', at).lookup('glm-5', 'cached_input', at);
    expect([JANUARY, MARCH - 1, MARCH, MAY].map(milli)).toEqual([100n, 100n, 200n, 100n]);
  });
});
