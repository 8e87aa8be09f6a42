import { apportion } from './largest-remainder';
import { ratio, ratioOf } from './ratio';

const exact = (...texts: string[]) => texts.map(ratioOf);

describe('apportion', () => {
  it.each([
    ['whole numbers as they are', exact('3', '4'), 7n, [3n, 4n]],
    ['the unit to the largest rest', exact('1.2', '1.7', '1.1'), 4n, [1n, 2n, 1n]],
    ['equal rests in their order', exact('0.5', '0.5', '0.5', '0.5'), 2n, [1n, 1n, 0n, 0n]],
    ['a third each', [ratio(1n, 3n), ratio(1n, 3n), ratio(1n, 3n)], 1n, [1n, 0n, 0n]],
    ['floors below zero', exact('-0.3', '-0.7'), -1n, [0n, -1n]],
    ['a total rounded away from zero', exact('-0.25', '-0.25'), -1n, [0n, -1n]],
    ['nothing', [], 0n, []],
  ])('gives %s', (_, parts, total, whole) => {
    expect(apportion(parts, total)).toEqual(whole);
  });

  it('settles ties by the order it is given', () => {
    expect(apportion(exact('0.5', '0.5', '0.5', '0.5'), 2n, [3, 2, 1, 0])).toEqual([0n, 0n, 1n, 1n]);
    expect(apportion(exact('0.5', '0.6', '0.5'), 2n, [2, 1, 0])).toEqual([0n, 1n, 1n]);
  });

  it('throws on a total out of reach', () => {
    expect(() => apportion(exact('0.5', '0.5'), 3n)).toThrow(RangeError);
    expect(() => apportion(exact('1.5', '1.5'), 1n)).toThrow(RangeError);
    expect(() => apportion([], 1n)).toThrow(RangeError);
  });

  it.each([[[0]], [[0, 0]], [[0, 2]], [[0, 1, 1]]])('throws on the order %j', (order) => {
    expect(() => apportion(exact('0.5', '0.5'), 1n, order)).toThrow(RangeError);
  });
});
