import { IntakeUsage, ListSuspense, RecycleSuspense, type UsageOutcome } from '@ciyuan/modules/charging';
import type { Json } from '@ciyuan/core/usage';
import { Engine } from '../../../test/support/engine';
import { openAccount, openMarket, usage, wireUsage } from '../../../test/support/market';

const START = '2026-10-01T00:00:00+08:00';
const AT = '2026-10-05T12:00:00+08:00';
const CHAT = { prompt_tokens: 1_000, completion_tokens: 300, total_tokens: 1_300 };
const NUL = { ...CHAT, id: 'a\u0000b' };

let engine: Engine;
const post = (...records: object[]): Promise<UsageOutcome[]> =>
  engine.get(IntakeUsage).run('gateway', records as never);
const chat = (id: string, raw: Json): { readonly [key: string]: Json } =>
  wireUsage(id, 'bob', AT, ['openai_chat', raw]);
const waiting = async () => (await engine.get(ListSuspense).run({ sort: 'openedAt', limit: 100 })).items;
const recycle = async () => engine.get(RecycleSuspense).run((await waiting()).map((one) => one.key));

beforeAll(async () => {
  engine = await Engine.start(START);
  await openMarket(engine);
  await openAccount(engine, 'bob', ['base'], START);
  engine.clock.moveTo(Date.parse('2026-10-20T00:00:00+08:00'));
});

afterEach(async () => expect(await engine.violations()).toEqual([]));
afterAll(() => engine.stop());

describe('a usage object that jsonb cannot hold', () => {
  const records = [
    usage('n1', 'bob', AT, { input: 1 }),
    chat('n2', NUL),
    chat('n3', { ...CHAT, id: '\ud83d' }),
    chat('n4', { ...NUL, total_tokens: 9 }),
    chat('n5', { ...CHAT, cost: 1.7e308, least: 5e-324 }),
  ];
  const found = (outcomes: readonly UsageOutcome[]) =>
    outcomes.map((one) => (one.status === 'suspense' ? Object.values(one.suspense) : one.status));

  it('goes to suspense by itself, and is shown as it came', async () => {
    expect(found(await post(...records))).toEqual([
      'accepted',
      ['data_error', 'SQLSTATE 22P05'],
      ['data_error', 'SQLSTATE 22P02'],
      ['unreadable_usage', 'usage.total_tokens: total_differs, stated 9, counted 1300'],
      'accepted',
    ]);
    expect((await waiting()).map(({ body }) => body)).toEqual([records[1], records[2], records[3]]);
    const [large] = await engine.rows<{ raw_usage: Json }>(
      `SELECT raw_usage FROM ciyuan.usage_record WHERE record_id = 'n5'`,
    );
    expect(large?.raw_usage).toEqual({ ...CHAT, cost: 1.7e308, least: 5e-324 });
  });

  it('has claimed its key, and waits on when it is tried again', async () => {
    expect((await post(...records)).map((one) => one.status)).toEqual(Array(5).fill('duplicate'));
    expect(await post(chat('n2', CHAT), chat('n4', NUL))).toEqual([
      { status: 'conflict', fields: ['usage.id'] },
      { status: 'conflict', fields: ['usage.total_tokens'] },
    ]);
    expect(await recycle()).toEqual({ charged: 0, stillOpen: 3 });
    const reasons = (await waiting()).map(({ reason }) => reason);
    expect(reasons).toEqual(['data_error', 'data_error', 'unreadable_usage']);
  });
});
