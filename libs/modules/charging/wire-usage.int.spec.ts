import { IntakeUsage, ListSuspense, RecycleSuspense, type UsageOutcome } from '@ciyuan/modules/charging';
import type { Json, UsageSemantics } from '@ciyuan/core/usage';
import { Engine } from '../../../test/support/engine';
import { openAccount, openMarket, usage, wireUsage } from '../../../test/support/market';
import { Tampering } from '../../../test/support/tampering';

const START = '2026-10-01T00:00:00+08:00';
const AT = '2026-10-05T12:00:00+08:00';
const CHAT = {
  prompt_tokens: 1_000,
  completion_tokens: 300,
  total_tokens: 1_300,
  prompt_tokens_details: { cached_tokens: 600 },
  completion_tokens_details: { reasoning_tokens: 200 },
};

let engine: Engine;
const post = (...records: object[]): Promise<UsageOutcome[]> =>
  engine.get(IntakeUsage).run('gateway', records as never);
const chat = (id: string, raw: Json, account = 'bob'): { readonly [key: string]: Json } =>
  wireUsage(id, account, AT, ['openai_chat', raw]);
const waiting = async () => (await engine.get(ListSuspense).run({ sort: 'openedAt', limit: 100 })).items;
const recycle = async () => engine.get(RecycleSuspense).run((await waiting()).map((one) => one.key));

beforeAll(async () => {
  engine = await Engine.start(START);
  await openMarket(engine);
  await openAccount(engine, 'alice', ['base', 'monthly'], START);
  await openAccount(engine, 'bob', ['base'], START);
  engine.clock.moveTo(Date.parse('2026-10-20T00:00:00+08:00'));
});

afterEach(async () => expect(await engine.violations()).toEqual([]));
afterAll(() => engine.stop());

describe('a provider’s usage object', () => {
  it.each<[semantics: UsageSemantics, raw: Json, stored: object, usageGross: bigint]>([
    // 400 and 600 at 2 yuan a million, 100 and 200 at 8
    [
      'openai_chat',
      CHAT,
      { input: '400', cached_input: '600', output: '100', reasoning: '200' },
      4_400_000_000n,
    ],
    [
      'anthropic',
      {
        model: 'claude-a',
        usage: {
          input_tokens: 10,
          cache_read_input_tokens: 70,
          cache_creation_input_tokens: 20,
          cache_creation: { ephemeral_1h_input_tokens: 20, ephemeral_5m_input_tokens: 0 },
          output_tokens: 5,
        },
      },
      { input: '10', cached_input: '70', cache_write_1h: '20', output: '5' },
      240_000_000n,
    ],
    [
      'gemini',
      { usageMetadata: { promptTokenCount: 30, thoughtsTokenCount: 4, totalTokenCount: 34 }, candidates: [] },
      { input: '30', reasoning: '4' },
      92_000_000n,
    ],
    [
      'bedrock',
      { inputTokens: 3, outputTokens: 2, cacheWriteInputTokens: 5, totalTokens: 10 },
      { input: '3', cache_write: '5', output: '2' },
      32_000_000n,
    ],
    [
      'deepseek',
      {
        ...CHAT,
        prompt_cache_hit_tokens: 600,
        prompt_cache_miss_tokens: 400,
        text: '\t"\\N\n\\."\r{}, é 词元',
      },
      { input: '400', cached_input: '600', output: '100', reasoning: '200' },
      4_400_000_000n,
    ],
  ])(
    'of %s is charged by disjoint classes, and kept as it came',
    async (semantics, raw, stored, usageGross) => {
      expect(await post(wireUsage(`w-${semantics}`, 'bob', AT, [semantics, raw]))).toMatchObject([
        { status: 'accepted', charge: { drawnMilli: 0n, usageGross } },
      ]);
      const rows = await engine.rows('SELECT * FROM ciyuan.usage_record WHERE record_id = $1', [
        `w-${semantics}`,
      ]);
      expect(rows).toMatchObject([{ semantics, ...stored }]);
      expect(rows[0]?.['raw_usage']).toEqual(raw);
      expect(Object.values(rows[0] ?? {})).toContain(null);
    },
  );

  it('stands beside counted records of the same post, which keep no object', async () => {
    const outcomes = await post(
      usage('m1', 'alice', AT, { input: 400, cached_input: 600, output: 100, reasoning: 200 }),
      chat('m2', CHAT, 'alice'),
    );
    expect(outcomes).toMatchObject([
      { status: 'accepted', charge: { drawnMilli: 760_000n, usageGross: 0n } },
      { status: 'accepted', charge: { drawnMilli: 760_000n, usageGross: 0n } },
    ]);
    expect(
      await engine.rows(
        `SELECT record_id, semantics, raw_usage FROM ciyuan.usage_record WHERE record_id IN ('m1', 'm2') ORDER BY 1`,
      ),
    ).toEqual([
      { record_id: 'm1', semantics: null, raw_usage: null },
      { record_id: 'm2', semantics: 'openai_chat', raw_usage: CHAT },
    ]);
  });

  it('that comes again is a duplicate in any order of members, and a conflict where it says something else', async () => {
    await post(chat('c1', CHAT));
    const turned = Object.fromEntries(Object.entries(CHAT).reverse());
    const { semantics: _own, ...noTag } = chat('c1', CHAT);
    const outcomes = await post(
      chat('c1', turned),
      chat('c1', { ...CHAT, prompt_tokens_details: { cached_tokens: 500 }, choices: [1] }),
      { ...noTag, semantics: 'kimi', account: 'alice' },
      usage('c1', 'bob', AT, { input: 400, cached_input: 600, output: 100, reasoning: 200 }),
      chat('c1', { prompt_tokens: 'many' }),
      chat('c1', { ...CHAT, user: null }),
    );
    const found = outcomes.map((one) => (one.status === 'conflict' ? new Set(one.fields) : one.status));
    expect(found).toEqual([
      'duplicate',
      new Set(['usage.prompt_tokens_details.cached_tokens', 'usage.choices']),
      new Set(['account', 'semantics']),
      new Set(['tokens', 'semantics', 'usage']),
      new Set(Object.keys(CHAT).map((name) => `usage.${name}`)),
      new Set(['spelling']),
    ]);
    await post(usage('c2', 'bob', AT, { input: 1_000 }));
    expect(await post(chat('c2', { prompt_tokens: 1_000, total_tokens: 1_000 }))).toEqual([
      { status: 'conflict', fields: ['semantics', 'usage', 'tokens'] },
    ]);
  });

  it('is checked against the classes, and never without its semantics', async () => {
    const tampering = await Tampering.asSuperuser(engine.urls);
    const changed = `UPDATE usage_record SET raw_usage = jsonb_set(raw_usage, '{total_tokens}', '1301')`;
    const { rows, reports } = await tampering.with(`${changed} WHERE record_id = 'c1'`);
    const refusal = await tampering.refusal(
      `UPDATE usage_record SET semantics = NULL WHERE record_id = 'c1'`,
    );
    await tampering.end();
    expect([rows, Object.keys(reports), refusal]).toEqual([1, ['raw-usage-adds-up'], '23514']);
  });
});

