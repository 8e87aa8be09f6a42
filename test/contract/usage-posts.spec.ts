import { HttpMarket, type Answer } from '../support/http-market';
import { openAccount, usage, wireUsage } from '../support/market';
import type { UsageResults } from '../../apps/charging/src/usage/usage.dto';

const START = '2026-10-01T00:00:00+08:00';
const AT = '2026-10-05T12:00:00+08:00';

describe('POST /v1/usage', () => {
  let market: HttpMarket;
  const report = (...records: object[]): Promise<Answer<UsageResults>> =>
    market.report<UsageResults>(...records);

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await openAccount(market.engine, 'alice', ['base', 'monthly'], START);
    await openAccount(market.engine, 'bob', ['base'], START);
    market.engine.clock.moveTo(Date.parse('2026-10-20T00:00:00+08:00'));
  });

  afterAll(() => market.close());

  it('charges, and says what it came to', async () => {
    const answer = await report(
      usage('h1', 'alice', AT, { input: 1_000, cached_input: 505 }),
      usage('h2', 'bob', AT, { input: 1_000, output: 1 }),
    );
    expect([answer.status, answer.type]).toEqual([200, 'application/json']);
    expect(answer.body).toEqual({
      counts: { accepted: 2, duplicate: 0, conflict: 0, suspense: 0, refused: 0 },
      results: [
        {
          index: 0,
          id: 'h1',
          status: 'accepted',
          charge: { sequence: 4, packageTokens: '1050.5', usageYuan: '0' },
        },
        {
          index: 1,
          id: 'h2',
          status: 'accepted',
          charge: { sequence: 2, packageTokens: '0', usageYuan: '0.002008' },
        },
      ],
    });
  });

  it('answers every record, in the order of the post, one at fault beside the others', async () => {
    const { body } = await report(
      usage('o1', 'bob', AT, { input: 1 }),
      usage('o2', 'nobody', AT, { input: 1 }),
      { ...usage('o3', 'bob', AT, { input: 1 }), price: '0' },
      usage('h2', 'bob', AT, { input: 1_000, output: 1 }),
      usage('h1', 'alice', AT, { input: 999 }),
      usage('o4', 'bob', AT, { input: 1 }),
      usage('o4', 'bob', AT, { input: 1 }),
      usage('o4', 'bob', AT, { input: 2 }),
    );
    expect(body.counts).toEqual({ accepted: 2, duplicate: 2, conflict: 2, suspense: 1, refused: 1 });
    expect(body.results.map(({ index, id, status }) => [index, id, status])).toEqual([
      [0, 'o1', 'accepted'],
      [1, 'o2', 'suspense'],
      [2, 'o3', 'refused'],
      [3, 'h2', 'duplicate'],
      [4, 'h1', 'conflict'],
      [5, 'o4', 'accepted'],
      [6, 'o4', 'duplicate'],
      [7, 'o4', 'conflict'],
    ]);
    expect(body.results[1]).toMatchObject({ suspense: { reason: 'unknown_account', detail: 'nobody' } });
    expect(body.results[2]).toMatchObject({ field: 'price' });
    expect(body.results[3]).toMatchObject({ charge: { sequence: 2, usageYuan: '0.002008' } });
    expect(body.results[4]).toMatchObject({ fields: ['tokens.input', 'tokens.cached_input'] });
  });

  it.each<[field: string, record: unknown]>([
    ['record', 7],
    ['record', null],
    ['record', []],
    ['id', { ...usage('x', 'bob', AT, { input: 1 }), id: undefined }],
    ['id', usage('', 'bob', AT, { input: 1 })],
    ['id', usage('a b', 'bob', AT, { input: 1 })],
    ['id', usage('词元', 'bob', AT, { input: 1 })],
    ['id', usage('x'.repeat(129), 'bob', AT, { input: 1 })],
    ['account', { ...usage('r', 'bob', AT, { input: 1 }), account: 7 }],
    ['at', usage('r', 'bob', '2026-10-05T12:00:00', { input: 1 })],
    ['at', usage('r', 'bob', '2026-02-30T12:00:00Z', { input: 1 })],
    ['tokens.input', usage('r', 'bob', AT, { input: 1.5 })],
    ['tokens.input', usage('r', 'bob', AT, { input: -1 })],
    ['tokens.input', usage('r', 'bob', AT, { input: 2 ** 53 })],
    ['tokens.input', usage('r', 'bob', AT, { input: '1' as never })],
    ['tokens.inputs', usage('r', 'bob', AT, { inputs: 1 })],
    ['dimensions.region', { ...usage('r', 'bob', AT, { input: 1 }), dimensions: { region: 7 } }],
    ['partner', { ...usage('r', 'bob', AT, { input: 1 }), partner: 'somebody' }],
    ['usageGross', { ...usage('r', 'bob', AT, { input: 1 }), usageGross: '0' }],
  ])('refuses a record by its field %s: %j', async (field, record) => {
    const { status, body } = await report(
      record as object,
      usage('h2', 'bob', AT, { input: 1_000, output: 1 }),
    );
    expect(status).toBe(200);
    expect(body.results.map((one) => one.status)).toEqual(['refused', 'duplicate']);
    expect(body.results[0]).toMatchObject({ field, message: expect.stringMatching(/./) as string });
  });

  it('takes the provider’s own usage object in place of counts', async () => {
    const chat = (id: string, raw: object, more: object = {}): object => ({
      ...wireUsage(id, 'bob', AT, ['openai_chat', raw as never]),
      ...more,
    });
    const counted = { prompt_tokens: 1_000, completion_tokens: 1 };
    const { body } = await report(
      chat('p1', counted),
      chat('p2', { ...counted, total_tokens: 7 }),
      chat('p3', counted, { tokens: {} }),
      chat('p4', { ...counted, service_tier: 'priority' }),
      chat('p1', { ...counted, completion_tokens: 2 }),
    );
    expect(body.results.map(({ index: _place, ...result }) => result)).toEqual([
      {
        id: 'p1',
        status: 'accepted',
        charge: { sequence: expect.any(Number) as number, packageTokens: '0', usageYuan: '0.002008' },
      },
      {
        id: 'p2',
        status: 'suspense',
        suspense: {
          reason: 'unreadable_usage',
          detail: 'usage.total_tokens: total_differs, stated 7, counted 1001',
        },
      },
      { id: 'p3', status: 'refused', field: 'usage', message: expect.stringMatching(/not both/) as string },
      {
        id: 'p4',
        status: 'refused',
        field: 'serviceTier',
        message: expect.stringMatching(/"priority"/) as string,
      },
      { id: 'p1', status: 'conflict', fields: ['usage.completion_tokens'] },
    ]);
  });

  it('refuses numbers and depths that cannot be kept, and nothing beside them', async () => {
    const whole = JSON.stringify({
      records: [
        usage('k0', 'bob', AT, { input: 1 }),
        wireUsage('k1', 'bob', AT, ['kimi', { prompt_tokens: 1, cost: 'HUGE' }]),
        wireUsage('k2', 'bob', AT, ['kimi', { prompt_tokens: 1, more: 'DEEP' }]),
      ],
    });
    const deep = 20_000;
    const text = whole.replace('"HUGE"', '1e999').replace('"DEEP"', `${'['.repeat(deep)}${']'.repeat(deep)}`);
    const headers = { ...(await market.headers('partner', 'gateway')), 'content-type': 'application/json' };
    const { body } = await market.send<UsageResults>('/v1/usage', { method: 'POST', headers, body: text });
    expect(body.results.map(({ status, field }) => [status, field])).toEqual([
      ['accepted', undefined],
      ['refused', 'usage'],
      ['refused', 'usage'],
    ]);
  });

  it('refuses what lies outside the partner’s window, and claims nothing of what it refuses', async () => {
    const late = await report(usage('w1', 'bob', '2026-06-01T00:00:00+08:00', { input: 1 }));
    expect(late.body.results[0]).toMatchObject({ status: 'refused', field: 'at' });
    const ahead = await report(usage('w1', 'bob', '2026-10-20T00:05:01+08:00', { input: 1 }));
    expect(ahead.body.results[0]).toMatchObject({ status: 'refused', field: 'at' });
    const mended = await report(usage('w1', 'bob', AT, { input: 1 }));
    expect(mended.body.results[0]).toMatchObject({ status: 'accepted' });
  });

  it('takes 5,000 records in one post, and answers the same post the same way again', async () => {
    const records = Array.from({ length: 5_000 }, (_, index) =>
      usage(`m${index}`, 'bob', AT, { input: index }),
    );
    expect((await report(...records)).body.counts).toMatchObject({ accepted: 5_000 });
    const again = (await report(...records)).body;
    expect(again.counts).toMatchObject({ duplicate: 5_000 });
    expect(again.results.every(({ index, id }) => id === `m${index}`)).toBe(true);
  });

  it('keeps identities of partners and of sources apart', async () => {
    const record = usage('same', 'bob', AT, { input: 1 });
    expect((await report(record)).body.results[0]).toMatchObject({ status: 'accepted' });
    expect((await report({ ...record, source: 'batch' })).body.results[0]).toMatchObject({
      status: 'accepted',
    });
    const other = await market.post<UsageResults>('/v1/usage', { records: [record] }, 'partner', 'stranger');
    expect(other.body.results[0]).toMatchObject({ status: 'refused', field: 'partner' });
  });

  it('leaves every identity over the stored rows as it was', async () => {
    expect(await market.engine.violations()).toEqual([]);
  });
});
