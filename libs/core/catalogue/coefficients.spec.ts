import { parseInstant } from '../kernel';
import { compileCoefficients, type CoefficientRow } from './coefficients';

const ROWS: readonly CoefficientRow[] = [
  { model: '*', class: '*', coefficient: '2', hours: { from: '00:00', to: '24:00' } },
  { model: 'glm-*', class: '*', coefficient: '1.5' },
  {
    model: 'glm-*',
    class: '*',
    coefficient: '3',
    hours: { from: '14:00', to: '18:00', days: [1, 2, 3, 4, 5] },
  },
  { model: 'glm-*', class: 'cached_input', coefficient: '0.1' },
  { model: 'glm-5', class: 'output', coefficient: '4', hours: { from: '22:00', to: '06:00' } },
];

const milliAt = (model: string, tokenClass: string, local: string): bigint => {
  const at = parseInstant(`${local}:00+08:00`);
  return compileCoefficients(ROWS, 'Asia/Shanghai')(model, tokenClass, at as number);
};

describe('a coefficient', () => {
  // 16 September 2026 is a Wednesday.
  it.each([
    ['of hours, at their first minute', 'glm-4', 'input', '2026-09-16T14:00', 3_000n],
    ['of always, a minute before', 'glm-4', 'input', '2026-09-16T13:59', 1_500n],
    ['of always, once the hours are over', 'glm-4', 'input', '2026-09-16T18:00', 1_500n],
    ['of always, on a day that the hours are not of', 'glm-4', 'input', '2026-09-19T15:00', 1_500n],
    ['that names the class, before one that names hours', 'glm-4', 'cached_input', '2026-09-16T15:00', 100n],
    ['of hours that wrap midnight', 'glm-5', 'output', '2026-09-16T05:59', 4_000n],
    ['of the pattern where the hours of the model are not', 'glm-5', 'output', '2026-09-16T06:00', 1_500n],
    ['of the pattern’s hours where the model’s are not', 'glm-5', 'output', '2026-09-16T17:00', 3_000n],
    ['of a pattern for all, all day', 'kimi', 'input', '2026-09-16T03:00', 2_000n],
  ])('%s', (_what, model, tokenClass, local, milli) => {
    expect(milliAt(model, tokenClass, local)).toBe(milli);
  });

  it('is 1 where no row is', () => {
    expect(compileCoefficients([])('m', 'input', 0)).toBe(1_000n);
  });
});
