import fc from 'fast-check';
import { pattern } from '../kernel';
import { canMatchTheSame } from './model-overlap';

/** Few letters, so that patterns and names meet often. */
const text = fc.array(fc.constantFrom('a', 'b', '*'), { maxLength: 6 }).map((letters) => letters.join(''));

/** All names of up to `longest` letters: long enough for a common name of two patterns of six. */
function names(longest: number): string[] {
  let last = [''];
  const all = [''];
  for (let length = 1; length <= longest; length++) {
    last = last.flatMap((name) => [`${name}a`, `${name}b`]);
    all.push(...last);
  }
  return all;
}

const NAMES = names(9);

describe('whether two patterns can match the same model', () => {
  it('is whether there is such a name', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [one, other] = [pattern(a), pattern(b)];
        const found = NAMES.some((name) => one.matches(name) && other.matches(name));
        // The common name need not be longer than both literals together; those that are longer are not enumerated.
        fc.pre(one.literalLength + other.literalLength <= 9);
        expect(canMatchTheSame(a, b)).toBe(found);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['glm-5', 'glm-5', true],
    ['glm-5', 'glm-5-air', false],
    ['glm-*', 'glm-5', true],
    ['glm-*', 'kimi-*', false],
    ['kimi-*', '*-k2', true],
    ['*-air', 'glm-*-turbo', false],
    ['a*b*c', 'a*c*b', false],
    ['*', '', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(canMatchTheSame(a, b)).toBe(expected);
    expect(canMatchTheSame(b, a)).toBe(expected);
  });
});
