import { Injectable } from '@nestjs/common';
import {
  dayStart,
  formatFen,
  ok,
  parseInstant,
  refuse,
  type Instant,
  type Result,
} from '@ciyuan/core/kernel';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import type { Tx } from '@ciyuan/platform/database';
import type { ValueFault } from '@ciyuan/platform/validation';
import { FeedbackStore, type HandedPart } from './feedback.store';
import { isCollected, lineFault, type ReportedLine } from './phone-bill-feedback';
import type { FeedbackFile } from './read-feedback-file';

export interface MatchedLine extends ReportedLine {
  readonly accountId: number;
  /** Local midnight of its day. */
  readonly at: Instant;
}

/** Finds what each line of a carrier's file is about; or all lines that say what cannot be. */
@Injectable()
export class MatchFeedback {
  constructor(private readonly feedback: FeedbackStore) {}

  async run(
    tx: Tx,
    { header, lines }: FeedbackFile,
    now: Instant,
  ): Promise<Result<readonly MatchedLine[], readonly ValueFault[]>> {
    const documents = [...new Set(lines.map(({ document }) => document))];
    const handed = await this.feedback.handed(tx, documents);
    const open = new Map(
      handed
        .filter(({ currency }) => currency === header.currency)
        .map((part) => [keyOf(part), { ...part, leftFen: part.grossFen - part.collectedFen }]),
    );
    const faults: ValueFault[] = [];
    const matched: MatchedLine[] = [];
    for (const [index, line] of lines.entries()) {
      const part = open.get(keyOf(line));
      const at = dayStart(OPERATOR_ZONE, parseInstant(`${line.day}T12:00:00Z`) as Instant);
      const fault = faultOf(line, part, at > now);
      if (fault !== undefined) faults.push(lineFault(index + 2, ...fault));
      if (part === undefined) continue;
      if (isCollected(line)) part.leftFen -= line.amountFen;
      matched.push({ ...line, accountId: part.accountId, at });
    }
    return faults.length > 0 ? refuse(faults) : ok(matched);
  }
}

const keyOf = ({ account, document }: { readonly account: string; readonly document: string }): string =>
  `${account} ${document}`;

function faultOf(
  line: ReportedLine,
  part: (HandedPart & { readonly leftFen: bigint }) | undefined,
  isToCome: boolean,
): [column: string, code: string, detail: string] | undefined {
  if (part === undefined) return ['invoice', 'not_handed_over', 'no file has it of this account'];
  if (isToCome) return ['date', 'in_the_future', 'not come yet'];
  if (line.amountFen > part.leftFen)
    return ['amount', 'above_what_is_left', `${formatFen(part.leftFen)} at most`];
  return undefined;
}
