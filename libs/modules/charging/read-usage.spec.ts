import { namedCounts, type Json } from '@ciyuan/core/usage';
import { usage, wireUsage } from '../../../test/support/market';
import { readUsage, rereadUsage } from './read-usage';

const AT = '2026-10-05T12:00:00+08:00';
const ALWAYS = { earliest: -Infinity, latest: Infinity };
const CHAT = { prompt_tokens: 100, completion_tokens: 7, prompt_tokens_details: { cached_tokens: 60 } };

const read = (body: Json) => readUsage('gateway', body, ALWAYS);
const posted = (raw: Json, more: Readonly<Record<string, Json>> = {}): Json => ({
  ...wireUsage('u1', 'alice', AT, ['openai_chat', raw]),
  ...more,
});
const without = (name: string): Json =>
  Object.fromEntries(Object.entries(posted(CHAT) as object).filter(([own]) => own !== name));
const nested = (levels: number): Json => (levels === 0 ? {} : { deeper: nested(levels - 1) });

describe('a record with the provider’s usage object', () => {
  it('is counted, and keeps what it was counted from', () => {
    const found = read(posted(CHAT));
    if (!found.ok || !found.value.isReadable) throw new Error(JSON.stringify(found));
    const { counts, wire, serviceTier } = found.value.record;
    expect(namedCounts(counts)).toEqual({ input: 40, cached_input: 60, output: 7 });
    expect(wire).toEqual({ semantics: 'openai_chat', raw: CHAT });
    expect(serviceTier).toBe('standard');
  });

  it('has no raw object beside tokens that were counted already', () => {
    const found = read(usage('u1', 'alice', AT, { input: 1 }));
    expect(found.ok && 'wire' in found.value.record).toBe(false);
  });

  it.each<[what: string, body: Json, field: string, message: RegExp]>([
    ['both forms', posted(CHAT, { tokens: {} }), 'usage', /not both/],
    ['no quantity at all', { ...usage('u', 'alice', AT, {}), tokens: null }, 'tokens', /expected/],
    ['no semantics', without('semantics'), 'semantics', /missing/],
    ['no usage', without('usage'), 'usage', /missing/],
    [
      'counts with semantics',
      { ...usage('u', 'alice', AT, {}), semantics: 'kimi' },
      'semantics',
      /only with/,
    ],
    ['semantics of nobody', posted(CHAT, { semantics: 'cohere' }), 'semantics', /expected one of/],
    ['semantics that are no text', posted(CHAT, { semantics: 1 }), 'semantics', /expected one of/],
    ['a list', posted([]), 'usage', /^an object$/],
    ['null', posted(null), 'usage', /^an object$/],
    ['a text', posted('{}'), 'usage', /^an object$/],
    ['an infinite number', posted({ ...CHAT, cost: [0, Infinity] }), 'usage', /beyond all bounds/],
    ['an object without an end', posted({ ...CHAT, more: nested(32) }), 'usage', /deeper than 32/],
    ['a tier of its own', posted({ ...CHAT, service_tier: 'flex' }), 'serviceTier', /serviceTier "flex"/],
    ['another tier beside it', posted({ usage: CHAT, service_tier: 'auto' }), 'serviceTier', /"auto"/],
  ])('is refused by its field for %s', (_what, body, field, message) => {
    expect(read(body)).toEqual({
      ok: false,
      refusal: { field, message: expect.stringMatching(message) as string },
    });
  });

  it('names what is missing where there is neither form', () => {
    const { tokens: _none, ...call } = usage('u', 'alice', AT, {});
    expect(read(call)).toMatchObject({ refusal: { field: 'tokens', message: /either tokens, or usage/ } });
  });

  it.each<[what: string, raw: Json, fault: string]>([
    ['a count that is not there', { completion_tokens: 7 }, 'usage.prompt_tokens: missing_count'],
    [
      'a total that differs',
      { ...CHAT, total_tokens: 9 },
      'usage.total_tokens: total_differs, stated 9, counted 107',
    ],
    ['half a token', { ...CHAT, prompt_tokens: 0.5 }, 'usage.prompt_tokens: not_a_whole_number'],
    ['no usage in the answer', { usage: null }, 'usage.usage: not_an_object'],
    ['a tier that is no text', { ...CHAT, service_tier: 7 }, 'usage.service_tier: not_a_text'],
  ])('is accepted and waits for %s', (_what, raw, fault) => {
    const body = posted(raw);
    const found = read(body);
    expect(found).toMatchObject({
      ok: true,
      value: { isReadable: false, fault, key: 'gateway api u1', body, record: { wire: { raw } } },
    });
    expect(rereadUsage('gateway', body)).toEqual(found.ok && found.value);
  });

  it('says which word it does not know, as much of it as is of use, without what no text can hold', () => {
    const modality = `\u0000${'x'.repeat(90)}`;
    const raw = { promptTokenCount: 4, promptTokensDetails: [{ modality, tokenCount: 4 }] };
    expect(read(wireUsage('u', 'alice', AT, ['gemini', raw]))).toMatchObject({
      value: { fault: `usage.promptTokensDetails[0].modality: unknown_value "\\u0000${'x'.repeat(63)}"` },
    });
  });

  it('names the model of an iteration that is not the message’s', () => {
    const step = { type: 'advisor_message', model: 'claude-b', input_tokens: 1, output_tokens: 1 };
    const raw = { input_tokens: 0, output_tokens: 0, iterations: [step] };
    expect(read(wireUsage('u', 'alice', AT, ['anthropic', raw]))).toMatchObject({
      value: { fault: 'usage.iterations[0].model: other_model_in_iterations "claude-b"' },
    });
  });
});

