import { formatFen, formatInstant, type Instant } from '@ciyuan/core/kernel';
import {
  RUN_ORDER,
  type RunPage,
  type SettlementRun,
  type SettlementRunDetails,
} from '@ciyuan/modules/settlement';
import { placeIn, type Listed } from '@ciyuan/platform/lists';
import type { RunDetailsView, RunView, RunsQuery, RunsView } from './runs.dto';

export const pageOf = ({ after, ...filters }: RunsQuery): RunPage => ({
  ...filters,
  ...placeIn(RUN_ORDER, { ...filters, after }),
});

export const runsOf = ({ items, next }: Listed<SettlementRun>): RunsView => ({
  runs: items.map(runOf),
  next,
});

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
