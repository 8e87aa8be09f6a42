import { cellText, groupedText, inertText, withPlaces, yuanText } from './plain-text';

describe('text in a spreadsheet', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠a'])(
    '%j is not executed',
    (text) => {
      expect(inertText(text)).toBe(`'${text}`);
    },
  );

  it.each(['', 'glm-5', 'a=b', ' =1', '通义', "'quoted"])('%j stays as it is', (text) => {
    expect(inertText(text)).toBe(text);
  });
});

describe('yuanText', () => {
  it.each([
    [0n, '0.00'],
    [5n, '0.05'],
    [-50n, '-0.50'],
    [1_200n, '12.00'],
    [-123_456_789_012n, '-1234567890.12'],
  ])('%s fen are %s', (fen, text) => expect(yuanText(fen)).toBe(text));
});

describe('numbers for people', () => {
  it.each([
    ['0', '0', '0.00'],
    ['-123', '-123', '-123.00'],
    ['1234567.8', '1,234,567.8', '1234567.80'],
    ['-1234.123456789012', '-1,234.123456789012', '-1234.123456789012'],
  ])('%s is %s in thousands, and %s with places', (decimal, grouped, placed) =>
    expect([groupedText(decimal), withPlaces(decimal)]).toEqual([grouped, placed]),
  );
});

it('escapes what a spreadsheet would read as the number of a character', () => {
  expect(['_x0041_', '_x41_', '=a'].map(cellText)).toEqual(['_x005F_x0041_', '_x41_', '=a']);
});
