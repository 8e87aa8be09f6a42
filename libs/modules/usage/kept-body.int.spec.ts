import fc from 'fast-check';
import { canonicalJson, type Json } from '@ciyuan/core/usage';
import { Engine } from '../../../test/support/engine';
import { bodyOf, keptBody } from './kept-body';

/** With text of all of Unicode and halves of it, numbers of all sizes, and lists and objects inside each other. */
const text = fc.string({
  unit: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\ud800', '\u0000')),
});
const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer());
const { body } = fc.letrec<{ body: Json; value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('body'),
  ),
  body: fc.dictionary(text, tie('value'), { maxKeys: 5, noNullPrototype: true }),
}));
const SIZES = [
  0, -0, 1e-6, 9.5e-7, -1.25e-9, 5e-324, 1e21, -123e19, 1.5e300, 999999999999999900000, 0.1, 1e20,
];
const NAMES = ['\u{1f600}', '\uffee', '\ue000', 'a', '\u{1f600}b', '\ud7ff', 'é', ''];
const COLUMN = 'CASE jsonb_typeof(b) WHEN $2 THEN b #>> $3 ELSE ciyuan.canonical_json(b) END';

describe('what is kept of a body', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await Engine.start('2026-10-01T00:00:00Z');
  });

  afterAll(() => engine.stop());

  it('can be stored, is read as it was, and has the canonical text that was hashed', async () => {
    const bodies: Json[] = [
      { sizes: SIZES },
      Object.fromEntries(NAMES.map((name, index) => [name, index])),
      ...fc.sample(body, 400),
    ];
    const rows = await engine.rows<{ kept: Json; canonical: string }>(
      `SELECT b AS kept, ${COLUMN} AS canonical FROM unnest($1::jsonb[]) WITH ORDINALITY AS u (b, place) ORDER BY place`,
      [bodies.map(keptBody), 'string', '{}'],
    );
    expect(rows.map(({ canonical }) => canonical)).toEqual(bodies.map(canonicalJson));
    expect(rows.map(({ kept }) => canonicalJson(bodyOf(kept)))).toEqual(bodies.map(canonicalJson));
    expect(new Set(rows.map(({ kept }) => typeof kept))).toEqual(new Set(['object', 'string']));
  });
});
