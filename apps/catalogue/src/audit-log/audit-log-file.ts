import { createHash } from 'node:crypto';
import { formatInstant } from '@ciyuan/core/kernel';
import type { AuditEntry } from '@ciyuan/platform/audit';
import { writeCsv } from '@ciyuan/platform/csv';

const COLUMNS = [
  'number',
  'at',
  'credential',
  'credentialId',
  'subject',
  'person',
  'role',
  'method',
  'route',
  'object',
  'parameters',
  'bodySha256',
  'bodyBytes',
  'body',
  'digest',
  'answeredAt',
  'status',
  'problem',
  'answerDigest',
] as const;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string | number | null>>>;

/**
 * The log as CSV, part by part: it may be longer than memory. The last row says `control`, how many entries there are
 * (`object`), and the SHA-256 of every byte before it (`digest`).
 */
export async function* auditLogCsv(pages: AsyncIterable<readonly AuditEntry[]>): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let rows = 0;
  const header = writeCsv(COLUMNS, []);
  hash.update(header);
  yield header;
  for await (const page of pages) {
    if (page.length === 0) continue;
    const lines = linesOf(page.map(rowOf));
    hash.update(lines);
    rows += page.length;
    yield lines;
  }
  yield linesOf([{ number: 'control', object: rows, digest: hash.digest('hex') }]);
}

/** Without the header, which the first part has. */
function linesOf(rows: readonly Row[]): Uint8Array {
  const file = writeCsv(COLUMNS, rows as readonly Record<string, string | number | null>[]);
  return file.subarray(writeCsv(COLUMNS, []).length);
}

const rowOf = ({ at, parameters, body, answer, ...entry }: AuditEntry): Row => ({
  ...entry,
  at: formatInstant(at),
  parameters: JSON.stringify(parameters),
  body: body === null ? null : JSON.stringify(body),
  answeredAt: answer === null ? null : formatInstant(answer.at),
  status: answer?.status ?? null,
  problem: answer?.problem ?? null,
  answerDigest: answer?.digest ?? null,
});
