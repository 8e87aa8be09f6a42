import fc from 'fast-check';
import { brokenJsonAt } from './broken-json';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('the place where a text stops being JSON', () => {
  it('is nowhere in JSON, however deep', () => {
    expect(brokenJsonAt(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toBeUndefined();
    fc.assert(fc.property(fc.json(), (text) => expect(brokenJsonAt(text)).toBeUndefined()));
  });

  it('is somewhere exactly where no parser reads the text', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '1',
      '-',
      '.5',
      'e3',
      'null',
      ' ',
      '\\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join('');
        expect(brokenJsonAt(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 2_000 },
    );
  });
});
