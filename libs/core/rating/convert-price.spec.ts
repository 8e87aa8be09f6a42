import { ratioOf } from '../kernel';
import { convertPrice } from './convert-price';

it.each([
  ['2.5', '7.15', '17.875'],
  ['0.000001', '0.5', '0.000001'],
  ['0.000001', '0.49999999', undefined],
  ['0.123456', '7.15', '0.88271'],
  ['0', '7.15', '0'],
  ['1.50', '1', '1.50'],
])('%s for a million at %s is %s', (price, rate, converted) =>
  expect(convertPrice(price, ratioOf(rate))).toBe(converted),
);
