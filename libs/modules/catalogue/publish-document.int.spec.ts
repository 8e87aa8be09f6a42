import type { DocumentKind } from '@ciyuan/core/charging';
import {
  BOOK,
  CONTRACT,
  COST,
  JANUARY,
  MARCH,
  MAY,
  NOW,
  OTHER_TABLE,
  PLAN,
  RULE,
  TABLE,
  startCatalogue,
  type RunningCatalogue,
} from '../../../test/support/catalogue-bodies';
import { CatalogueDocumentsStore } from './catalogue-documents.store';
import { DefineModel } from './define-model';

describe('publishing', () => {
  let catalogue: RunningCatalogue;
  beforeAll(async () => {
    catalogue = await startCatalogue();
  });
  afterAll(() => catalogue.stop());

  const epoch = () => catalogue.inTransaction((tx) => catalogue.app.get(CatalogueDocumentsStore).epoch(tx));
  const content = () =>
    catalogue.inTransaction((tx) => catalogue.app.get(CatalogueDocumentsStore).content(tx));
  const publish = (kind: DocumentKind, body: unknown, effectiveFrom = JANUARY) =>
    catalogue.publish(kind, body, effectiveFrom);
  const versionOf = async (kind: DocumentKind, body: unknown, effectiveFrom: number) => {
    const answer = await publish(kind, body, effectiveFrom);
    return answer.ok ? [answer.value.document.version, answer.value.isNew] : answer.refusal.code;
  };

  it('defines a model once, of a party that there is', async () => {
    const model = { code: 'glm-5', name: 'GLM-5', vendor: 'zhipu' };
    const before = await epoch();
    expect(await catalogue.app.get(DefineModel).run(model)).toEqual({ ok: true, value: model });
    expect(await catalogue.app.get(DefineModel).run(model)).toEqual({ ok: true, value: model });
    expect(await epoch()).toBe(before + 1);
    const renamed = await catalogue.app.get(DefineModel).run({ ...model, name: 'GLM' });
    expect(renamed.ok ? '' : renamed.refusal.code).toBe('code_taken');
    const orphan = await catalogue.app.get(DefineModel).run({ code: 'm', name: 'M', vendor: 'nobody' });
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
    const stored = await catalogue.inTransaction((tx) =>
      catalogue.app.get(CatalogueDocumentsStore).versions(tx, 'price_book', 'retail'),
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
      expect([kind, (await publish(kind, body)).ok]).toEqual([kind, true]);
    }
    const { plan, cost_book, split_rule, contract } = await content();
    expect([plan, cost_book, split_rule, contract].map((kind) => kind.map((one) => one.code))).toEqual([
      ['personal'],
      ['zhipu-cost'],
      ['default'],
      ['gw-east'],
    ]);
  });

  it('numbers the versions of writers that come at once', async () => {
    const from = (index: number) => ({ ...CONTRACT, lateWindowDays: 40 + index });
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => publish('contract', from(index), MARCH + index * 1000)),
    );
    const versions = answers.map((answer) => (answer.ok ? answer.value.document.version : 0));
    expect([...versions].sort()).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it('lets the application change or take back nothing', async () => {
    for (const statement of [
      "UPDATE ciyuan.catalogue_document SET body = '{}'",
      'DELETE FROM ciyuan.catalogue_document',
      "UPDATE ciyuan.model SET vendor = 'ascend'",
      'DELETE FROM ciyuan.party',
    ]) {
      await expect(catalogue.inTransaction((tx) => tx.rows(statement))).rejects.toThrow('permission denied');
    }
  });
});
