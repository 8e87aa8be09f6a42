import { checkCoefficients, checkTable } from './check-coefficients';
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

  it('finds no tie between rows of other hours, or of hours and of always', () => {
    const hours = { from: '14:00', to: '18:00', days: [1, 2, 3] };
    const rows = [
      row('a', '*', '1'),
      { ...row('a', '*', '2'), hours },
      { ...row('a', '*', '3'), hours: { ...hours, days: [4] } },
      { ...row('a', '*', '4'), hours: { from: '18:00', to: '14:00' } },
    ];
    expect(checkTable({ zone: 'Asia/Shanghai', rows })).toEqual([]);
    expect(checkTable({ rows })).toMatchObject([{ path: 'zone', code: 'no_zone' }]);
  });

  it('finds hours that meet, and hours that there are not', () => {
    const during = (from: string, to: string, days?: readonly number[]): CoefficientRow => ({
      ...row('a', '*', '2'),
      hours: { from, to, ...(days && { days }) },
    });
    const rows = [during('22:00', '06:00'), during('05:59', '07:00'), during('25:00', '26:00', [8])];
    expect(checkTable({ zone: 'UTC', rows }).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'rows.1 tie',
      'rows.2.hours.from not_a_local_time',
      'rows.2.hours.to not_a_local_time',
      'rows.2.hours.days.0 not_a_weekday',
    ]);
  });
});
