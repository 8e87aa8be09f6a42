import { ProblemError, createCiyuanClient, unwrap, type CiyuanClient, type View } from '@ciyuan/client';
import type { Role } from '@ciyuan/platform/auth';
import { HttpMarket } from '../support/http-market';
import { openAccount } from '../support/market';

const START = '2026-10-01T00:00:00+08:00';
const AT = '2026-10-05T12:00:00+08:00';
const NOW = '2026-10-10T00:00:00+08:00';

describe('the generated client', () => {
  let market: HttpMarket;
  const clientOf = async (role: Role, subject?: string): Promise<CiyuanClient> =>
    createCiyuanClient({ baseUrl: market.url, headers: await market.headers(role, subject) });

  beforeAll(async () => {
    market = await HttpMarket.open(START);
    await openAccount(market.engine, 'alice', ['base', 'monthly'], START);
    await openAccount(market.engine, 'bob', ['base'], START);
    market.engine.clock.moveTo(Date.parse(NOW));
  });

  afterAll(() => market.close());

  it('lists, page by page', async () => {
    const client = await clientOf('operations');
    const seen: View<'AccountView'>[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const query = { limit: 1, ...(after === undefined ? {} : { after }) };
      const page = await unwrap(client.GET('/v1/accounts', { params: { query } }));
      seen.push(...page.accounts);
      after = page.next;
    }
    expect(seen.map((account) => account.code).sort()).toEqual(['alice', 'bob']);
  });

  it('writes, and reads what was written', async () => {
    const gateway = await clientOf('partner', 'gateway');
    const served = { model: 'glm-5', vendor: 'zhipu', computeOwner: 'tianyi', chipKind: 'ascend' };
    const record = { id: 'c1', account: 'alice', at: AT, ...served, tokens: { input: 12_000 } };
    const { counts } = await unwrap(gateway.POST('/v1/usage', { body: { records: [record] } }));
    expect(counts).toMatchObject({ accepted: 1, refused: 0 });

    const client = await clientOf('operations');
    const path = { code: 'alice' };
    const balance = await unwrap(client.GET('/v1/accounts/{code}/balance', { params: { path } }));
    const [grant] = balance.grants;
    expect([balance.account, grant?.plan, grant?.drawnTokens]).toEqual(['alice', 'monthly', '12000']);
  });

  it('reads a file as a file', async () => {
    const client = await clientOf('finance');
    const params = { query: { month: '2026-10', provisional: 'true' } } as const;
    const call = client.GET('/v1/ledger/vouchers/export.csv', { params, parseAs: 'text' });
    expect((await unwrap(call)).split('\r\n')[0]).toContain(',');
  });

  it('throws a refusal, with the places at fault', async () => {
    const client = await clientOf('operations');
    const path = { code: 'nobody' };
    const unknown = unwrap(client.GET('/v1/accounts/{code}/balance', { params: { path } }));
    const error = await unknown.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ code: 'unknown_account', status: 404, faults: [] });

    const tooMany = client.GET('/v1/accounts', { params: { query: { limit: 100_000 } } });
    await expect(unwrap(tooMany)).rejects.toMatchObject({ status: 400, faults: [{ path: 'limit' }] });
  });

  it('says so where a key does not reach', async () => {
    const { data, error, response } = await (await clientOf('partner')).GET('/v1/accounts');
    expect([data, error?.type, response.status]).toEqual([
      undefined,
      'urn:ciyuan:problem:role_not_allowed',
      403,
    ]);
  });
});
