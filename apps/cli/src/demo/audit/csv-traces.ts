import { csvTable } from './csv-table';
import { Adder, wholeNumber, type AuditTotals } from './totals';

/** One call a row, no cache: what stands in the column of the context was all computed. */
export function auditAzure(text: string): AuditTotals {
  const adder = new Adder();
  for (const cell of cells(text)) {
    adder.row([
      ['input', cell('ContextTokens')],
      ['output', cell('GeneratedTokens')],
    ]);
  }
  return adder.totals();
}

/** `input_tokens` is the whole prompt, `prefix_hit_tokens` the part of it that the cache held. */
export function auditClaudeCode(text: string): AuditTotals {
  const adder = new Adder();
  for (const cell of cells(text)) {
    const hits = cell('prefix_hit_tokens');
    adder.row([
      ['input', cell('input_tokens') - hits],
      ['cached_input', hits],
      ['output', cell('output_tokens')],
    ]);
  }
  return adder.totals();
}

/** For each row a look into its columns by their names. */
function* cells(text: string): Generator<(column: string) => bigint> {
  const [header = [], ...rows] = [...csvTable(text)];
  for (const [index, row] of rows.entries()) {
    yield (column) => wholeNumber(row[header.indexOf(column)], `row ${index + 1}, ${column}`);
  }
}
