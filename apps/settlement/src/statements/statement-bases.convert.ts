import { formatFen, formatYuan } from '@ciyuan/core/kernel';
import { coveredPart, type MonthDue } from '@ciyuan/core/settlement';
import type { ListedCover } from '@ciyuan/modules/settlement';
import type { Listed } from '@ciyuan/platform/lists';
import type { BasisView, CoversView } from './statement-bases.dto';

export const basisOf = (one: MonthDue): BasisView => ({
  month: one.month,
  basis: one.basis,
  share: formatFen(one.shareFen),
  takenBack: formatFen(one.takenBackFen),
  heldBefore: formatFen(one.heldBeforeFen),
  held: formatFen(one.heldFen),
});

export const coversOf = ({ items, next }: Listed<ListedCover>): CoversView => ({
  accounts: items.map((one) => ({
    account: one.account,
    earlier: formatYuan(one.earlier),
    revenue: formatYuan(one.revenue),
    money: formatYuan(one.money),
    covered: formatYuan(coveredPart(one.revenue, one)),
  })),
  next,
});
