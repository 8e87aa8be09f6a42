import { formatFen, formatYuan } from '@ciyuan/core/kernel';
import { DifferenceSums, type Change, type Figures, type LineDifference } from '@ciyuan/core/settlement';
import type { ComparedRuns, SettlementRun } from '@ciyuan/modules/settlement';
import type {
  ChangeView,
  ComparedRunView,
  DifferencesView,
  DifferentLineView,
  FiguresView,
} from './differences.dto';

/** Statement by statement, so that no more is kept than is shown. */
export async function differencesOf(compared: ComparedRuns, most: number): Promise<DifferencesView> {
  const { before, after, planCodes, parts } = compared;
  const sums = new DifferenceSums(most);
  for await (const part of parts) sums.add(part);
  const { parties, totals, lines, ...counts } = sums.summary();
  return {
    month: after.month,
    before: runOf(before),
    after: runOf(after),
    totals: totals.map((one) => ({ currency: one.currency, ...changeOf(one) })),
    parties: parties.map((one) => ({ party: one.party, currency: one.currency, ...changeOf(one) })),
    counts,
    lines: lines.map((line) => lineOf(line, planCodes)),
    linesLeftOut: counts.changed + counts.appeared + counts.gone - lines.length,
  };
}

const runOf = ({ id, kind, version }: SettlementRun): ComparedRunView => ({ id, kind, version });

const lineOf = (
  { key, ...line }: LineDifference,
  planCodes: ReadonlyMap<number, string>,
): DifferentLineView => ({
  change: line.change,
  party: line.party,
  currency: line.currency,
  lineKind: line.lineKind,
  originMonth: line.originMonth,
  plan: key === null ? null : (planCodes.get(key.planVersionId) ?? null),
  model: key?.model ?? null,
  vendor: key?.vendor ?? null,
  computeOwner: key?.computeOwner ?? null,
  channel: key?.channel ?? null,
  chipKind: key?.chipKind ?? null,
  kind: key?.kind ?? null,
  paid: key?.paid ?? null,
  ...changeOf(line),
});

const changeOf = ({ before, after, difference }: Change): ChangeView => ({
  before: figuresOf(before),
  after: figuresOf(after),
  difference: figuresOf(difference),
});

const figuresOf = ({ records, tokens, gross, shareFen }: Figures): FiguresView => ({
  records: String(records),
  tokens: String(tokens),
  gross: formatYuan(gross),
  share: formatFen(shareFen),
});
