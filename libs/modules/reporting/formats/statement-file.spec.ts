import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { reportLines, reportStatement } from '../../../../test/support/report-lines';
import { writtenReport } from '../../../../test/support/report-files';
import { CSV_ALONE, EXPORT_FORMATS, type ExportFormat } from './report-format';
import { statementFile } from './statement-file';

const LINES_A_PAGE = 1_000;
/** Pipes and compression hold some of a page, by how busy the machine is; a file held as a whole is all twelve. */
const MOST_HELD_PAGES = 1;
const YEARS_MS = 3 * 365 * 86_400_000;
/** Only what day it is is made up. */
const REAL = [
  ...([
    'setImmediate',
    'clearImmediate',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
  ] as const),
  ...(['nextTick', 'queueMicrotask', 'performance', 'hrtime'] as const),
];

/** So different that nothing can be made much smaller: what was put in shows in what came out. */
const random = (n: number): string => createHash('sha512').update(String(n)).digest('base64url').repeat(2);

const pagesOf = (lines: number) =>
  Array.from({ length: lines / LINES_A_PAGE }, (_, page) =>
    reportLines(LINES_A_PAGE, page * LINES_A_PAGE + 1, random),
  );

/** How many pages what came out lags behind what was put in, at most; and what was written while a write was under way. */
async function laggingPages(format: ExportFormat, lines: number): Promise<{ lag: number; at: number }> {
  let [bytes, writing, together] = [0, 0, 0];
  const write = async (piece: string | Uint8Array): Promise<void> => {
    together = Math.max(together, ++writing);
    await setImmediate();
    bytes += Buffer.byteLength(piece);
    writing--;
  };
  const file = await statementFile(reportStatement(lines), format, write, CSV_ALONE);
  const after: number[] = [];
  for (const page of pagesOf(lines)) {
    await file.add(page);
    after.push(bytes);
  }
  await file.end();
  const lags = after.map((written, page) => page + 1 - (written * after.length) / bytes);
  return { lag: Math.max(...lags), at: together };
}

describe('a file of a statement', () => {
  afterEach(() => jest.useRealTimers());

  it.each(EXPORT_FORMATS)(
    'is the same bytes again, as %s, years later and in other pages',
    async (format) => {
      const count = format === 'pdf' ? 300 : 10_000;
      const statement = reportStatement(count);
      const first = await writtenReport(format, statement, [reportLines(count)], { rowsPerSheet: 4_000 });
      jest.useFakeTimers({ now: Date.now() + YEARS_MS, doNotFake: REAL });
      const pages = [reportLines(100), reportLines(count - 100, 101)];
      const second = await writtenReport(format, statement, pages, { rowsPerSheet: 4_000 });
      expect(second.exported).toEqual(first.exported);
      expect(second.bytes.equals(first.bytes)).toBe(true);
      expect(first.exported).toMatchObject({
        bytes: first.bytes.length,
        sha256: createHash('sha256').update(first.bytes).digest('hex'),
      });
    },
    60_000,
  );

  it.each(['csv', 'json', 'xlsx'] as const)(
    'holds no more of %s the longer it is',
    async (format) => {
      for (const lines of [4_000, 12_000]) {
        const { lag, at } = await laggingPages(format, lines);
        expect([lines, at]).toEqual([lines, 1]);
        expect(lag).toBeLessThan(MOST_HELD_PAGES);
      }
    },
    60_000,
  );

  it.each(EXPORT_FORMATS)(
    'ends in the error of what takes it, as %s',
    async (format) => {
      const full = new Error('no space left');
      let room = 3;
      const write = async (): Promise<void> => {
        if (room-- === 0) throw full;
      };
      const writing = async (): Promise<void> => {
        const file = await statementFile(reportStatement(4_000), format, write, CSV_ALONE);
        for (const page of pagesOf(4_000)) await file.add(page);
        await file.end();
      };
      await expect(writing()).rejects.toThrow('no space left');
    },
    60_000,
  );

  it('is refused where its lines are not its share', async () => {
    await expect(writtenReport('csv', reportStatement(3), [reportLines(2)])).rejects.toThrow(
      '2026-06-v1-alpha-CNY.csv: its lines are 111 fen, its share 222',
    );
  });
});
