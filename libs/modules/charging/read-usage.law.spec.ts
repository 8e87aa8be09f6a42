import fc from 'fast-check';
import { namedCounts, type Json, type UsageRecord } from '@ciyuan/core/usage';
import { bookOf, priceOf, versionOf } from '../../../test/support/core-catalogue';
import { CONTENT, charge } from '../../../test/support/core-shop';
import { usage, wireUsage } from '../../../test/support/market';
import { readUsage } from './read-usage';

const AT = '2026-10-15T12:00:00+08:00';
const MODEL = { vendor: 'alpha' };
const ALWAYS = { earliest: -Infinity, latest: Infinity };

/** Every class has a price of its own or its parent's, and each another, so that no two mistakes cancel. */
const PRICES = [
  priceOf('*', 'input', '2'),
  priceOf('*', 'cached_input', '0.3'),
  priceOf('*', 'cache_write', '2.5'),
  priceOf('*', 'output', '8'),
  priceOf('*', 'reasoning', '9'),
];
const PRICED = {
  ...CONTENT,
  price_book: [versionOf(10, 'retail', bookOf({ code: 'retail', entries: PRICES }))],
};

const count = fc.nat({ max: 1_000 });
const counts = fc.record({
  input: count,
  cached_input: count,
  cache_write: count,
  output: count,
  reasoning: count,
});
type Native = Readonly<Record<'input' | 'cached_input' | 'cache_write' | 'output' | 'reasoning', number>>;

/** The same call in the words of OpenAI's chat endpoint: everything inside the two totals. */
const chatOf = (native: Native): Json => ({
  prompt_tokens: native.input + native.cached_input + native.cache_write,
  completion_tokens: native.output + native.reasoning,
  total_tokens: Object.values(native).reduce((all, one) => all + one, 0),
  prompt_tokens_details: { cached_tokens: native.cached_input, cache_write_tokens: native.cache_write },
  completion_tokens_details: { reasoning_tokens: native.reasoning },
});

function recordOf(body: Json): UsageRecord {
  const read = readUsage('gateway', body, ALWAYS);
  if (!read.ok || !read.value.isReadable) throw new Error(JSON.stringify(read));
  return read.value.record;
}

function chargeOf(record: UsageRecord): object {
  const { charged, ...decision } = charge(['base', 'pack'], [record, namedCounts(record.counts)], PRICED);
  expect(charged).toHaveLength(1);
  return { ...decision, charged: charged.map(({ record: _record, ...figures }) => figures) };
}

describe('usage posted as disjoint counts and as the provider’s object', () => {
  it('is the same record but for the object that is kept', () => {
    fc.assert(
      fc.property(counts, (native) => {
        const { wire, ...counted } = recordOf(
          wireUsage('u', 'a1', AT, ['openai_chat', chatOf(native)], MODEL),
        );
        expect(counted).toEqual(recordOf(usage('u', 'a1', AT, native, MODEL)));
        expect(wire).toEqual({ semantics: 'openai_chat', raw: chatOf(native) });
      }),
    );
  });

  it('is charged alike, from a pack and beyond it', () => {
    fc.assert(
      fc.property(counts, (native) => {
        const wired = recordOf(wireUsage('u', 'a1', AT, ['openai_chat', chatOf(native)], MODEL));
        expect(chargeOf(wired)).toEqual(chargeOf(recordOf(usage('u', 'a1', AT, native, MODEL))));
      }),
    );
  });
});
