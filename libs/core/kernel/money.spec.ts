import { divideFloor, divideHalfAway, fenToPico, formatFen, formatYuan, parseFen, parseYuan } from './money';

describe('divideHalfAway', () => {
  it.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [4n, 3n, 1n],
    [-4n, 3n, -1n],
    [5n, 3n, 2n],
    [-5n, 3n, -2n],
    [0n, 7n, 0n],
  ])('%d / %d is %d', (n, d, quotient) => {
    expect(divideHalfAway(n, d)).toBe(quotient);
  });
});

describe('divideFloor', () => {
  it.each([
    [5n, 2n, 2n],
    [-5n, 2n, -3n],
    [-4n, 2n, -2n],
    [0n, 7n, 0n],
  ])('%d / %d is %d', (n, d, quotient) => {
    expect(divideFloor(n, d)).toBe(quotient);
  });
});

it.each([0n, -1n])('no division by %d', (d) => {
  expect(() => divideHalfAway(1n, d)).toThrow(RangeError);
  expect(() => divideFloor(1n, d)).toThrow(RangeError);
});

it('reads and writes yuan and fen', () => {
  expect(parseYuan('0.000000000001')).toBe(1n);
  expect(formatYuan(-1n)).toBe('-0.000000000001');
  expect(parseFen('9.9')).toBe(990n);
  expect(formatFen(5n)).toBe('0.05');
  expect(fenToPico(parseFen('9.9'))).toBe(parseYuan('9.9'));
  expect(() => parseFen('0.001')).toThrow(RangeError);
});