describe('the service tier', () => {
  it.each<[raw: Json, more: Readonly<Record<string, Json>>, tier: string]>([
    [{ ...CHAT, service_tier: 'default' }, {}, 'standard'],
    [{ ...CHAT, service_tier: 'standard' }, {}, 'standard'],
    [{ ...CHAT, service_tier: 'priority' }, { serviceTier: 'priority' }, 'priority'],
    [{ ...CHAT, service_tier: 'flex' }, { serviceTier: 'standard' }, 'standard'],
    [CHAT, { serviceTier: 'gold' }, 'gold'],
  ])('is the partner’s: %j with %j', (raw, more, serviceTier) => {
    expect(read(posted(raw, more))).toMatchObject({ value: { isReadable: true, record: { serviceTier } } });
  });

  it.each<[Parameters<typeof wireUsage>[3], string | undefined]>([
    [
      ['anthropic', { input_tokens: 1, output_tokens: 1, service_tier: 'standard', speed: 'fast' }],
      'speed "fast"',
    ],
    [['anthropic', { input_tokens: 1, output_tokens: 1, inference_geo: 'us', speed: 'standard' }], undefined],
    [['gemini', { promptTokenCount: 1, trafficType: 'ON_DEMAND' }], undefined],
    [
      ['gemini', { promptTokenCount: 1, trafficType: 'PROVISIONED_THROUGHPUT' }],
      'trafficType "PROVISIONED_THROUGHPUT"',
    ],
  ])('must be said where the object says of a way of serving that is not everybody’s: %j', (form, said) => {
    const found = read(wireUsage('u', 'alice', AT, form));
    expect(found.ok ? undefined : found.refusal).toEqual(
      said && { field: 'serviceTier', message: expect.stringContaining(said) as string },
    );
  });

  it('keeps a record waiting that was accepted before its tier could be read', () => {
    const body = posted({ ...CHAT, service_tier: 'flex' });
    expect(rereadUsage('gateway', body)).toMatchObject({
      isReadable: false,
      fault: expect.stringMatching(/^serviceTier: missing: .* "flex"/) as string,
    });
  });
});
