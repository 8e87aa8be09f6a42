import { countsOf, namedCounts, type Counter } from '../usage';
import { drawRecord } from './drawdown';
import { inBurnOrder, type DrawableGrant } from './grant';

const AT = Date.parse('2026-10-15T12:00:00+08:00');
const DAY = 86_400_000;

type Coefficients = Readonly<Partial<Record<Counter, bigint>>>;

/** A grant of 1,000 package tokens that is eligible at `AT`. */
function grant(id: string, own: Partial<DrawableGrant> = {}, coefficients: Coefficients = {}): DrawableGrant {
  return {
    id,
    priority: 20,
    grantedAt: AT - DAY,
    effectiveAt: AT - DAY,
    expiresAt: AT + DAY,
    matchesModel: () => true,
    coefficients: (_model, tokenClass) => coefficients[tokenClass as Counter] ?? 1000n,
    leftMilli: 1_000_000n,
    ...own,
  };
}

function draw(
  grants: readonly DrawableGrant[],
  counts: Readonly<Partial<Record<Counter, number>>>,
  model = 'm',
): { drawn: string; overage: object } {
  const { draws, overage } = drawRecord(grants, { model, at: AT, counts: countsOf(counts) });
  const drawn = draws.map((one) => `${one.grant.id} ${one.milliTokens}`).join(', ');
  return { drawn, overage: namedCounts(overage) };
}

describe('the order in which grants are burnt', () => {
  it.each<[string, Partial<DrawableGrant>, Partial<DrawableGrant>]>([
    ['the lower priority, though it expires later', { priority: 9, expiresAt: null }, { priority: 10 }],
    ['the sooner expiry, though granted later', { expiresAt: AT + 1, grantedAt: AT }, { expiresAt: AT + 2 }],
    ['any expiry before none', { expiresAt: AT + 9 * DAY, grantedAt: AT }, { expiresAt: null }],
    ['the earlier granted, though its id is later', { grantedAt: 1, id: 'b' }, { grantedAt: 2, id: 'a' }],
    ['of two that never expire the earlier', { expiresAt: null, grantedAt: 1 }, { expiresAt: null }],
    ['the id, bytewise: capitals first', { id: 'B' }, { id: 'a' }],
    ['the id, bytewise: not as a number', { id: '10' }, { id: '9' }],
    ['the id, bytewise: the shorter of two that begin alike', { id: 'a' }, { id: 'a0' }],
  ])('is %s', (_what, first, second) => {
    const [one, other] = [grant('one', first), grant('two', second)];
    expect([other, one].sort(inBurnOrder)).toEqual([one, other]);
    expect([one, other].sort(inBurnOrder)).toEqual([one, other]);
  });
});

describe('drawing a record', () => {
  it.each<[string, Partial<DrawableGrant>, boolean]>([
    ['takes effect at the instant', { effectiveAt: AT }, true],
    ['takes effect one millisecond later', { effectiveAt: AT + 1 }, false],
    ['expires at the instant', { expiresAt: AT }, false],
    ['expires one millisecond later', { expiresAt: AT + 1 }, true],
    ['never expires', { expiresAt: null }, true],
    ['lapsed long ago', { expiresAt: AT - DAY }, false],
    ['is for another model', { matchesModel: (model) => model === 'other' }, false],
    ['was granted later than it takes effect', { grantedAt: AT + DAY }, true],
  ])('a grant that %s', (_what, own, isDrawn) => {
    const expected = isDrawn ? { drawn: 'g 5000', overage: {} } : { drawn: '', overage: { input: 5 } };
    expect(draw([grant('g', own)], { input: 5 })).toEqual(expected);
  });

  it('goes through the classes in canonical order, not in that of their names', () => {
    const grants = [grant('g', { leftMilli: 10_000n })];
    expect(draw(grants, { audio_input: 4, reasoning: 4, cached_input: 4 })).toEqual({
      drawn: 'g 10000',
      overage: { audio_input: 2 },
    });
  });

  it('leaves in a grant what cannot cover a whole token, for a class that it can', () => {
    const coefficients = { input: 300n, output: 100n };
    const grants = [grant('a', { leftMilli: 1_000n }, coefficients), grant('b', {}, coefficients)];
    // a: 3 × 0.3 of its 1, then 1 × 0.1; b: 2 × 0.3 and 1 × 0.1
    expect(draw(grants, { input: 5, output: 2 })).toEqual({ drawn: 'a 1000, b 700', overage: {} });
    expect(grants.map((one) => one.leftMilli)).toEqual([0n, 999_300n]);
  });

  it('covers what has coefficient 0 by an exhausted grant, and what has not by the next', () => {
    const grants = [grant('dry', { leftMilli: 0n }, { cached_input: 0n }), grant('next')];
    expect(draw(grants, { input: 2, cached_input: 7 })).toEqual({ drawn: 'dry 0, next 2000', overage: {} });
    expect(draw([grants[0] as DrawableGrant], { input: 2, cached_input: 7 })).toEqual({
      drawn: 'dry 0',
      overage: { input: 2 },
    });
  });

  it('asks each grant for its own coefficient, of the record’s model and instant', () => {
    const asked: unknown[] = [];
    const coefficients = (...of: unknown[]): bigint => {
      asked.push(of);
      return 2_500n;
    };
    expect(draw([grant('g', { coefficients })], { output: 3 }, 'glm')).toEqual({
      drawn: 'g 7500',
      overage: {},
    });
    expect(asked).toEqual([['glm', 'output', AT]]);
  });

  it('never covers a meter, and draws huge counts exactly', () => {
    const counts = { input: 1_000_000_000_000, requests: 3 };
    const grants = [grant('g', { leftMilli: 999_999_999_999_999n })];
    expect(draw(grants, counts)).toEqual({ drawn: 'g 999999999999000', overage: { input: 1, requests: 3 } });
    expect(grants[0]?.leftMilli).toBe(999n);
  });

  it('names the eligible grant that would be burnt last, exhausted or not', () => {
    const grants = [grant('a'), grant('b', { leftMilli: 0n }), grant('lapsed', { expiresAt: AT })];
    const counts = countsOf({ input: 1 });
    expect(drawRecord(grants, { model: 'm', at: AT, counts }).lastEligible?.id).toBe('b');
    expect(drawRecord(grants.slice(2), { model: 'm', at: AT, counts }).lastEligible).toBeUndefined();
  });
});
