import { accountsByUse, placeOwnRecords } from './own-records';

const record = (id: string, account: string, at: string, input: number) => ({
  id,
  account,
  at,
  model: 'm',
  vendor: 'v',
  computeOwner: 'o',
  chipKind: 'c',
  tokens: { input, images: 1_000 },
});
const records = [
  record('r1', 'b', '2026-10-02T00:00:00Z', 5),
  record('r2', 'a', '2026-10-02T07:00:00+08:00', 3),
  record('r3', 'c', '2026-10-02T08:00:00+08:00', 9),
  record('r4', 'a', '2026-10-03T00:00:00Z', 2),
];

it('records of one’s own are put in order of time, unchanged', () => {
  const placed = placeOwnRecords(records, ['gw-east', 'gw-north']);
  expect(placed.map(({ record: { id } }) => id)).toEqual(['r2', 'r1', 'r3', 'r4']);
  expect(placed.map((one) => one.record)).toEqual([records[1], records[0], records[2], records[3]]);
  expect(placed[0]?.at).toBe(Date.UTC(2026, 9, 1, 23));
  expect(placed[0]?.partner).toBe(placed[3]?.partner);
});

it('a time without an offset is refused', () => {
  expect(() => placeOwnRecords([record('r', 'a', '2026-10-02', 1)], ['gw'])).toThrow(RangeError);
});

it('accounts are named by their tokens, equals by their codes', () => {
  expect(accountsByUse(records)).toEqual(['c', 'a', 'b']);
});
