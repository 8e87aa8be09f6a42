import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { Workbook } from 'exceljs';
import type { Role } from '@ciyuan/platform/auth';
import { HttpMarket, type Answer } from './http-market';
import { openAccount, usage } from './market';
import type { StoryPlace } from './tampered-story';
import type {
  AcceptedReconciliationView,
  CountedReconciliationView,
} from '../../apps/settlement/src/reconciliation/reconciliations.dto';
import type { DifferencesView } from '../../apps/settlement/src/reconciliation/differences.dto';

const OCTOBER = '2026-10-01T00:00:00+08:00';
const PATIENCE_MS = 10_000;
const RUNS = '/v1/reconciliations';

/** 2 yuan a million in, 8 out; tianyi asks 0.5 and 1 of it. */
const IN_TIME = [
  usage('r-equal', 'alice', '2026-10-05T12:10:00+08:00', { input: 1_000_000, output: 500_000 }),
  usage('r-near', 'alice', '2026-10-06T12:00:00+08:00', { input: 1_000_000 }),
  usage('r-ours', 'alice', '2026-10-07T12:00:00+08:00', { input: 500_000 }),
  usage('r-quantity', 'alice', '2026-10-08T12:00:00+08:00', { input: 100_000, output: 100_000 }),
  usage('r-price', 'bob', '2026-10-09T12:00:00+08:00', { input: 1_000_000 }),
  usage('r-cut', 'alice', '2026-11-01T00:00:30+08:00', { input: 200_000 }),
];
const TOO_LATE_FOR_OCTOBER = usage('r-booked', 'alice', '2026-10-20T12:00:00+08:00', { input: 400_000 });

/** October as the gateway reported it and as it was settled; one record came after that, one is of November. */
export class ReconciledMarket {
  private constructor(readonly market: HttpMarket) {}

  /** With what else is there to be settled, and reported, in October. */
  static async open(
    prepare: (market: HttpMarket) => Promise<void> = () => Promise.resolve(),
    more: readonly ReturnType<typeof usage>[] = [],
  ): Promise<ReconciledMarket> {
    const market = await HttpMarket.open(OCTOBER);
    await prepare(market);
    for (const account of ['alice', 'bob']) await openAccount(market.engine, account, ['base'], OCTOBER);
    market.engine.clock.moveTo(Date.parse('2026-11-02T09:00:00+08:00'));
    await market.report(...IN_TIME, ...more);
    await market.post('/v1/settlement-runs', { month: '2026-10' }, 'finance');
    await market.post('/v1/settlement-runs/1/approve', {}, 'checker');
    const { status } = await market.post('/v1/settlement-runs/1/issue', {}, 'finance');
    if (status !== 200) throw new Error(`October is not issued: ${status}`);
    market.engine.clock.moveTo(Date.parse('2026-11-03T09:00:00+08:00'));
    await market.report(TOO_LATE_FOR_OCTOBER);
    market.engine.clock.moveTo(Date.parse('2026-11-04T09:00:00+08:00'));
    return new ReconciledMarket(market);
  }

  async handIn<Body = AcceptedReconciliationView>(
    query: Readonly<Record<string, string>>,
    body: string | Uint8Array,
    type = 'text/csv',
    [role, subject]: readonly [Role, string?] = ['finance'],
  ): Promise<Answer<Body>> {
    const headers = { ...(await this.market.headers(role, subject)), 'content-type': type };
    const asked = new URLSearchParams({ month: '2026-10', fileName: 'october', format: 'csv', ...query });
    return this.market.send<Body>(`${RUNS}?${asked.toString()}`, {
      method: 'POST',
      headers,
      body: body as string,
    });
  }

  async ended(id: number): Promise<CountedReconciliationView> {
    for (const from = performance.now(); performance.now() - from < PATIENCE_MS; await pause(20)) {
      const { body } = await this.market.get<CountedReconciliationView>(`${RUNS}/${id}`, 'finance');
      if (body.state !== 'received') return body;
    }
    throw new Error(`reconciliation ${id} does not end`);
  }

  async matched(
    query: Readonly<Record<string, string>>,
    body: string | Uint8Array,
    type?: string,
  ): Promise<CountedReconciliationView> {
    const { status, body: accepted } = await this.handIn(query, body, type);
    if (status !== 202) throw new Error(`${status} ${JSON.stringify(accepted)}`);
    return this.ended(accepted.id);
  }

  async differences(id: number, query = ''): Promise<DifferencesView> {
    return (await this.market.get<DifferencesView>(`${RUNS}/${id}/differences?${query}`, 'finance')).body;
  }

  /** Key, outcome and what lies between, by key. */
  async told(id: number): Promise<string[]> {
    const { differences } = await this.differences(id, 'sort=key');
    return differences.map((one) => `${one.key}: ${one.outcome} ${one.tokensApart} ${one.amountApart}`);
  }

  /** As tests find it that change it behind the engine's back. */
  place(): StoryPlace {
    const { engine } = this.market;
    return { urls: engine.urls, violations: () => engine.violations(), stop: () => this.close() };
  }

  close(): Promise<void> {
    return this.market.close();
  }
}

/** Outcome, keys, tokens and amounts of ours, then of theirs; outcomes that nothing came to are left out. */
export const totalsOf = ({ totals }: CountedReconciliationView): string[] =>
  (totals ?? [])
    .filter(({ keys }) => keys > 0)
    .map(({ outcome, keys, ours, theirs }) =>
      [outcome, keys, '|', ours.tokens, ours.amount, '|', theirs.tokens, theirs.amount].join(' '),
    );

/** Lines of texts as a spreadsheet of texts. */
export async function xlsxOf(csv: string): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('october');
  for (const line of csv.trim().split('\n')) sheet.addRow(line.split(','));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export const packed = (csv: string): Uint8Array => gzipSync(csv);
