import type { Json } from '@ciyuan/core/usage';
import { differingMembers } from './differing-members';

describe('the paths at which two values differ', () => {
  it.each<[received: string, first: string, paths: readonly string[]]>([
    ['{"a":1,"b":{"c":2}}', '{"b":{"c":2},"a":1}', []],
    ['{"a":1,"b":{"c":2}}', '{"a":2,"b":{"c":3}}', ['a', 'b.c']],
    ['{"a":null}', '{}', []],
    ['{"a":{}}', '{}', ['a']],
    ['{"a":{"b":1}}', '{"a":7}', ['a']],
    ['[1,{"m":"x"}]', '[1,{"m":"x"}]', []],
    ['{"l":[1,{"m":"x"},3]}', '{"l":[1,{"m":"y"}]}', ['l[1].m', 'l[2]']],
    ['{"l":[]}', '{"l":{}}', ['l']],
    ['{"a":[1]}', '{"a":null}', ['a']],
    ['{"constructor":{}}', '{}', ['constructor']],
    ['{}', '{"__proto__":{"a":1}}', ['__proto__']],
    ['7', '8', ['']],
  ])('%s and %s: %j', (received, first, paths) => {
    expect(differingMembers(JSON.parse(received) as Json, JSON.parse(first) as Json)).toEqual(paths);
  });
});
