import { JULY, JUNE, SMALL_MONTH } from '../../../test/support/settled-month';
import { NOW, SettlementEngine, must } from '../../../test/support/settlement-engine';
import { Tampering } from '../../../test/support/tampering';
import { Database } from '@ciyuan/platform/database';
import { PartyTransfersStore, type DecidedTransfer } from './party-transfers.store';

const AUGUST = '2026-08';
const OWN = { gross: '10.6', net: '10', tokens: 1_000_000, channel: 'shop' };
const UPHELD: DecidedTransfer = {
  kind: 'dispute',
  party: 'alpha',
  currency: 'CNY',
  originMonth: JUNE,
  month: JULY,
  shareFen: 250n,
  reference: 'dispute-1.2',
  by: 'checker',
  at: NOW,
};

describe('what moves between a party and the operator', () => {
  let engine: SettlementEngine;
  beforeEach(async () => {
    engine = await SettlementEngine.start();
    await engine.months.openMarket();
    await engine.months.book(SMALL_MONTH);
  });
  afterEach(() => engine.stop());

  const decide = (change: Partial<DecidedTransfer> = {}): Promise<void> =>
    engine.module
      .get(Database)
      .transaction((tx) => new PartyTransfersStore().add(tx, { ...UPHELD, ...change }));
  const moved = async (runId: number): Promise<string[]> => {
    const rows = await engine.months.sql<{ line: string }>(
      `SELECT concat_ws(' ', party, line_kind, origin_month, counterparty, reference, share_fen) AS line
         FROM ciyuan.statement_line WHERE run_id = ${runId} AND reference IS NOT NULL ORDER BY 1`,
    );
    return rows.map(({ line }) => line);
  };

  it('is issued by the first month that may, and by no other', async () => {
    await decide();
    await engine.months.book([{ ...OWN, usageMonth: AUGUST, accountingMonth: AUGUST }]);
    const june = await engine.settle(JUNE);
    const july = await engine.settle(JULY);
    const august = await engine.settle(AUGUST);
    expect(await moved(june.id)).toEqual([]);
    expect(await moved(july.id)).toEqual([
      'alpha dispute 2026-06 carrier dispute-1.2 250',
      'carrier dispute 2026-06 alpha dispute-1.2 -250',
    ]);
    expect(await moved(august.id)).toEqual([]);
    expect(await engine.violations()).toEqual([]);
  });

  it('is no part of what a later adjustment of its month restates', async () => {
    await decide();
    await engine.settle(JUNE);
    await engine.settle(JULY);
    await engine.months.book([{ ...OWN, accountingMonth: AUGUST }]);
    const august = await engine.settle(AUGUST);
    const [before] = await engine.months.sql<{ fen: string }>(
      `SELECT sum(share_fen) AS fen FROM ciyuan.statement_line WHERE party = 'alpha' AND line_kind <> 'dispute'`,
    );
    // The whole of June at once: 110 of packages by alpha's 30 %, and nothing of what the dispute moved.
    expect(before?.fen).toBe('3300');
    expect(await moved(august.id)).toEqual([]);
    expect(await engine.violations()).toEqual([]);
  });

  it('makes an approved calculation stale, and is never decided twice', async () => {
    await engine.months.book([{ ...OWN, usageMonth: JULY, accountingMonth: JULY }]);
    await engine.settle(JUNE);
    const { id } = must(await engine.calculate(JULY));
    must(await engine.approve(id));
    await decide();
    expect(await engine.issue(id)).toEqual({ ok: false, refusal: { code: 'stale' } });
    await expect(decide({ shareFen: 1n })).rejects.toThrow('moved_once');
  });

  it.each([
    [
      'a smaller sum on one side',
      "UPDATE statement_line SET share_fen = share_fen - 1 WHERE party = 'alpha' AND reference <> ''",
    ],
    ['another reason', "UPDATE statement_line SET reference = 'dispute-9' WHERE reference <> ''"],
    ['another sum decided', 'UPDATE party_transfer SET share_fen = 251'],
    ['a later month decided', "UPDATE party_transfer SET month = '2026-09'"],
    ['nothing decided', 'DELETE FROM party_transfer'],
  ])('%s is found afterwards', async (_what, forgery) => {
    await decide();
    await engine.settle(JUNE);
    await engine.settle(JULY);
    const superuser = await Tampering.asSuperuser(engine.urls);
    const { rows, reports } = await superuser.with(forgery).finally(() => superuser.end());
    expect(rows).toBeGreaterThan(0);
    expect(Object.keys(reports)).toContain('transfers-are-issued-once');
  });
});
