import type { Type } from '@nestjs/common';
import { ExportFocus, ReadBreakage, ReadMargin } from '@ciyuan/modules/reporting';
import { Database } from '@ciyuan/platform/database';
import { must } from './settlement-engine';

type Get = <T>(type: Type<T>) => T;

/**
 * What reports say that is not so, of every month and account there is. A FOCUS file holds itself against the journals
 * and against the specification as it is written, and throws.
 */
export async function reportFaults(get: Get): Promise<string[]> {
  const rows = await get(Database).transaction((tx) =>
    tx.rows<{ month: string; code: string }>(
      `SELECT DISTINCT j.accounting_month AS month, a.code FROM ciyuan.journal_line AS j
         JOIN ciyuan.account AS a USING (account_id) ORDER BY 1, 2`,
    ),
  );
  const faults: string[] = [];
  for (const { month, code } of rows)
    await get(ExportFocus)
      .run({ month, scope: { account: code } })
      .then(must, (error: Error) => faults.push(`${month} ${code}: ${error.message}`));
  for (const month of new Set(rows.map((row) => row.month))) {
    const margin = await get(ReadMargin).run({ from: month, until: month, by: ['model', 'plan'] });
    if (margin.ok && margin.value.months.some(({ isReconciled }) => isReconciled === false))
      faults.push(`${month}: the margin is not the ledger’s`);
    const breakage = await get(ReadBreakage).run({ from: month, until: month });
    if (breakage.months.some(({ isReconciled }) => !isReconciled))
      faults.push(`${month}: breakage is not the ledger’s`);
  }
  return faults;
}
