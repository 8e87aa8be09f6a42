import type { OperatorReport } from './operator-report';
import type { Write } from './report-format';

/** As it is: amounts are decimal texts. */
export const jsonOperator = (report: OperatorReport, write: Write): Promise<void> =>
  write(`${JSON.stringify({ format: 'ciyuan-operator-1', ...report }, null, 1)}\n`);
