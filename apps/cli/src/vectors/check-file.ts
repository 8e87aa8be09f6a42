import { firstDifference } from './first-difference';
import { KINDS } from './kinds';

export interface VectorFailure {
  readonly file: string;
  /** Of the case; absent when the file as a whole could not be checked. */
  readonly name?: string;
  readonly problem: string;
}

interface FileReport {
  readonly passed: number;
  readonly failed: number;
  readonly failures: VectorFailure[];
}

/** Checks the cases of one file; a file that is unreadable, no JSON or of an unknown kind is a failure of its own. */
export function checkFile(file: string, read: () => string): FileReport {
  let content: { readonly kind?: unknown; readonly cases?: unknown };
  try {
    content = JSON.parse(read()) as typeof content;
  } catch (error) {
    return unchecked(file, messageOf(error));
  }
  const reproduce = KINDS.get(String(content?.kind));
  if (reproduce === undefined) return unchecked(file, `unknown kind: ${String(content?.kind)}`);
  if (!Array.isArray(content.cases)) return unchecked(file, 'has no list of cases');
  const failures = content.cases.flatMap((given: unknown, index) => {
    const problem = problemOf(given, reproduce);
    return problem === undefined ? [] : [{ file, name: nameOf(given, index), problem }];
  });
  return { passed: content.cases.length - failures.length, failed: failures.length, failures };
}

function problemOf(given: unknown, reproduce: (given: unknown) => unknown): string | undefined {
  try {
    const difference = firstDifference(given, reproduce(given));
    if (difference === undefined) return undefined;
    return `${difference.path}: expected ${shown(difference.expected)}, got ${shown(difference.actual)}`;
  } catch (error) {
    return messageOf(error);
  }
}

const unchecked = (file: string, problem: string): FileReport => ({
  passed: 0,
  failed: 0,
  failures: [{ file, problem }],
});

function nameOf(given: unknown, index: number): string {
  const name = (given as { readonly name?: unknown } | null)?.name;
  return typeof name === 'string' ? `case ${index} (${name})` : `case ${index}`;
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

export function messageOf(error: unknown): string {
  const message = (error as { readonly message?: unknown } | null)?.message;
  return typeof message === 'string' ? message : String(error);
}
