import { brokenBy, compareFigures, countOf, text, type FigureRows } from './figures';

type Row = Readonly<Record<string, string>>;

const rows = (...given: readonly (readonly [string, Row])[]): FigureRows => new Map(given);
const ROW = { amount: '1.5', month: '2026-10' };

describe('figures', () => {
  it('agree where every column of every row does, in whatever order', () => {
    const stored = rows(['a', ROW], ['b', {}]);
    expect(compareFigures(stored, rows(['b', {}], ['a', { month: '2026-10', amount: '1.5' }]))).toEqual([]);
    expect(compareFigures(rows(), rows())).toEqual([]);
  });

  it.each<[what: string, stored: FigureRows, computed: FigureRows, expected: string[]]>([
    ['another value', rows(['a', ROW]), rows(['a', { ...ROW, amount: '1.50' }]), ['a amount 1.5 1.50']],
    ['a column that is not stored', rows(['a', {}]), rows(['a', { amount: '1' }]), ['a amount  1']],
    ['a column that is more than is computed', rows(['a', ROW]), rows(['a', { amount: '1.5' }]), []],
    ['a row that is missing', rows(), rows(['a', ROW]), ['a row absent present']],
    ['a row too many', rows(['a', ROW]), rows(), ['a row present absent']],
    ['a row too many, with nothing in it', rows(['a', {}]), rows(), ['a row present absent']],
    [
      'several, by their keys',
      rows(['c', ROW], ['b', { x: '1', y: '2' }]),
      rows(['a', {}], ['b', { x: '2', y: '1' }]),
      ['a row absent present', 'b x 1 2', 'b y 2 1', 'c row present absent'],
    ],
  ])('differ by %s', (_what, stored, computed, expected) => {
    expect(
      compareFigures(stored, computed).map((one) =>
        [one.figure, one.column, one.stored, one.computed].join(' '),
      ),
    ).toEqual(expected);
  });

  it.each([
    [null, ''],
    [undefined, ''],
    ['', ''],
    [0, '0'],
    [-1n, '-1'],
    [9_007_199_254_740_993n, '9007199254740993'],
    [true, 'true'],
    [false, 'false'],
    ['2026-10', '2026-10'],
  ])('write %p as %p', (value, expected) => expect(text(value)).toBe(expected));

  it('are counted by columns', () => {
    expect([countOf(rows()), countOf(rows(['a', ROW], ['b', {}], ['c', { x: '' }]))]).toEqual([0, 3]);
  });

  it('are broken by what the rules cannot make anything of, not by a database that fails', () => {
    expect(brokenBy('account 1', new RangeError('not a decimal: x'))).toEqual({
      figure: 'account 1',
      column: 'row',
      stored: 'present',
      computed: 'not a decimal: x',
    });
    const failed = Object.assign(new Error('connection terminated'), { code: '57P01' });
    expect(() => brokenBy('account 1', failed)).toThrow(failed);
    expect(() => brokenBy('account 1', 'thrown')).toThrow('thrown');
  });
});
