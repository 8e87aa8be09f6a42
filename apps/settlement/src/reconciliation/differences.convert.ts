import { formatInstant, formatYuan } from '@ciyuan/core/kernel';
import {
  DIFFERENCE_ORDER,
  type Difference,
  type DifferenceSide,
  type DifferencesToList,
  type ResolutionRefusal,
} from '@ciyuan/modules/reconciliation';
import type { Caller } from '@ciyuan/platform/auth';
import { Refused } from '@ciyuan/platform/http';
import { placeIn, type Listed } from '@ciyuan/platform/lists';
import { readerOf } from '../statements/statements.convert';
import type { DifferenceView, DifferencesQuery, DifferencesView, SideView } from './differences.dto';
import { unknownReconciliation } from './reconciliations.convert';

export const differencePageOf = (
  runId: number,
  { after, ...filters }: DifferencesQuery,
  caller: Caller,
): DifferencesToList => ({
  ...filters,
  ...readerOf(caller),
  ...placeIn(DIFFERENCE_ORDER, { ...filters, after }),
  runId,
});

export const differencesOf = ({ items, next }: Listed<Difference>): DifferencesView => ({
  differences: items.map(differenceOf),
  next,
});

const differenceOf = ({ runId: _, ...one }: Difference): DifferenceView => ({
  ...one,
  at: one.at === null ? null : formatInstant(one.at),
  ours: sideOf(one.ours),
  theirs: sideOf(one.theirs),
  tokensApart: String(one.tokensApart),
  amountApart: formatYuan(one.amountApart),
  resolvedAt: one.resolvedAt === null ? null : formatInstant(one.resolvedAt),
});

const sideOf = (side: DifferenceSide | null): SideView | null =>
  side === null
    ? null
    : { counts: side.counts, tokens: String(side.tokens), amount: formatYuan(side.amount) };

export function refusedResolution(refusal: ResolutionRefusal): Refused {
  switch (refusal.code) {
    case 'unknown_run':
      return unknownReconciliation();
    case 'unknown_difference':
      return new Refused('unprocessable', refusal.code, 'ids: not all of them are differences of this file.');
    case 'wrong_state':
      return new Refused('conflict', refusal.code, `Difference ${refusal.id} is ${refusal.state}.`);
  }
}
