import { formatFen } from '@ciyuan/core/kernel';
import { DifferenceSums, type DifferenceSummary } from '@ciyuan/core/settlement';
import {
  AcknowledgeVariances,
  CompareRuns,
  ListStatements,
  ReadStatement,
  ReadVariances,
  SettleMonth,
  STATEMENT_ORDER,
  type RunKind,
} from '@ciyuan/modules/settlement';
import { Clock, type MovableClock } from '@ciyuan/platform/clock';
import { JULY, JUNE, SMALL_MONTH, type BookedLine } from '../support/settled-month';
import { NOW, SettlementEngine, must } from '../support/settlement-engine';

// Every figure here is worked out by hand in db/seeds/scenarios/proforma-and-variance.md.

const HALF: BookedLine = { usageMonth: JULY, gross: '53', net: '50', tokens: 10_000_000, channel: 'shop' };
const POLICY = {
  code: 'months',
  partyShare: { percent: '20', yuan: '5' },
  partyGone: { yuan: '20' },
  topMovers: 3,
};

describe('a month as an indication, and what of it is far from the month before', () => {
  let engine: SettlementEngine;
  beforeAll(async () => {
    engine = await SettlementEngine.start();
    await engine.months.openMarket();
    await engine.months.book(SMALL_MONTH);
    await engine.settle(JUNE);
    await engine.months.book([HALF]);
  });
  afterAll(() => engine.stop());
  afterEach(async () => expect(await engine.violations()).toEqual([]));

  const indicate = (month: string) =>
    engine.module.get(SettleMonth).run({ month, by: 'maker', kind: 'proforma' });
  const statements = (wanted: { runId?: number; kind?: RunKind; toldTo?: string; month?: string }) =>
    engine.module.get(ListStatements).run({ ...wanted, sort: STATEMENT_ORDER.initial, limit: 100 });
  const shares = async (runId: number) => {
    const { items } = await statements({ runId });
    return items.map(({ party, shareFen }) => `${party} ${formatFen(shareFen)}`);
  };
  async function compared(runId: number, version?: number, kind?: RunKind): Promise<DifferenceSummary> {
    const { parts } = must(await engine.module.get(CompareRuns).run({ runId, version, kind }));
    const sums = new DifferenceSums(100);
    for await (const part of parts) sums.add(part);
    return sums.summary();
  }
  const acknowledge = (runId: number, by: string, ...findings: string[]) =>
    engine.module.get(AcknowledgeVariances).run({ runId, findings, by, reason: 'west has moved to east' });

  it('is calculated before the month has ended, and stays an indication', async () => {
    const run = must(await indicate(JULY));
    expect(run).toMatchObject({ kind: 'proforma', version: 1, state: 'calculated' });
    expect(await shares(run.id)).toEqual(['alpha 15', 'carrier 3.5', 'east 30', 'shop 1.5']);
    const refused = { ok: false, refusal: { code: 'proforma_run' } };
    expect(await engine.approve(run.id)).toEqual(refused);
    expect(await engine.issue(run.id)).toEqual(refused);
    expect(await acknowledge(run.id, 'checker', 'x')).toEqual(refused);
  });

  it('is seen by nobody but the operator’s people, and is not among the statements of its month', async () => {
    expect((await statements({ toldTo: 'alpha', kind: 'proforma' })).items).toEqual([]);
    const own = { runId: 2, party: 'alpha', currency: 'CNY' };
    expect(await engine.module.get(ReadStatement).run({ ...own, toldTo: 'alpha' })).toBeUndefined();
    expect((await engine.module.get(ReadStatement).run(own))?.statement.kind).toBe('proforma');
    expect((await statements({ month: JULY })).items).toEqual([]);
    expect((await statements({ month: JULY, kind: 'proforma' })).items).toHaveLength(4);
  });

  it('is set aside by no settlement, and sets none aside', async () => {
    await engine.months.book([HALF]);
    const settled = must(await engine.calculate(JULY));
    expect(settled).toMatchObject({ id: 3, kind: 'settlement', version: 1 });
    expect(must(await indicate(JULY))).toMatchObject({ id: 4, version: 2 });
    const states = await engine.months.sql('SELECT id::int, state FROM ciyuan.settlement_run ORDER BY id');
    expect(states).toEqual([
      { id: 1, state: 'posted' },
      ...[2, 3, 4].map((id) => ({ id, state: 'calculated' })),
    ]);
    expect(await shares(3)).toEqual(['alpha 30', 'carrier 27', 'east 40', 'shop 3']);
    expect(await shares(4)).toEqual(await shares(3));
  });

  it('says what changed since', async () => {
    const { parties, totals, lines, ...counts } = await compared(3, 1, 'proforma');
    const share = (one: (typeof parties)[number]) =>
      [one.before, one.after, one.difference].map(({ shareFen }) => formatFen(shareFen)).join(' ');
    expect(parties.map((one) => `${one.party} ${share(one)}`)).toEqual([
      'alpha 15 30 15',
      'carrier 3.5 27 23.5',
      'east 30 40 10',
      'shop 1.5 3 1.5',
    ]);
    expect(totals.map(({ difference }) => formatFen(difference.shareFen))).toEqual(['50']);
    expect(counts).toEqual({ changed: 4, appeared: 0, gone: 2 });
    const told = lines.map(
      ({ party, change, lineKind, difference }) =>
        `${party} ${lineKind} ${change} ${formatFen(difference.shareFen)}`,
    );
    expect(told).toEqual([
      'east share changed 20',
      'alpha share changed 15',
      'carrier share changed 13.5',
      'carrier guarantee gone 10',
      'east guarantee gone -10',
      'shop share changed 1.5',
    ]);
    expect(await compared(4, 1, 'settlement')).toMatchObject({ changed: 0, appeared: 0, gone: 0 });
    expect(await engine.module.get(CompareRuns).run({ runId: 3 })).toEqual({
      ok: false,
      refusal: { code: 'unknown_version', kind: 'settlement', version: 0 },
    });
  });

  it('asks nothing as long as no policy is in force', async () => {
    expect(must(await engine.module.get(ReadVariances).run(3)).evaluated).toBeUndefined();
    engine.module.get<MovableClock>(Clock).moveTo(NOW + 1);
    await engine.months.sql(
      `INSERT INTO ciyuan.catalogue_document (kind, code, version, effective_from, body, digest, epoch, created_at, created_by)
       VALUES ('variance_policy', 'months', 1, '2026-01-01T00:00:00Z', $1, '', 1, $2, 'test')`,
      [JSON.stringify(POLICY), new Date(NOW + 1)],
    );
  });

  it('is compared with the month before as it was issued, the largest first', async () => {
    const { evaluated } = must(await engine.module.get(ReadVariances).run(3));
    const told = evaluated?.findings.map(
      ({ finding, before, after, change, basisPoints }) =>
        `${finding} ${formatFen(before)} ${formatFen(after)} ${formatFen(change)} ${basisPoints}`,
    );
    expect(told).toEqual([
      'party_gone/west/CNY 30 0 -30 -10000',
      'party_share/carrier/CNY 50 27 -23 -4600',
      'party_share/east/CNY 30 40 10 3333',
    ]);
    expect(evaluated?.previous).toMatchObject({ month: JUNE, state: 'posted' });
    // West and what it had of model b moved by 30 yuan; so did the carrier, by 23 and less.
    const movers = evaluated?.topMovers.map(({ party, model, change }) => `${party} ${model} ${change}`);
    expect(movers?.[0]).toBe('west null -3000');
    expect(movers).toHaveLength(3);
  });

  it('is signed once somebody else than its maker has said why', async () => {
    const [west, carrier, east] = [
      'party_gone/west/CNY',
      'party_share/carrier/CNY',
      'party_share/east/CNY',
    ] as const;
    const open = (...findings: string[]) => ({ ok: false, refusal: { code: 'variances_open', findings } });
    expect(await engine.approve(3, 'maker')).toEqual({
      ok: false,
      refusal: { code: 'second_person_needed' },
    });
    expect(await engine.approve(3)).toEqual(open(west, carrier, east));
    expect(await acknowledge(3, 'maker', west)).toEqual({
      ok: false,
      refusal: { code: 'second_person_needed' },
    });
    expect(await acknowledge(3, 'finance', west, 'party_gone/beta/CNY')).toEqual({
      ok: false,
      refusal: { code: 'unknown_finding', findings: ['party_gone/beta/CNY'] },
    });
    expect(must(await acknowledge(3, 'finance', west, carrier))).toHaveLength(2);
    expect(await acknowledge(3, 'checker', carrier)).toEqual({
      ok: false,
      refusal: { code: 'already_acknowledged', findings: [carrier] },
    });
    expect(await engine.approve(3)).toEqual(open(east));
    must(await acknowledge(3, 'checker', east));
    expect(must(await engine.approve(3)).state).toBe('approved');
    expect(await acknowledge(3, 'checker', west)).toEqual({
      ok: false,
      refusal: { code: 'wrong_state', state: 'approved' },
    });
    expect(must(await engine.issue(3)).state).toBe('posted');
  });

  it('of a month that was issued an indication says what was issued', async () => {
    const run = must(await indicate(JULY));
    expect(run.version).toBe(3);
    expect(await compared(run.id, 1, 'settlement')).toMatchObject({ changed: 0, appeared: 0, gone: 0 });
    expect(await indicate('2026-09')).toEqual({ ok: false, refusal: { code: 'no_data', month: '2026-09' } });
  });
});
