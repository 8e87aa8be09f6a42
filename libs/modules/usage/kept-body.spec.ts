import type { Json } from '@ciyuan/core/usage';
import { bodyOf, keptBody } from './kept-body';

describe('the body of a record in suspense', () => {
  it.each<[what: string, body: Json, isText: boolean]>([
    ['is itself', { b: 1, a: [null, 'x'] }, false],
    ['is itself with an emoji', { a: '\u{1f600}' }, false],
    ['is itself where an escape is only spoken of', { a: '\\u0000', b: '\\\\ud800' }, false],
    ['is itself with another control character', { a: '\u0001' }, false],
    ['is a text where a member has U+0000', { a: { b: 'x\u0000' } }, true],
    ['is a text where a name has it', { 'a\u0000': 1 }, true],
    ['is a text where it comes after a backslash', { a: '\\\u0000' }, true],
    ['is a text where it has the first half of a pair', { a: '\ud83d' }, true],
    ['is a text where it has the second half', { a: '\ude00 \\' }, true],
  ])('%s', (_what, body, isText) => {
    const kept = JSON.parse(keptBody(body)) as Json;
    expect(typeof kept === 'string').toBe(isText);
    expect(bodyOf(kept)).toEqual(body);
  });
});
