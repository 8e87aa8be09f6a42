import { bySpecificity, pattern } from './pattern';

describe('pattern', () => {
  it.each([
    ['glm-5', 'glm-5', true],
    ['glm-5', 'glm-5-air', false],
    ['glm-5*', 'glm-5', true],
    ['glm-5*', 'glm-5-air', true],
    ['*', '', true],
    ['*-air', 'glm-5-air', true],
    ['*-air', 'glm-5-air-x', false],
    ['glm*air', 'glm-5-air', true],
    ['a*a', 'a', false],
    ['a*b*c', 'abc', true],
    ['a*b*c', 'acb', false],
    ['a*bc*c', 'abc', false],
    ['a.c', 'abc', false],
  ])('%s against %s: %s', (text, name, matches) => {
    expect(pattern(text).matches(name)).toBe(matches);
  });

  it('puts the more specific first', () => {
    const ordered = ['*', 'g*', 'g*5', 'glm-*', 'glm-5'].map(pattern).sort(bySpecificity);
    expect(ordered.map(({ text }) => text)).toEqual(['glm-5', 'glm-*', 'g*5', 'g*', '*']);
  });
});
