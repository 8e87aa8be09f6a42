import { monthBounds } from '@ciyuan/core/kernel';
import fc from 'fast-check';
import type { TraceCall } from '../traces/trace-call';
import type { DemoMarket } from './demo-market';
import { accountCodes } from './population';
import { spreadCalls, type SpreadInput } from './spread-calls';

const DAY_MS = 86_400_000;
const count = fc.nat({ max: 1_000_000 });
const counts = fc.record({ input: count, cachedInput: count, output: count });
// Clocks that go back, jump by more than a month and stand still are all in it.
const offsetMs = fc.oneof(fc.integer({ min: -5_000, max: 5_000 }), fc.integer({ min: 0, max: 50 * DAY_MS }));
const model = fc.constantFrom('claude-opus-4-6', 'claude-haiku-4-5', 'gpt-x', 'glm-5');
const call = fc.record(
  { session: fc.nat({ max: 6 }).map((n) => `s${n}`), offsetMs, counts, model },
  {
    requiredKeys: ['session', 'offsetMs', 'counts'],
  },
);
const calls = fc
  .array(call, { maxLength: 40 })
  .map((list): TraceCall[] => list.map((item, index) => ({ ...item, recordKey: `call-${index}` })));

const market: DemoMarket = {
  models: ['glm-5', 'kimi-k2', 'telechat'].map((code) => ({ code, vendor: `${code}-vendor` })),
  computeOwners: ['owner-a', 'owner-b'].map((code) => ({ code, chipKind: `${code}-chip` })),
  partners: ['gw-east', 'gw-north'],
};
const input: fc.Arbitrary<SpreadInput> = fc.record({
  calls,
  source: fc.constant('trace'),
  accounts: fc.integer({ min: 1, max: 300 }).map(accountCodes),
  market: fc.constant(market),
  month: fc.constantFrom('2026-02', '2026-10', '2027-03'),
  zone: fc.constantFrom('Asia/Shanghai', 'America/New_York'),
});

const law = (name: string, holds: (given: SpreadInput) => void): void =>
  it(name, () => fc.assert(fc.property(input, holds), { numRuns: 100 }));

describe('a spread of any calls', () => {
  law('is the same each time', (given) => {
    expect(spreadCalls(structuredClone(given))).toEqual(spreadCalls(given));
  });

  law('lies in the month', (given) => {
    const { start, end } = monthBounds(given.zone, given.month);
    for (const { at, record } of spreadCalls(given)) {
      expect(at).toBeGreaterThanOrEqual(start);
      expect(at).toBeLessThan(end);
      expect(Date.parse(record.at)).toBe(at);
    }
  });

  law('keeps every call once, with its counts', (given) => {
    const left = new Map(given.calls.map(({ recordKey, counts }) => [recordKey, counts]));
    for (const { record } of spreadCalls(given)) {
      const { input: computed, cached_input: cachedInput = 0, output = 0 } = record.tokens;
      expect({ input: computed, cachedInput, output }).toEqual(left.get(record.id));
      left.delete(record.id);
    }
    expect(left.size).toBe(0);
  });

  law('gives a session to one account and partner, its calls in the order of the file', (given) => {
    const placed = spreadCalls(given);
    const place = new Map(placed.map(({ record }, index) => [record.id, index]));
    const last = new Map<string, { index: number; holder: string }>();
    for (const { session, recordKey } of given.calls) {
      const index = place.get(recordKey) ?? -1;
      const holder = `${placed[index]?.record.account} by ${placed[index]?.partner}`;
      const before = last.get(session);
      if (before !== undefined) {
        expect(index).toBeGreaterThan(before.index);
        expect(holder).toBe(before.holder);
      }
      last.set(session, { index, holder });
    }
  });

  law('is in order of time, ties as in the file', (given) => {
    const position = new Map(given.calls.map(({ recordKey }, index) => [recordKey, index]));
    const placed = spreadCalls(given);
    for (const [index, { at, record }] of placed.entries()) {
      const next = placed[index + 1];
      if (next === undefined) continue;
      expect(next.at).toBeGreaterThanOrEqual(at);
      if (next.at === at) expect(position.get(next.record.id)).toBeGreaterThan(position.get(record.id) ?? 0);
    }
  });

  law('keeps the pace of a session that fits into the month', (given) => {
    const [first] = given.calls;
    const session = given.calls.filter((one) => one.session === first?.session);
    const spanMs = Math.max(0, ...session.map((one) => one.offsetMs - (first?.offsetMs ?? 0)));
    fc.pre(first !== undefined && spanMs < 27 * DAY_MS);
    const ids = new Set(session.map(({ recordKey }) => recordKey));
    const times = spreadCalls(given).flatMap(({ at, record }) => (ids.has(record.id) ? [at] : []));
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBe(spanMs);
  });

  law('does not move a session when another leaves', (given) => {
    const alone = given.calls.filter(({ session }) => session === 's0');
    const ids = new Set(alone.map(({ recordKey }) => recordKey));
    const among = spreadCalls(given).filter(({ record }) => ids.has(record.id));
    expect(spreadCalls({ ...given, calls: alone })).toEqual(among);
  });
});
