import { AcknowledgeVariances, SettleMonth } from '@ciyuan/modules/settlement';
import { Clock, type MovableClock } from '@ciyuan/platform/clock';
import { JULY, JUNE, SMALL_MONTH } from './settled-month';
import { NOW, SettlementEngine, must } from './settlement-engine';

const POLICY = {
  code: 'months',
  partyShare: { percent: '20', yuan: '5' },
  partyGone: { yuan: '20' },
  topMovers: 3,
};

/** June issued; July with an indication, and signed after two people have said why it is far from June. */
export async function openVariedMonths(): Promise<SettlementEngine> {
  const engine = await SettlementEngine.start();
  await engine.months.openMarket();
  await engine.months.book(SMALL_MONTH);
  await engine.settle(JUNE);
  engine.module.get<MovableClock>(Clock).moveTo(NOW + 1);
  await engine.months.sql(
    `INSERT INTO ciyuan.catalogue_document (kind, code, version, effective_from, body, digest, epoch, created_at, created_by)
     VALUES ('variance_policy', 'months', 1, '2026-01-01T00:00:00Z', $1, '', 1, $2, 'test')`,
    [JSON.stringify(POLICY), new Date(NOW + 1)],
  );
  await engine.months.book([
    { usageMonth: JULY, gross: '106', net: '100', tokens: 20_000_000, channel: 'shop' },
  ]);
  must(await engine.module.get(SettleMonth).run({ month: JULY, by: 'maker', kind: 'proforma' }));
  const { id: runId } = must(await engine.calculate(JULY));
  const explain = async (by: string, reason: string, ...findings: string[]) =>
    must(await engine.module.get(AcknowledgeVariances).run({ runId, by, reason, findings }));
  await explain('finance', 'west has moved to east', 'party_gone/west/CNY', 'party_share/east/CNY');
  await explain('checker', 'one vendor fewer', 'party_share/carrier/CNY');
  must(await engine.approve(runId));
  return engine;
}
