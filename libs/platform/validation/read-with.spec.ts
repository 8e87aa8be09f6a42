import { z } from 'zod';
import { readWith } from './read-with';
import {
  codeText,
  currencyCode,
  decimalText,
  displayName,
  fractionText,
  instantText,
  zoneName,
} from './values';

const SCHEMA = z.strictObject({
  name: displayName,
  rows: z.array(z.strictObject({ price: decimalText(6) })),
});

const faultsOf = (schema: z.ZodType, value: unknown): string[] => {
  const read = readWith(schema, value);
  return read.ok ? [] : read.refusal.map((fault) => `${fault.path} ${fault.code}`);
};

describe('reading a value from outside', () => {
  it('gives the value where it fits', () => {
    const value = { name: 'book', rows: [{ price: '0.000001' }] };
    expect(readWith(SCHEMA, value)).toEqual({ ok: true, value });
  });

  it('tells all faults, each with its path', () => {
    const value = { name: ' ', rows: [{ price: 1 }, { price: '1', prise: '2' }], extra: true };
    expect(faultsOf(SCHEMA, value)).toEqual([
      'name too_small',
      'rows.0.price invalid_type',
      'rows.1.prise unknown_field',
      'extra unknown_field',
    ]);
  });

  it.each<[string, z.ZodType, string, string[]]>([
    ['a seventh decimal', decimalText(6), '0.0000001', [' too_many_places']],
    ['a seventh decimal that is zero', decimalText(6), '0.1000000', []],
    ['an exponent', decimalText(6), '1e3', [' not_a_decimal']],
    ['a comma', decimalText(6), '1,5', [' not_a_decimal']],
    ['nothing', decimalText(6), '', [' not_a_decimal']],
    ['less than nothing', decimalText(6), '-0.5', [' negative']],
    ['all', fractionText(6), '1', []],
    ['more than all', fractionText(6), '1.000001', [' above_one']],
    ['more than all behind a zero', fractionText(6), '02', [' above_one']],
    ['an instant', instantText, '2026-01-01T00:00:00+08:00', []],
    ['a local time', instantText, '2026-01-01T00:00:00', [' not_an_instant']],
    ['a zone', zoneName, 'Asia/Shanghai', []],
    ['no zone', zoneName, 'Asia/Beijing-West', [' unknown_zone']],
    ['a code', codeText, 'gw-east_1', []],
    ['a code with a slash', codeText, 'gw/east', [' invalid_format']],
    ['a currency', currencyCode, 'CNY', []],
    ['a currency', currencyCode, 'USD', []],
    ['a currency without hundredths', currencyCode, 'JPY', [' invalid_value']],
  ])('%s', (_what, schema, text, expected) => {
    expect(faultsOf(schema, text)).toEqual(expected);
  });
});
