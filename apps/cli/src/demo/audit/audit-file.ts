import { auditCiyuan } from './ciyuan-records';
import { auditAzure, auditClaudeCode } from './csv-traces';
import { fileText } from './file-text';
import { auditMooncake } from './mooncake-trace';
import type { AuditTotals } from './totals';

const AUDITORS = {
  azure: auditAzure,
  mooncake: auditMooncake,
  'claude-code': auditClaudeCode,
  ciyuan: auditCiyuan,
} as const;

export type AuditFormat = keyof typeof AUDITORS;

/**
 * The second reader: adds up a usage file in a way of its own, from the bytes on. It shares no line with the reader
 * that imports, so that what both say is what the file holds. Throws, naming the file, at what it cannot read.
 */
export function auditFile(path: string, format: AuditFormat): AuditTotals {
  try {
    return AUDITORS[format](fileText(path));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
