import { checkCoefficients } from './check-coefficients';
import type { CoefficientRow } from './coefficients';

const row = (model: string, tokenClass: string, coefficient: string): CoefficientRow => ({
  model,
  class: tokenClass,
  coefficient,
});

describe('the check of a coefficient table', () => {
  it('finds no fault in rows that differ in model, class or length of the pattern', () => {
    const rows = [
      row('*', '*', '1'),
      row('*', 'cached_input', '0.1'),
      row('glm-*', 'output', '2'),
      row('glm-5', 'output', '2.125'),
      row('glm-5', '*', '0'),
      row('abc-*', 'output', '1.5'),
    ];
    expect(checkCoefficients(rows)).toEqual([]);
  });

  it.each([
    ['a fourth decimal', [row('*', '*', '0.1234')], [['rows.0.coefficient', 'too_many_places']]],
    ['a fourth decimal that is zero', [row('*', '*', '0.1230')], []],
    ['an exponent', [row('*', '*', '1e3')], [['rows.0.coefficient', 'not_a_decimal']]],
    ['nothing', [row('*', '*', '')], [['rows.0.coefficient', 'not_a_decimal']]],
    ['a negative', [row('*', '*', '-1')], [['rows.0.coefficient', 'negative']]],
    ['no model', [row('', '*', '1')], [['rows.0.model', 'no_model']]],
    ['the same row twice', [row('a', 'input', '1'), row('a', 'input', '1')], [['rows.1', 'tie']]],
    [
      'patterns of one length that meet',
      [row('kimi-*', '*', '1'), row('*-kimi', '*', '2')],
      [['rows.1', 'tie']],
    ],
    ['patterns of one length that cannot meet', [row('glm-*', '*', '1'), row('abc-*', '*', '2')], []],
  ])('%s', (_what, rows, expected) => {
    expect(checkCoefficients(rows).map((fault) => [fault.path, fault.code])).toEqual(expected);
  });

  it('tells all faults, in the order of the rows', () => {
    const rows = [row('a', '*', '-1'), row('', 'input', 'x'), row('a', '*', '1')];
    expect(checkCoefficients(rows).map((fault) => `${fault.path} ${fault.code}`)).toEqual([
      'rows.0.coefficient negative',
      'rows.1.model no_model',
      'rows.1.coefficient not_a_decimal',
      'rows.2 tie',
    ]);
  });
});
