import fc from 'fast-check';
import { civilFromDays, daysFromCivil, daysInMonth } from './civil';
import { formatInstant, parseInstant } from './instant';

const instants = fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 });

describe('instants as text', () => {
  it('read back as they were written', () => {
    fc.assert(fc.property(instants, (instant) => parseInstant(formatInstant(instant)) === instant));
  });

  it('agree with the runtime', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const iso = new Date(instant).toISOString();
        expect(parseInstant(iso)).toBe(instant);
        expect(formatInstant(instant)).toBe(iso.replace('.000Z', 'Z'));
      }),
    );
  });
});

describe('civil dates', () => {
  it('are counted one after another', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800_000, max: 3_000_000 }), (days) => {
        const { year, month, day } = civilFromDays(days);
        expect(daysFromCivil(year, month, day)).toBe(days);
        const isLast = day === daysInMonth(year, month);
        expect(civilFromDays(days + 1).day).toBe(isLast ? 1 : day + 1);
      }),
    );
  });
});
