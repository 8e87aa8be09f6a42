import type { CheckResult } from '@ciyuan/platform/database';

/** What breaks the identities over the stored rows; the exit code is 0 only when all of them hold. */
export function printIdentities(results: readonly CheckResult[], print: (line: string) => void): number {
  const broken = results.filter(({ violations }) => violations.length > 0);
  for (const { name, violations } of broken)
    for (const { what, detail } of violations) print(`${name}: ${what}: ${detail}`);
  print(`${results.length} identities over all that is stored, ${broken.length} broken`);
  return broken.length === 0 ? 0 : 1;
}
