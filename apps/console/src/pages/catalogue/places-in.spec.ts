import { valueAt, withValueAt } from './places-in';

describe('places in a document', () => {
  it('are read, and nothing where there is nothing', () => {
    const body = { a: { b: 1 }, list: [1] };
    expect([valueAt(body, 'a.b'), valueAt(body, 'a.c.d'), valueAt(body, 'list.0')]).toEqual([
      1,
      undefined,
      1,
    ]);
  });

  it('are set in a copy, and made where they were not', () => {
    const body = { a: { b: 1 } };
    expect(withValueAt(body, 'a.c', 2)).toEqual({ a: { b: 1, c: 2 } });
    expect(withValueAt(body, 'x.y', 2)).toEqual({ a: { b: 1 }, x: { y: 2 } });
    expect(body).toEqual({ a: { b: 1 } });
  });

  it('are taken out, with whatever has nothing left', () => {
    expect(withValueAt({ a: { b: { c: 1 } }, d: 0 }, 'a.b.c', undefined)).toEqual({ d: 0 });
    expect(withValueAt({ a: { b: 1, c: 2 } }, 'a.b', undefined)).toEqual({ a: { c: 2 } });
    expect(withValueAt({ d: 0 }, 'a.b', undefined)).toEqual({ d: 0 });
  });
});
