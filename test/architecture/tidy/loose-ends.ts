import type { Rule } from './source';

/** In brackets where this very file must not say the word. */
const LOOSE_ENDS: readonly (readonly [RegExp, string])[] = [
  [/eslint[-](disable|enable)/g, 'obey the rule, or change it for all'],
  [/@ts[-](ignore|nocheck)/g, 'the compiler is right'],
  [/prettier[-]ignore/g, 'the formatter is right'],
  [/\b(it|test|describe)\.(skip|only|todo|failing)\b/g, 'every test runs'],
  [/\b(xit|xtest|xdescribe|fit|fdescribe)\(/g, 'every test runs'],
  [/\b(TO[D]O|FIX[M]E|XX[X]|HAC[K])\b/g, 'finish it, or leave it out'],
  [/\bforward[R]ef\(/g, 'modules form rows, not rings'],
];

export const looseEnds: Rule = function* ({ text }) {
  for (const [pattern, why] of LOOSE_ENDS) {
    for (const match of text.matchAll(pattern))
      yield { position: match.index, reason: `${match[0]}: ${why}` };
  }
};
