import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ApproveSettlement, IssueStatements, RunSettlement } from '@ciyuan/modules/settlement';
import { HttpMarket } from '../support/http-market';
import { openAccount, usage } from '../support/market';
import { must } from '../support/settlement-engine';

const START = '2026-10-01T00:00:00+08:00';
const CALLED = '2026-10-05T12:00:00+08:00';
const PATIENCE_MS = 8_000;

type Figures = Readonly<Record<string, string | null>>;
interface Margin {
  readonly months: readonly {
    readonly month: string;
    readonly state: string;
    readonly rows: readonly { readonly values: Figures; readonly figures: Figures }[];
    readonly total: Figures;
    readonly ledger: { readonly operatorRevenue: string; readonly reconciled: boolean } | null;
  }[];
}
interface Manifest {
  readonly files: readonly { readonly file: string; readonly sha256: string; readonly bytes: number }[];
  readonly rows: number;
}

/** The package of 9.90 yuan, 9.34 net, of which 100,000 of a million tokens are consumed: 0.934 yuan; the rest is November's. */
describe('reports over the API', () => {
  let market: HttpMarket;
  const directory = mkdtempSync(join(tmpdir(), 'ciyuan-reports-'));

  beforeAll(async () => {
    market = await HttpMarket.open(START, [], { DATA_DIR: directory });
    await openAccount(market.engine, 'alice', ['base', 'monthly'], START);
    market.engine.clock.moveTo(Date.parse('2026-11-02T00:00:00+08:00'));
    expect((await market.report(usage('u1', 'alice', CALLED, { input: 100_000 }))).status).toBe(200);
  });
  afterAll(async () => {
    await market.close();
    rmSync(directory, { recursive: true });
  });

  const read = <Body>(path: string) => market.get<Body>(`/v1/reports/${path}`, 'finance');
  const bytesOf = async (path: string): Promise<Buffer> => {
    const answer = await fetch(`${market.url}/v1/reports/${path}`, {
      headers: await market.headers('finance'),
    });
    expect(answer.status).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  };
  const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

  it('plans a month that is not issued, and reads it once it is', async () => {
    const october = async () => (await read<Margin>('margin?from=2026-10&until=2026-10')).body.months[0];
    const planned = await october();
    expect(planned).toMatchObject({ month: '2026-10', state: 'provisional', ledger: null });
    expect(
      planned?.rows.map(({ values, figures }) => [values, figures['revenue'], figures['tokens']]),
    ).toEqual([[{ model: 'glm-5' }, '0.93', '100000']]);
    const { id } = must(
      await market.app.get(RunSettlement, { strict: false }).run({ month: '2026-10', by: 'maker' }),
    );
    must(await market.app.get(ApproveSettlement, { strict: false }).run({ runId: id, by: 'checker' }));
    const issue = { runId: id, by: 'finance', waiveOpenSuspense: true, waiveOpenCosts: true };
    must(await market.app.get(IssueStatements, { strict: false }).run(issue));
    const issued = await october();
    expect([issued?.rows, issued?.total]).toEqual([planned?.rows, planned?.total]);
    expect([issued?.state, issued?.ledger?.reconciled]).toEqual(['issued', true]);
    expect(Number(issued?.ledger?.operatorRevenue)).toBe(Number(issued?.total['margin']));
    expect(issued?.total['revenuePerMillion']).toBe('9.3');
  });

  it('tells of months by two dimensions, and of what expired', async () => {
    const margin = await read<Margin>('margin?from=2026-10&until=2026-11&by=plan,vendor');
    expect(margin.body.months[0]?.rows.map(({ values }) => values)).toEqual([
      { plan: 'monthly', vendor: 'zhipu' },
    ]);
    const breakage = await read<Margin>('breakage?from=2026-10&until=2026-10');
    expect(breakage.body.months[0]).toMatchObject({
      rows: [
        { plan: 'monthly', figures: { soldTokens: '1000000', consumedTokens: '100000', breakageRate: '0' } },
      ],
      ledger: { breakageNet: '0', reconciled: true },
    });
  });

  it.each([
    ['margin', 'from=2026-10&until=2026-11&by=model,computeOwner'],
    ['breakage', 'from=2026-10&until=2026-10'],
  ])('gives %s as files that its manifest proves', async (report, query) => {
    const { body } = await read<Manifest>(`${report}/manifest?${query}`);
    for (const [index, format] of ['csv', 'xlsx'].entries()) {
      const bytes = await bytesOf(`${report}/export.${format}?${query}`);
      expect([bytes.length, digest(bytes)]).toEqual([body.files[index]?.bytes, body.files[index]?.sha256]);
    }
    expect(body.rows).toBeGreaterThan(0);
  });

  it('gives an account’s cost and usage as FOCUS, at once and as a job', async () => {
    const query = 'month=2026-10&account=alice';
    const { body } = await read<{ file: string; sha256: string; totals: readonly Figures[] }>(
      `focus/manifest?${query}`,
    );
    const bytes = await bytesOf(`focus/export.csv?${query}`);
    expect(digest(bytes)).toBe(body.sha256);
    expect(body.totals).toMatchObject([{ currency: 'CNY', billedCost: '9.9', effectiveCostNet: '0.934' }]);
    const parameters = { month: '2026-10', account: 'alice' };
    const asked = await market.post<{ id: number }>(
      '/v1/jobs',
      { kind: 'focus_export', parameters },
      'finance',
    );
    expect(asked.status).toBe(202);
    expect(await done(asked.body.id)).toMatchObject({
      folder: 'exports/focus-2026-10-account-alice',
      manifest: { file: body.file, sha256: body.sha256 },
    });
  });

  async function done(id: number): Promise<unknown> {
    for (const from = performance.now(); performance.now() - from < PATIENCE_MS; await pause(20)) {
      const { body } = await market.get<{ state: string; result: unknown }>(`/v1/jobs/${id}`, 'finance');
      if (body.state === 'failed') throw new Error(JSON.stringify(body));
      if (body.state === 'done') return body.result;
    }
    throw new Error('the job does not end');
  }

  it.each([
    ['margin?from=2026-10', 400],
    ['margin?from=2026-11&until=2026-10', 400],
    ['margin?from=2024-10&until=2026-10', 400],
    ['margin?from=2026-10&until=2026-10&by=customer', 400],
    ['margin?from=2026-10&until=2026-10&by=model,model', 400],
    ['margin/export.pdf?from=2026-10&until=2026-10', 400],
    ['breakage?from=2026-13&until=2026-13', 400],
    ['focus/manifest?month=2026-10', 400],
    ['focus/manifest?month=2026-10&account=alice&customer=alice', 400],
    ['focus/manifest?month=2026-10&customer=nobody', 404],
    ['focus/export.csv?month=2026-10&account=nobody', 404],
  ])('refuses %s with %s', async (path, status) => {
    expect((await read(path)).status).toBe(status);
  });

  it.each([
    'margin?from=2026-10&until=2026-10',
    'breakage?from=2026-10&until=2026-10',
    'focus/manifest?month=2026-10&account=alice',
  ])('shows %s to finance and checkers alone', async (path) => {
    for (const role of ['partner', 'maker', 'operations'] as const)
      expect((await market.get(`/v1/reports/${path}`, role)).status).toBe(403);
    expect((await market.get(`/v1/reports/${path}`, 'checker')).status).toBe(200);
  });
});
