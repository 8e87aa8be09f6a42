import { grouped, percent, rate, roundedYuan, seconds, yuan } from './figures';

it.each([
  [grouped(0), '0'],
  [grouped(999n), '999'],
  [grouped(-1_234_567n), '-1,234,567'],
  [yuan(0n), '0.00'],
  [yuan(-5n), '-0.05'],
  [yuan(123_456_789n), '1,234,567.89'],
  [roundedYuan(4_999_999_999n), '0.00'],
  [roundedYuan(5_000_000_000n), '0.01'],
  [roundedYuan(-5_000_000_000n), '-0.01'],
  [percent(1n, 3n), '33.3 %'],
  [percent(-1n, 2_000n), '-0.1 %'],
  [percent(3n, 0n), '-'],
  [seconds(1_250), '1.3 s'],
  [rate(4_409, 1_000), '4,409'],
  [rate(5, 0), '-'],
])('%p is shown as %p', (shown, expected) => {
  expect(shown).toBe(expected);
});