describe('a usage object that cannot be counted', () => {
  const unreadable = { ...CHAT, total_tokens: 9 };
  const suspense = {
    reason: 'unreadable_usage',
    detail: 'usage.total_tokens: total_differs, stated 9, counted 1300',
  };

  it('is accepted and waits, whole, before anything else is looked at', async () => {
    const records = [
      chat('u1', unreadable),
      chat('u2', { model: 'any', usage: [] }, 'nobody'),
      usage('u3', 'bob', AT, { input: 1 }),
    ];
    expect(await post(...records)).toMatchObject([
      { status: 'suspense', suspense },
      { status: 'suspense', suspense: { reason: 'unreadable_usage', detail: 'usage.usage: not_an_object' } },
      { status: 'accepted' },
    ]);
    const bodies = (await waiting()).map(({ key, body }) => [key, body]);
    expect(bodies).toEqual([
      ['gateway api u1', records[0]],
      ['gateway api u2', records[1]],
    ]);
  });

  it('has claimed its key', async () => {
    expect(
      await post(
        chat('u1', unreadable),
        chat('u1', { ...unreadable, total_tokens: 1_300 }),
        usage('u1', 'bob', AT, { input: 1 }),
      ),
    ).toEqual([
      { status: 'duplicate', first: suspense },
      { status: 'conflict', fields: ['usage.total_tokens'] },
      { status: 'conflict', fields: ['tokens', 'usage', 'semantics'] },
    ]);
  });

  it('is tried again and stays open, while what can be charged by now is', async () => {
    await post(chat('u4', CHAT, 'erin'));
    await openAccount(engine, 'erin', ['base'], START);
    engine.clock.moveTo(Date.parse('2026-10-21T00:00:00+08:00'));
    expect(await recycle()).toEqual({ charged: 1, stillOpen: 2 });
    expect(
      await engine.rows(
        `SELECT record_id, state, reason, tried_at - opened_at = '1 day' AS tried FROM ciyuan.suspense_record ORDER BY 1`,
      ),
    ).toEqual([
      { record_id: 'u1', state: 'open', reason: 'unreadable_usage', tried: true },
      { record_id: 'u2', state: 'open', reason: 'unreadable_usage', tried: true },
      { record_id: 'u4', state: 'recycled', reason: 'unknown_account', tried: true },
    ]);
    expect(await post(chat('u4', CHAT, 'erin'), chat('u4', unreadable, 'erin'))).toMatchObject([
      { status: 'duplicate', first: { usageGross: 4_400_000_000n } },
      { status: 'conflict', fields: ['usage.total_tokens'] },
    ]);
  });
});
