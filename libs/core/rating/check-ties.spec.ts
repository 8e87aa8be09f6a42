import type { PriceEntry } from '../catalogue';
import { MARCH, MAY, book, entry, faultsOf, m } from '../../../test/support/price-books';

describe('ties', () => {
  const night = { from: '22:00', to: '06:00' };
  it.each<[string, PriceEntry[], string[]]>([
    ['the same entry twice', [m(), m({ price: '2' })], ['entries.1 tie']],
    ['each of three', [m(), m(), m()], ['entries.1 tie', 'entries.2 tie']],
    ['another class', [m(), entry('m', 'output')], []],
    ['another model', [m(), entry('n', 'input')], []],
    ['a later beginning', [m(), m({ effectiveFrom: MARCH })], []],
    [
      'the same beginning and another end',
      [m({ effectiveTo: MARCH }), m({ effectiveTo: MAY })],
      ['entries.1 tie'],
    ],
    [
      'the same instant in another zone',
      [m(), m({ effectiveFrom: '2025-12-31T16:00:00Z' })],
      ['entries.1 tie'],
    ],
    ['a named tier and none', [m(), m({ serviceTier: 'batch' })], []],
    ['two named tiers', [m({ serviceTier: 'batch' }), m({ serviceTier: 'flex' })], []],
    ['two values of a dimension', [m({ when: { region: 'a' } }), m({ when: { region: 'b' } })], []],
    [
      'two dimensions that one call can have',
      [m({ when: { region: 'a' } }), m({ when: { speed: 'a' } })],
      ['entries.1 tie'],
    ],
    ['one dimension and two', [m({ when: { region: 'a' } }), m({ when: { region: 'a', speed: 'a' } })], []],
    ['two bounds', [m({ promptOver: 1 }), m({ promptOver: 2 })], []],
    ['a bound on each side', [m({ promptOver: 1 }), m({ completionOver: 1 })], []],
    [
      'bands that overlap',
      [m({ timeBand: night }), m({ timeBand: { from: '05:59', to: '07:00' } })],
      ['entries.1 tie'],
    ],
    ['bands that touch', [m({ timeBand: night }), m({ timeBand: { from: '06:00', to: '22:00' } })], []],
    [
      'bands of other days',
      [m({ timeBand: { ...night, days: [6, 7] } }), m({ timeBand: { ...night, days: [1] } })],
      [],
    ],
    [
      'workdays of a calendar and all other days of it',
      [
        m({ timeBand: { ...night, holidays: 'cn', on: 'workdays' } }),
        m({ timeBand: { ...night, holidays: 'cn', on: 'holidays' } }),
      ],
      [],
    ],
    [
      'workdays of a calendar and weekends: some are worked',
      [
        m({ timeBand: { ...night, holidays: 'cn', on: 'workdays' } }),
        m({ timeBand: { ...night, days: [6, 7] } }),
      ],
      ['entries.1 tie'],
    ],
    [
      'workdays of one calendar and holidays of another',
      [
        m({ timeBand: { ...night, holidays: 'cn', on: 'workdays' } }),
        m({ timeBand: { ...night, holidays: 'hk', on: 'holidays' } }),
      ],
      ['entries.1 tie'],
    ],
    [
      'workdays of a calendar twice',
      [
        m({ timeBand: { ...night, holidays: 'cn', on: 'workdays' } }),
        m({ timeBand: { from: '23:00', to: '23:30', holidays: 'cn', on: 'workdays' } }),
      ],
      ['entries.1 tie'],
    ],
    [
      'a whole day and an hour of it',
      [m({ timeBand: { from: '00:00', to: '00:00' } }), m({ timeBand: night })],
      ['entries.1 tie'],
    ],
    [
      'patterns of one length that meet',
      [entry('kimi-*', 'input'), entry('*-kimi', 'input')],
      ['entries.1 tie'],
    ],
    ['patterns of one length that cannot', [entry('kimi-*', 'input'), entry('qwen-*', 'input')], []],
    ['a longer pattern', [entry('kimi-*', 'input'), entry('kimi-k*', 'input')], []],
  ])('%s', (_what, entries, expected) => {
    expect(faultsOf(book(entries))).toEqual(expected);
  });
});
