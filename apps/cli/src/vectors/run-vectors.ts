import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { checkFile, messageOf, type VectorFailure } from './check-file';

export interface VectorReport {
  /** Cases. */
  readonly passed: number;
  readonly failed: number;
  /** Cases that failed and files that could not be checked: none when all is well. */
  readonly failures: readonly VectorFailure[];
}

/** Checks every `.json` file of a directory of worked examples, in the order of their names. */
export function runVectors(directory: string): VectorReport {
  const files = vectorFiles(directory);
  if (!files.ok) return { passed: 0, failed: 0, failures: [{ file: directory, problem: files.refusal }] };
  const reports = files.value.map((file) =>
    checkFile(file, () => readFileSync(join(directory, file), 'utf8')),
  );
  const passed = reports.reduce((total, report) => total + report.passed, 0);
  const failed = reports.reduce((total, report) => total + report.failed, 0);
  const failures = reports.flatMap((report) => report.failures);
  if (passed + failed === 0) failures.push({ file: directory, problem: 'no case was found' });
  return { passed, failed, failures };
}

/** Prints what failed, then the line `N passed, N failed`; the exit status of the process. */
export function printVectors(report: VectorReport, print: (line: string) => void): 0 | 1 {
  for (const { file, name, problem } of report.failures)
    print([file, name, problem].filter(Boolean).join(': '));
  print(`${report.passed} passed, ${report.failed} failed`);
  return report.failures.length === 0 ? 0 : 1;
}

function vectorFiles(directory: string): Result<string[], string> {
  try {
    const names = readdirSync(directory).filter((name) => name.toLowerCase().endsWith('.json'));
    return ok(names.sort());
  } catch (error) {
    return refuse(messageOf(error));
  }
}
