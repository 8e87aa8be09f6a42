import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile, messageOf } from '../check-file';
import { KINDS } from '../kinds';
import { checkRows } from './check-rows';
import { importLiteLlm, type ImportedPrices } from './import-litellm';
import { readPriceList, readText } from './read-price-list';
import type { RowOutcome } from './row-outcome';
import { summariseImport } from './summarise-import';

export interface ListReport {
  readonly passed: number;
  readonly failed: number;
  /** Rows whose price a book would not hold; neither passed nor failed. */
  readonly refused: number;
  readonly outOfScope: number;
  /** All there is to say, in the order in which it was found. */
  readonly lines: readonly string[];
}

const CHECKED_FILE = /\.json$|\.jsonl\.gz$/i;
const NOTHING = { passed: 0, failed: 0, refused: 0, outOfScope: 0 };

/**
 * Checks the files of a directory against a price list of LiteLLM's: usage as providers report it, and prices of that
 * list, beside the worked examples. A file of another kind is named and fails nothing; one that cannot be read fails.
 */
export function runLiteLlmVectors(directory: string, listFile: string): ListReport {
  const list = readPriceList(listFile);
  const imported = importLiteLlm(list);
  const names = readdirSync(directory).filter((name) => CHECKED_FILE.test(name));
  const reports = names.sort().map((name) => checkOne(directory, name, imported));
  const sum = (of: (report: ListReport) => number): number =>
    reports.reduce((all, report) => all + of(report), 0);
  return {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    refused: sum(({ refused }) => refused),
    outOfScope: sum(({ outOfScope }) => outOfScope),
    lines: [...summariseImport(list, imported), ...reports.flatMap(({ lines }) => lines)],
  };
}

/** The exit status of the process: that nothing at all was reproduced is a failure, too. */
export function printLiteLlmVectors(report: ListReport, print: (line: string) => void): 0 | 1 {
  const { passed, failed, refused, outOfScope, lines } = report;
  for (const line of lines) print(line);
  print(`${passed} passed, ${failed} failed, ${refused} refused by a book, ${outOfScope} out of scope`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

function checkOne(directory: string, name: string, list: ImportedPrices): ListReport {
  let content: unknown;
  try {
    const text = readText(join(directory, name));
    content = /\.jsonl\.gz$/i.test(name) ? text.split('\n').filter(Boolean).map(parsed) : parsed(text);
  } catch (error) {
    return { ...NOTHING, failed: 1, lines: [`${name}: ${messageOf(error)}`] };
  }
  if (Array.isArray(content)) return ofRows(name, checkRows(content, list));
  if (!KINDS.has(String((content as { kind?: unknown } | null)?.kind))) return notRun(name);
  const { passed, failed, failures } = checkFile(name, () => JSON.stringify(content));
  const lines = failures.map((failure) => [name, failure.name, failure.problem].filter(Boolean).join(': '));
  return { ...NOTHING, passed, failed: Math.max(failed, failures.length), lines };
}

const parsed = (text: string): unknown => JSON.parse(text) as unknown;

const notRun = (name: string): ListReport => ({
  ...NOTHING,
  lines: [`${name}: not of a kind that is run here`],
});

function ofRows(name: string, outcomes: readonly RowOutcome[] | undefined): ListReport {
  if (outcomes === undefined) return notRun(name);
  const count = (wanted: RowOutcome['outcome']): number =>
    outcomes.filter(({ outcome }) => outcome === wanted).length;
  const [passed, failed] = [count('reproduced'), count('differs')];
  const [refused, outOfScope] = [count('refused'), count('out_of_scope')];
  const details = outcomes.filter(({ outcome }) => outcome !== 'reproduced');
  const lines = [
    `${name}: ${passed} of ${outcomes.length} reproduced, ${failed} differ, ${refused} refused by a book, ${outOfScope} out of scope`,
    ...details.map(({ id, outcome, detail }) => `  ${id}: ${outcome.replaceAll('_', ' ')}: ${detail}`),
  ];
  return { passed, failed, refused, outOfScope, lines };
}
