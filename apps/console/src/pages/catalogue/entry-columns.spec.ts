import type { PriceEntry } from '@ciyuan/core/catalogue';
import { ENTRY_COLUMNS } from './entry-columns';

const ENTRY: PriceEntry = {
  model: 'glm-5',
  class: 'input',
  price: '2',
  effectiveFrom: '2026-01-01T00:00:00+08:00',
};

const column = (name: string) => {
  const found = ENTRY_COLUMNS.find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

describe('the cells of a price book', () => {
  it.each([
    ['model', 'glm-*'],
    ['class', 'output'],
    ['price', '2.625'],
    ['effectiveFrom', '2026-12-01T08:30'],
    ['effectiveTo', '2026-12-01T08:30'],
    ['serviceTier', 'batch'],
    ['promptOver', '32000'],
    ['completionOver', '0'],
    ['band', '14:00-18:00'],
    ['when', 'region=east; speed=fast'],
  ])('%s reads what it was told', (name, text) => {
    const { read, write } = column(name);
    expect(read(write(ENTRY, text))).toBe(text);
  });

  it('write what the API wants, and nothing where nothing is said', () => {
    const banded = column('band').write(ENTRY, '14:00 - 18:00');
    expect(banded.timeBand).toEqual({ from: '14:00', to: '18:00' });
    expect(column('bandDays').write(banded, '1, 2，3').timeBand).toEqual({
      from: '14:00',
      to: '18:00',
      days: [1, 2, 3],
    });
    expect(column('bandHolidays').write(banded, 'china:workdays').timeBand).toEqual({
      from: '14:00',
      to: '18:00',
      holidays: 'china',
      on: 'workdays',
    });
    expect(column('band').write(banded, '')).toEqual(ENTRY);
    expect(column('effectiveFrom').write(ENTRY, '2026-12-01T00:00').effectiveFrom).toBe(
      '2026-12-01T00:00:00+08:00',
    );
    for (const name of ['effectiveTo', 'serviceTier', 'promptOver', 'completionOver', 'when'])
      expect(column(name).write(ENTRY, '')).toEqual(ENTRY);
  });

  it('keep what is no number, for the check to find', () => {
    expect(column('promptOver').write(ENTRY, '32k').promptOver).toBe('32k');
  });
});
