import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { canonicalJson, type Json } from './canonical-json';

/** What a parser makes of a text: no negative zero, and objects with members of their own only. */
const received = fc.json({ maxDepth: 4 }).map((text) => JSON.parse(text) as Json);
const seeds = fc.infiniteStream(fc.nat());

/** The same value, with the members of every object in another order. */
function shuffled(value: Json, ranks: Iterator<number>): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => shuffled(one, ranks));
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value as Readonly<Record<string, Json>>);
  const ranked = members.map((member) => ({ member, rank: ranks.next().value as number }));
  ranked.sort((a, b) => a.rank - b.rank);
  return Object.fromEntries(ranked.map(({ member: [name, own] }) => [name, shuffled(own, ranks)]));
}

describe('canonical JSON', () => {
  it('does not depend on the order of members', () => {
    fc.assert(
      fc.property(received, seeds, (value, ranks) => {
        expect(canonicalJson(shuffled(value, ranks))).toBe(canonicalJson(value));
      }),
    );
  });

  it('says all of the value, so that reading it gives the value back', () => {
    fc.assert(
      fc.property(received, (value) => {
        expect(isDeepStrictEqual(JSON.parse(canonicalJson(value)), value)).toBe(true);
      }),
    );
  });

  it.each<[Json, string]>([
    [{ b: 1, a: [true, null, { d: 'x y', c: 0.5 }] }, '{"a":[true,null,{"c":0.5,"d":"x y"}],"b":1}'],
    [{ é: 1, e: 2, B: 3, '10': 4, '9': 5 }, '{"10":4,"9":5,"B":3,"e":2,"é":1}'],
    [[[], {}, '"\n'], '[[],{},"\\"\\n"]'],
    [JSON.parse('{"__proto__":1,"a":2}') as Json, '{"__proto__":1,"a":2}'],
  ])('writes %j without white space and in the order of code units', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });
});
