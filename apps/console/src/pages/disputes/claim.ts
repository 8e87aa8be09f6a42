import type { View } from '@ciyuan/client';
import { formatFen, parseFen } from '@ciyuan/core/kernel';

type Claim = Pick<View<'DisputeLineView'>, 'issued' | 'claimed'>;

/** One line of a dispute, for whatever is done with it. */
export interface DisputeLineProps {
  readonly disputeId: number;
  readonly line: View<'DisputeLineView'>;
}

/** What a line claims beyond what was issued, in the statement's currency. */
export const claimedBeyond = ({ issued, claimed }: Claim): string =>
  formatFen(parseFen(claimed) - parseFen(issued));
