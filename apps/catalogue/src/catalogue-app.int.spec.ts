import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiKeys, AuthModule, type Role } from '@ciyuan/platform/auth';
import { ClockModule, MovableClock } from '@ciyuan/platform/clock';
import { DatabaseModule } from '@ciyuan/platform/database';
import { createHttpApp, type Problem } from '@ciyuan/platform/http';
import { holdAnswers } from '../../../test/support/described-answers';
import { freshDatabase, type FreshDatabase } from '../../../test/support/database';
import { CatalogueAppModule } from './catalogue-app.module';

class TestApp {}

const JANUARY = '2026-01-01T00:00:00+08:00';
const JUNE = '2026-06-01T00:00:00+08:00';
const NOW = Date.UTC(2026, 2, 1);
const ZHIPU = { code: 'zhipu', name: 'Zhipu', kinds: ['vendor'] };
const TABLE = { code: 'standard', rows: [{ model: '*', class: 'cached_input', coefficient: '0.1' }] };
const DEARER = { code: 'standard', rows: [{ model: '*', class: 'cached_input', coefficient: '0.2' }] };
const ACCOUNT = { code: 'C-1', name: 'One', segment: 'consumer' };

describe('the catalogue’s API', () => {
  let fresh: FreshDatabase;
  let app: NestFastifyApplication;
  const keys = new Map<Role, string>();

  beforeAll(async () => {
    fresh = await freshDatabase();
    const imports = [
      DatabaseModule.at(fresh.appUrl, 4),
      ClockModule.forRoot(new MovableClock(NOW)),
      AuthModule,
      CatalogueAppModule,
    ];
    app = await createHttpApp({ module: TestApp, imports }, { title: 'catalogue' });
    holdAnswers(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    for (const role of ['admin', 'maker', 'checker', 'operations', 'partner'] as const) {
      keys.set(role, await app.get(ApiKeys).issue({ role, subject: `${role}-1` }));
    }
  });
  afterAll(async () => {
    await app.close();
    await fresh.drop();
  });

  async function call(
    role: Role,
    method: 'GET' | 'POST',
    url: string,
    body?: unknown,
  ): Promise<[number, unknown]> {
    const headers = { authorization: `Bearer ${keys.get(role)}` };
    const answer = await app.inject({
      method,
      url,
      headers,
      ...(body !== undefined && { payload: body as object }),
    });
    return [answer.statusCode, answer.json()];
  }

  const get = (url: string, role: Role = 'checker') => call(role, 'GET', url);
  const post = (url: string, body: unknown, role: Role = 'maker') => call(role, 'POST', url, body);
  const faultsOf = (body: unknown): string[] =>
    ((body as Problem).faults ?? []).map((one) => `${one.path} ${one.code}`);

  it('takes parties and models, and lists them', async () => {
    const rates = { vatRate: '0', withholdingRate: '0' };
    expect(await post('/v1/parties', ZHIPU)).toEqual([201, { ...ZHIPU, ...rates }]);
    const model = { code: 'glm-5', name: 'GLM-5', vendor: 'zhipu' };
    expect(await post('/v1/models', model)).toEqual([201, model]);
    expect(await get('/v1/parties')).toEqual([200, { parties: [{ ...ZHIPU, ...rates }] }]);
    expect(await get('/v1/models')).toEqual([200, { models: [model], next: null }]);
    const [status, problem] = await post('/v1/models', { ...model, name: 'other' });
    expect([status, faultsOf(problem)]).toEqual([409, ['name differs']]);
    const [malformed] = await post('/v1/parties', { ...ZHIPU, kinds: [] });
    expect(malformed).toBe(400);
    const [orphan, why] = await post('/v1/models', { ...model, code: 'm', vendor: 'nobody' });
    expect([orphan, faultsOf(why)]).toEqual([422, ['vendor unknown_party']]);
  });

  /** Written by one, signed by another. */
  async function approved(effectiveFrom: string, body: object, backDated = false): Promise<unknown> {
    const draft = { kind: 'coefficient_table', effectiveFrom, backDated, body };
    const [created, written] = await post('/v1/drafts', draft);
    expect(created).toBe(201);
    const { id } = written as { id: number };
    expect((await post(`/v1/drafts/${id}/submit`, {}))[0]).toBe(200);
    const [status, approval] = await post(`/v1/drafts/${id}/approve`, {}, 'checker');
    expect(status).toBe(200);
    return approval;
  }

  it('takes versions that two have signed and shows each in its time', async () => {
    const url = '/v1/catalogue/coefficient_table';
    const first = {
      kind: 'coefficient_table',
      code: 'standard',
      version: 1,
      createdBy: 'maker-1',
      body: TABLE,
    };
    const began = '2025-12-31T16:00:00Z';
    const document = { ...first, effectiveFrom: began, createdAt: '2026-03-01T00:00:00Z' };
    expect(await approved(JANUARY, TABLE, true)).toMatchObject({ document, reRateFrom: began });
    expect(await approved(JUNE, DEARER)).toMatchObject({ document: { version: 2 }, reRateFrom: null });
    expect((await get(`${url}/standard`))[1]).toMatchObject(first);
    expect((await get(`${url}/standard?at=2026-06-01T00:00:00%2B08:00`))[1]).toMatchObject({
      version: 2,
      body: DEARER,
    });
    expect((await get(url))[1]).toMatchObject({ documents: [first] });
    expect((await get(`${url}/standard/versions`))[1]).toMatchObject({ documents: [first, { version: 2 }] });
    expect((await get(`${url}/standard?at=2020-01-01T00:00:00Z`))[0]).toBe(404);
    const path = 'rows[class=cached_input model=*].coefficient';
    expect(await get(`${url}/standard/versions/diff?from=1&to=2`)).toEqual([
      200,
      { from: 1, to: 2, changes: [{ path, before: '0.1', after: '0.2' }] },
    ]);
  });

  it('says what is wrong with a document, and where', async () => {
    const row = { model: '*', class: 'cached_input', coefficient: '0.1234' };
    const draft = { kind: 'coefficient_table', effectiveFrom: JUNE };
    const body = { code: 'standard', rows: [row], note: 'x' };
    const [status, problem] = await post('/v1/drafts', { ...draft, body });
    expect([status, faultsOf(problem)]).toEqual([
      422,
      ['rows.0.coefficient too_many_places', 'note unknown_field'],
    ]);
    const [taken, why] = await post('/v1/drafts', { ...draft, body: TABLE });
    expect([taken, faultsOf(why)]).toEqual([409, ['effectiveFrom taken']]);
    expect((await post('/v1/drafts', { kind: 'coefficient_table', body: TABLE }))[0]).toBe(400);
  });

  it('opens accounts and lists them page by page, without their ids', async () => {
    const unsaid = { customer: null, region: null, status: 'active' };
    const view = { ...ACCOUNT, zone: 'Asia/Shanghai', anchorDay: 1, currency: 'CNY', ...unsaid };
    expect(await post('/v1/accounts', ACCOUNT, 'operations')).toEqual([201, view]);
    expect(await post('/v1/accounts', ACCOUNT)).toEqual([201, view]);
    expect((await post('/v1/accounts', { ...ACCOUNT, segment: 'developer' }))[0]).toBe(409);
    await post('/v1/accounts', { ...ACCOUNT, code: 'C-2' });
    const [, page] = (await get('/v1/accounts?limit=1')) as [number, { accounts: unknown; next: string }];
    expect(page.accounts).toEqual([view]);
    const [, rest] = await get(`/v1/accounts?limit=5&after=${page.next}`);
    expect(rest).toEqual({ accounts: [{ ...view, code: 'C-2' }], next: null });
    expect((await get('/v1/accounts?after=x'))[0]).toBe(400);
  });

  it.each([
    ['GET', '/v1/catalogue/recipe', 'checker', 404],
    ['GET', '/v1/catalogue/plan/nothing', 'checker', 404],
    ['GET', '/v1/catalogue/plan/nothing/versions', 'checker', 404],
    ['GET', '/v1/models', 'partner', 403],
    ['GET', '/v1/accounts', 'partner', 403],
    ['POST', '/v1/parties', 'checker', 403],
    ['POST', '/v1/models', 'operations', 403],
    ['POST', '/v1/catalogue/plan', 'admin', 404],
    ['POST', '/v1/drafts', 'operations', 403],
    ['GET', '/v1/catalogue/recipe/standard/versions/diff?from=1&to=2', 'checker', 404],
    ['GET', '/v1/catalogue/coefficient_table/standard/versions/diff?from=1&to=3', 'checker', 404],
    ['GET', '/v1/catalogue/coefficient_table/standard/versions/diff?from=1', 'checker', 400],
    ['POST', '/v1/accounts', 'checker', 403],
  ] as const)('answers %s %s of a %s with %i', async (method, url, role, status) => {
    expect((await call(role, method, url, method === 'POST' ? {} : undefined))[0]).toBe(status);
  });

  it('answers nobody without a key', async () => {
    for (const url of ['/v1/parties', '/v1/models', '/v1/accounts', '/v1/catalogue/plan']) {
      expect((await app.inject({ method: 'GET', url })).statusCode).toBe(401);
    }
  });

  it('describes itself', async () => {
    const { paths } = (await app.inject({ method: 'GET', url: '/openapi.json' })).json<{ paths: object }>();
    const document = JSON.stringify(paths);
    // That each route is described is asked of all applications together.
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/v1/accounts',
        '/v1/accounts/{code}/subscriptions',
        '/v1/catalogue',
        '/v1/catalogue/{kind}',
        '/v1/catalogue/{kind}/{code}',
        '/v1/catalogue/{kind}/{code}/versions',
        '/v1/customers',
        '/v1/customers/{code}/parent',
        '/v1/customers/{code}/verification',
        '/v1/catalogue/{kind}/{code}/versions/diff',
        '/v1/drafts',
        '/v1/drafts/{id}',
        '/v1/drafts/{id}/approve',
        '/v1/drafts/{id}/reject',
        '/v1/drafts/{id}/submit',
        '/v1/drafts/{id}/withdraw',
        '/v1/models',
        '/v1/parties',
      ]),
    );
    for (const field of [
      'promptOver',
      'minimumGuarantees',
      'validityDays',
      'lateWindowDays',
      'anchorDay',
      'withholdingRate',
    ]) {
      expect(document).toContain(`"${field}"`);
    }
  });
});
