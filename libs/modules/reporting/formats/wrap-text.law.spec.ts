import fc from 'fast-check';
import { wrapText } from './wrap-text';

const widthOf = (text: string): number => Array.from(text).length;

describe('wrapped text', () => {
  it.each([
    ['glm-5', 10, ['glm-5']],
    ['', 10, ['']],
    ['deepseek-v3.2-thinking', 10, ['deepseek-', 'v3.2-', 'thinking']],
    ['abcdefghijkl', 5, ['abcde', 'fghij', 'kl']],
    ['a-bcdefghijkl', 9, ['a-bcdefgh', 'ijkl']],
    ['调整 adjustment', 9, ['调整', 'adjustmen', 't']],
    ['package 赠送 free', 10, ['package', '赠送 free']],
  ])('%j in %i is %j', (text, width, lines) => expect(wrapText(text, width, widthOf)).toEqual(lines));

  it('loses nothing but the spaces where it breaks, and fits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (text, width) => {
          const lines = wrapText(text, width, widthOf);
          expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
          for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
