import { formatFen, formatInstant, type Instant } from '@ciyuan/core/kernel';
import type { ListSettlementRuns, SettlementRun, SettlementRunDetails } from '@ciyuan/modules/settlement';
import { oneMoreThan, pageOf } from '@ciyuan/platform/http';
import type { RunDetailsView, RunView, RunsQuery, RunsView } from './runs.dto';

type Filter = Parameters<ListSettlementRuns['run']>[0];

export const filterOf = ({ month, before, limit }: RunsQuery): Filter => ({
  ...(month !== undefined && { month }),
  ...(before !== undefined && { before }),
  limit: oneMoreThan(limit),
});

export function runsOf(runs: readonly SettlementRun[], limit: number): RunsView {
  const { items, continuesAfter } = pageOf(runs, limit);
  return { runs: items.map(runOf), next: continuesAfter?.id ?? null };
}

export const runOf = (run: SettlementRun): RunView => ({
  ...run,
  createdAt: formatInstant(run.createdAt),
  approvedAt: instantOrNull(run.approvedAt),
  postedAt: instantOrNull(run.postedAt),
});

export const detailsOf = ({ run, totals, splits }: SettlementRunDetails): RunDetailsView => ({
  ...runOf(run),
  totals: totals.map((one) => ({
    currency: one.currency,
    statements: one.statements,
    paid: formatFen(one.paidFen),
    net: formatFen(one.netFen),
    tax: formatFen(one.taxFen),
    payable: formatFen(one.payableFen),
  })),
  splits: splits.map((one) => ({
    originMonth: one.originMonth,
    splitRuleVersion: one.splitRuleVersionId,
    currency: one.currency,
    lines: one.lineCount,
    paid: formatFen(one.paidFen),
    net: formatFen(one.netFen),
    tax: formatFen(one.taxFen),
  })),
});

const instantOrNull = (instant: Instant | null): string | null =>
  instant === null ? null : formatInstant(instant);
