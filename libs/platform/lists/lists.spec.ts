import { cursorText, readCursor } from './cursor';
import { listedOf, type Listed } from './listed';
import type { ListOrder } from './list-order';
import { sortsOf } from './list-order';
import { ordered, type PlaceInList } from './ordered';
import { placeIn } from './page-query';
import { everyItem, pagesOf } from './pages-of';
import { filterValues } from './filter-values';

const ORDER: ListOrder<'name' | 'at'> = {
  columns: { name: { sql: 't.name', type: 'text' }, at: { sql: 't.at', type: 'timestamptz' } },
  ties: [{ sql: 't.id', type: 'bigint' }],
  initial: '-at',
};
const AT = '2026-10-01 00:00:00.123456+00';

describe('a sorted list', () => {
  it('may be sorted by each of its columns, both ways', () => {
    expect(sortsOf(ORDER)).toEqual(['name', '-name', 'at', '-at']);
  });

  it('says its order in its own words, and takes what comes from outside as values', () => {
    expect(ordered(ORDER, { sort: '-name', after: ["x'; --", '7'], limit: 2 }, 3)).toEqual({
      key: 'ARRAY[(t.name)::text, (t.id)::text] AS sort_key',
      after: '((t.name) COLLATE "C", (t.id)) < ($5::text, $6::bigint)',
      orderBy: '(t.name) COLLATE "C" DESC, (t.id) DESC',
      limit: '$4',
      values: [3, "x'; --", '7'],
    });
    expect(ordered(ORDER, { sort: 'at', limit: 2 }, 0)).toMatchObject({ after: 'true', values: [3] });
  });

  it('gives a cursor only where another page follows, and knows it again', () => {
    const rows = [1, 2, 3].map((id) => ({ id, sort_key: [AT, String(id)] }));
    const page = listedOf(rows, { sort: '-at', limit: 2 }, ({ id }) => id);
    expect(page.items).toEqual([1, 2]);
    expect(readCursor(ORDER, '-at', page.next ?? '')).toEqual([AT, '2']);
    expect(listedOf(rows, { sort: '-at', limit: 3 }, ({ id }) => id)).toEqual({
      items: [1, 2, 3],
      next: null,
    });
  });

  it.each([
    ['of another order', cursorText('at', [AT, '2'])],
    ['of too few values', cursorText('-at', [AT])],
    ['of too many', cursorText('-at', [AT, '2', '3'])],
    ['of no instant', cursorText('-at', ['yesterday', '2'])],
    ['of no number', cursorText('-at', [AT, '2; DROP'])],
    ['of a number that is too long', cursorText('-at', [AT, '9'.repeat(19)])],
    ['that is no JSON', 'x'],
    ['that is nothing', Buffer.from('null').toString('base64url')],
  ])('refuses a cursor %s', (_what, text) => {
    expect(readCursor(ORDER, '-at', text)).toBeUndefined();
    expect(() => placeIn(ORDER, { sort: '-at', limit: 1, after: text })).toThrow('after:');
  });

  it('takes what is not asked for as null, and instants as they are compared', () => {
    expect(filterValues(['x', undefined, false, 0], [undefined, 0])).toEqual([
      'x',
      null,
      false,
      0,
      null,
      new Date(0),
    ]);
    expect(filterValues([])).toEqual([]);
  });

  describe('is walked', () => {
    const ITEMS = [1, 2, 3, 4, 5];
    const asked: object[] = [];
    const pageAt = (place: PlaceInList<'name' | 'at'>): Promise<Listed<number>> => {
      asked.push(place);
      const from = Number(place.after?.[1] ?? 0);
      const rows = ITEMS.filter((id) => id > from).map((id) => ({ id, sort_key: [AT, String(id)] }));
      return Promise.resolve(listedOf(rows, place, ({ id }) => id));
    };

    it.each([1, 2, 5, 6])('to its end by pages of %i', async (limit) => {
      expect(await everyItem({ order: ORDER, limit }, pageAt)).toEqual(ITEMS);
    });

    it('no further than it is taken, and in the order that is asked for', async () => {
      asked.length = 0;
      for await (const page of pagesOf({ order: ORDER, sort: 'at', limit: 2 }, pageAt)) {
        expect(page).toEqual([1, 2]);
        break;
      }
      expect(asked).toEqual([{ limit: 2, sort: 'at' }]);
    });

    it('not at all where it is gone', async () => {
      expect(await everyItem({ order: ORDER, limit: 2 }, () => Promise.resolve(undefined))).toEqual([]);
    });
  });
});
