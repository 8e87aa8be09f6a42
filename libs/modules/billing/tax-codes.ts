import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LINE_KINDS, type LineKind } from '@ciyuan/core/billing';
import { projectRoot } from '@ciyuan/platform/project';
import { readWith } from '@ciyuan/platform/validation';
import { parse } from 'yaml';
import { z } from 'zod';

const FILE = 'db/seeds/tax-codes.yaml';
const code = z.string().regex(/^\d{7,19}$/, 'digits');
const schema = z.strictObject({ grant: code, fee: code, usage: code, shortfall: code });

/** The tax classification code of each kind of line; a document keeps those of the day that it became final. */
export function readTaxCodes(): Readonly<Record<LineKind, string>> {
  const read = readWith(schema, parse(readFileSync(join(projectRoot(), FILE), 'utf8')));
  if (!read.ok) throw new Error(`${FILE}: ${LINE_KINDS.join(', ')} need a code each`);
  return read.value;
}
