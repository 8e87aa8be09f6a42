import { inertText, yuanText } from './plain-text';

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
