import { formatYuan } from '@ciyuan/core/kernel';
import type { StoredLine } from '@ciyuan/modules/settlement';
import { controlTotals } from './control-totals';
import { yuanText } from './plain-text';
import { markMembers } from './proforma-mark';
import type { OpenDocument } from './report-format';

/**
 * One document, a line of the statement on each of its lines: a header, `lines`, and `totals` when it is known what
 * they come to. Amounts and counts are texts, so that no reader rounds them.
 */
export const jsonStatement: OpenDocument = async (statement, write) => {
  const { month, version, party, partyName, currency } = statement;
  const named = { month, version, ...markMembers(statement), party, partyName, currency };
  const header = { format: 'ciyuan-statement-1', ...named };
  await write(`${JSON.stringify(header).slice(0, -1)},"lines":[`);
  let separator = '\n';
  return {
    add: async (lines) => {
      if (lines.length === 0) return;
      await write(separator + lines.map((line) => JSON.stringify(jsonLine(line))).join(',\n'));
      separator = ',\n';
    },
    end: (totals) => write(`\n],"totals":${JSON.stringify(controlTotals([statement], totals))}}\n`),
  };
};

const jsonLine = ({ key, ...line }: StoredLine): object => ({
  line: line.line,
  lineKind: line.lineKind,
  originMonth: line.originMonth,
  plan: line.plan,
  model: key?.model ?? null,
  vendor: key?.vendor ?? null,
  computeOwner: key?.computeOwner ?? null,
  channel: key?.channel ?? null,
  chipKind: key?.chipKind ?? null,
  kind: key?.kind ?? null,
  paid: key?.paid ?? null,
  records: String(line.records),
  tokens: String(line.tokens),
  gross: formatYuan(line.gross),
  share: yuanText(line.shareFen),
  counterparty: line.counterparty,
  reference: line.reference,
});
