import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiKeys, AuthModule, type Role } from '@ciyuan/platform/auth';
import { ClockModule, MovableClock } from '@ciyuan/platform/clock';
import { ConfigModule, readConfig } from '@ciyuan/platform/config';
import { Database, DatabaseModule } from '@ciyuan/platform/database';
import { createHttpApp } from '@ciyuan/platform/http';
import { holdAnswers } from '../../../test/support/described-answers';
import { freshDatabase, type FreshDatabase } from '../../../test/support/database';
import { booksOf } from '../../../test/support/settlement-engine';
import { JUNE, SMALL_MONTH, SettledMonth } from '../../../test/support/settled-month';
import { SettlementAppModule } from './settlement-app.module';

class TestApp {}

const NOW = Date.UTC(2026, 6, 2);
const AT = '2026-07-02T00:00:00Z';
const RUNS = '/v1/settlement-runs';

describe('the settlement’s API', () => {
  let fresh: FreshDatabase;
  let app: NestFastifyApplication;
  const keys = new Map<string, string>();

  beforeAll(async () => {
    fresh = await freshDatabase();
    const imports = [
      DatabaseModule.at(fresh.appUrl, 4),
      ClockModule.forRoot(new MovableClock(NOW)),
      ConfigModule.forRoot({ ...readConfig({}), databaseUrl: fresh.appUrl }),
      AuthModule,
      SettlementAppModule,
    ];
    app = await createHttpApp({ module: TestApp, imports }, { title: 'settlement' });
    holdAnswers(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    for (const role of ['admin', 'maker', 'checker', 'finance', 'operations'] as const)
      await keyOf(role, role);
    for (const party of ['alpha', 'beta']) await keyOf('partner', party);
    // The fixture has roll-ups and journals, and no records that they could differ from.
    jest.spyOn(booksOf(app), 'differences').mockResolvedValue({ count: 0, example: null });
    const months = new SettledMonth(app.get(Database));
    await months.openMarket();
    await months.book(SMALL_MONTH);
  });
  afterAll(async () => {
    await app.close();
    await fresh.drop();
  });

  const keyOf = async (role: Role, subject: string) =>
    keys.set(subject, await app.get(ApiKeys).issue({ role, subject }));
  const ask = (who: string, method: 'GET' | 'POST', url: string, payload?: object) =>
    app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${keys.get(who)}` },
      ...(payload !== undefined && { payload }),
    });
  async function call<Body = Record<string, unknown>>(
    ...request: Parameters<typeof ask>
  ): Promise<[number, Body]> {
    const answer = await ask(...request);
    return [answer.statusCode, answer.json<Body>()];
  }
  const problem = async (...request: Parameters<typeof ask>): Promise<string> => {
    const [status, { type }] = await call(...request);
    return `${status} ${String(type).replace('urn:ciyuan:problem:', '')}`;
  };
  const firstPost = { id: 1, month: JUNE, version: 1, createdAt: AT, createdBy: 'finance' };

  it('calculates a month', async () => {
    const [status, run] = await call('finance', 'POST', RUNS, { month: JUNE });
    expect([status, run]).toEqual([
      201,
      {
        ...firstPost,
        kind: 'settlement',
        state: 'calculated',
        inputDigest: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
        approvedAt: null,
        approvedBy: null,
        postedAt: null,
      },
    ]);
    expect(await problem('finance', 'POST', RUNS, { month: '2026-13' })).toBe('400 invalid_request');
    expect(await problem('finance', 'POST', RUNS, { month: '2026-05' })).toBe('422 no_data');
    expect(await problem('operations', 'POST', RUNS, { month: JUNE })).toBe('403 role_not_allowed');
  });

  it('shows a run, and what it comes to', async () => {
    const [status, run] = await call('checker', 'GET', `${RUNS}/1`);
    expect([status, run['totals'], run['splits']]).toEqual([
      200,
      [{ currency: 'CNY', statements: 6, paid: '169.6', net: '160', tax: '9.6', payable: '164.35' }],
      [
        {
          originMonth: JUNE,
          splitRuleVersion: 3,
          currency: 'CNY',
          lines: 5,
          paid: '169.6',
          net: '160',
          tax: '9.6',
        },
      ],
    ]);
    expect(await problem('checker', 'GET', `${RUNS}/7`)).toBe('404 unknown_run');
    expect(await problem('checker', 'GET', `${RUNS}/x`)).toBe('400 invalid_request');
    const [, page] = await call('checker', 'GET', `${RUNS}?month=${JUNE}&limit=1`);
    expect(page).toMatchObject({ runs: [firstPost], next: null });
    expect(await call('checker', 'GET', `${RUNS}?state=posted`)).toEqual([200, { runs: [], next: null }]);
    expect(await problem('checker', 'GET', `${RUNS}?state=gone`)).toBe('400 invalid_request');
  });

  it('shows partners nothing of a draft', async () => {
    expect(await call('alpha', 'GET', `/v1/statements?month=${JUNE}`)).toEqual([
      200,
      { statements: [], next: null },
    ]);
    expect(await problem('alpha', 'GET', '/v1/statements/1/alpha')).toBe('404 unknown_statement');
    expect(await problem('alpha', 'GET', '/v1/statements/1/alpha/export.csv')).toBe('404 unknown_statement');
    const [, { statements }] = await call<{ statements: unknown[] }>(
      'finance',
      'GET',
      `/v1/statements?month=${JUNE}`,
    );
    expect(statements).toHaveLength(6);
  });

  it('is signed by a second person and then issued', async () => {
    expect(await problem('finance', 'POST', `${RUNS}/1/issue`)).toBe('409 wrong_state');
    expect(await problem('finance', 'POST', `${RUNS}/1/approve`)).toBe('403 role_not_allowed');
    const [, second] = await call('admin', 'POST', RUNS, { month: JUNE });
    expect(second).toMatchObject({ id: 2, version: 2, createdBy: 'admin' });
    expect(await problem('admin', 'POST', `${RUNS}/2/approve`)).toBe('403 second_person_needed');
    expect(await call('checker', 'POST', `${RUNS}/2/approve`)).toMatchObject([
      200,
      { approvedBy: 'checker' },
    ]);
    expect(await problem('finance', 'POST', `${RUNS}/2/issue`, { waive: true })).toBe('400 invalid_request');
    expect(await call('finance', 'POST', `${RUNS}/2/issue`)).toMatchObject([
      200,
      { state: 'posted', postedAt: AT },
    ]);
    expect(await problem('finance', 'POST', RUNS, { month: JUNE })).toBe('409 month_closed');
  });

  it('shows each partner its own statement', async () => {
    const [, { statements }] = await call<{ statements: unknown[] }>(
      'alpha',
      'GET',
      `/v1/statements?month=${JUNE}`,
    );
    const own = {
      runId: 2,
      kind: 'settlement',
      party: 'alpha',
      partyName: 'alpha',
      currency: 'CNY',
      month: JUNE,
      version: 2,
      state: 'issued',
      share: '30',
      vat: '1.8',
      withholding: '0',
      held: '0',
      released: '0',
      payable: '31.8',
      issuedAt: AT,
    };
    expect(statements).toEqual([own]);
    expect(await call('alpha', 'GET', '/v1/statements/2/alpha')).toEqual([200, own]);
    expect(await problem('beta', 'GET', '/v1/statements/2/alpha')).toBe('404 unknown_statement');
    expect(await problem('beta', 'GET', '/v1/statements/2/alpha/lines')).toBe('404 unknown_statement');
    expect(await problem('finance', 'GET', '/v1/statements/2/alpha?currency=USD')).toBe(
      '404 unknown_statement',
    );
  });

  it('shows its lines page by page', async () => {
    const [, first] = await call('alpha', 'GET', '/v1/statements/2/alpha/lines?limit=1');
    expect(first).toMatchObject({
      lines: [{ line: 1, paid: false, tokens: '4000000', share: '0' }],
      next: expect.any(String) as unknown,
    });
    const [, rest] = await call(
      'alpha',
      'GET',
      `/v1/statements/2/alpha/lines?limit=5&after=${String(first['next'])}`,
    );
    expect(rest).toEqual({
      lines: [
        {
          line: 2,
          counterparty: null,
          reference: null,
          lineKind: 'share',
          originMonth: JUNE,
          plan: 'gold',
          model: 'a',
          vendor: 'alpha',
          computeOwner: 'east',
          channel: 'shop',
          chipKind: null,
          kind: 'package',
          paid: true,
          records: '1',
          tokens: '10000000',
          gross: '106',
          share: '30',
        },
      ],
      next: null,
    });
  });

  it('gives it as a file that the manifest proves', async () => {
    const file = await ask('alpha', 'GET', '/v1/statements/2/alpha/export.csv');
    expect(file.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="2026-06-v2-alpha-CNY.csv"',
    });
    const [, { files }] = await call<{ files: { party: string; bytes: number }[] }>(
      'finance',
      'GET',
      `${RUNS}/2/manifest`,
    );
    expect(files.find(({ party }) => party === 'alpha')?.bytes).toBe(file.rawPayload.length);
    expect(file.body.split('\r\n').at(-2)).toBe(
      'control,2026-06,2,alpha,CNY,2,,,,,,,,,,,2,14000000,106,30.00,1.80,0.00,0.00,0.00,31.80,,',
    );
    expect(await problem('alpha', 'GET', `${RUNS}/2/manifest`)).toBe('403 role_not_allowed');
    expect(await problem('finance', 'GET', `${RUNS}/2/manifest?formats=csv,doc`)).toBe('400 invalid_request');
    expect(await problem('finance', 'GET', `${RUNS}/7/manifest`)).toBe('404 unknown_run');
  });

  it.each([
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
    ['pdf', 'application/pdf', '%PDF-'],
    ['json', 'application/json; charset=utf-8', '{"format":"ciyuan-statement-1",'],
  ])('gives it as %s that the manifest proves', async (format, type, beginning) => {
    const file = await ask('alpha', 'GET', `/v1/statements/2/alpha/export.${format}`);
    expect(file.headers).toMatchObject({
      'content-type': type,
      'content-disposition': `attachment; filename="2026-06-v2-alpha-CNY.${format}"`,
    });
    expect(file.rawPayload.toString('latin1').startsWith(beginning)).toBe(true);
    const [, { files }] = await call<{ files: { party: string; sha256: string }[] }>(
      'finance',
      'GET',
      `${RUNS}/2/manifest?formats=${format}`,
    );
    const sha256 = createHash('sha256').update(file.rawPayload).digest('hex');
    expect(files.find(({ party }) => party === 'alpha')?.sha256).toBe(sha256);
    expect(await problem('beta', 'GET', `/v1/statements/2/alpha/export.${format}`)).toBe(
      '404 unknown_statement',
    );
    expect(await problem('alpha', 'GET', '/v1/statements/2/alpha/export.doc')).toBe('400 invalid_request');
  });
});
