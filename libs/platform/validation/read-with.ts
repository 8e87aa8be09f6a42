import type { z } from 'zod';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';

/** What is wrong with a value from outside, and where: a dot-separated path. */
export interface ValueFault {
  readonly path: string;
  readonly code: string;
  /** For people. */
  readonly detail: string;
}

/** Reads a value from outside; all its faults, not only the first, where it does not fit the schema. */
export function readWith<T>(schema: z.ZodType<T>, value: unknown): Result<T, readonly ValueFault[]> {
  const parsed = schema.safeParse(value);
  return parsed.success ? ok(parsed.data) : refuse(parsed.error.issues.flatMap(faultsOf));
}

function faultsOf(issue: z.core.$ZodIssue): ValueFault[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => fault([...path, key], 'unknown_field', 'no such field here'));
  }
  const own: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined;
  return [fault(path, typeof own === 'string' ? own : issue.code, issue.message)];
}

const fault = (path: readonly string[], code: string, detail: string): ValueFault => ({
  path: path.join('.'),
  code,
  detail,
});
