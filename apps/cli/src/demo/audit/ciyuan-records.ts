import { numberedLines } from './file-text';
import { Adder, wholeNumber, type AuditTotals } from './totals';

/** One record a line; the classes are whatever the records name. */
export function auditCiyuan(text: string): AuditTotals {
  const adder = new Adder();
  for (const [number, line] of numberedLines(text)) {
    const { tokens } = JSON.parse(line) as { tokens?: Record<string, number> };
    if (tokens === undefined) throw new Error(`line ${number}: no tokens`);
    const counts = Object.entries(tokens);
    adder.row(counts.map(([name, count]) => [name, wholeNumber(String(count), `line ${number}, ${name}`)]));
  }
  return adder.totals();
}
