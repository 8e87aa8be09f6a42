import { readPdf, type ReadPdf } from '../../../../test/support/read-pdf';
import { writtenReport } from '../../../../test/support/report-files';
import { reportLines, reportStatement } from '../../../../test/support/report-lines';

const LONG = 'deepseek-v3.2-experimental-thinking-128k-context-preview';

const textsOf = ({ pages }: ReadPdf, page: number): string[] =>
  (pages[page]?.lines ?? []).map(({ text }) => text.trim());

describe('a statement as PDF', () => {
  let short: ReadPdf;
  let bytes: Buffer;
  beforeAll(async () => {
    const model = (n: number): string => (n === 3 ? LONG : `glm-5.${n}`);
    ({ bytes } = await writtenReport('pdf', reportStatement(80), [reportLines(80, 1, model)]));
    short = await readPdf(bytes);
  });

  it('is A4 with the summary in Chinese and English, in a font of its own', () => {
    expect(short.pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(
      short.pages.map(() => [842, 595]),
    );
    const words = textsOf(short, 0).join(' ');
    for (const word of [
      '结算单',
      'Settlement statement',
      '智谱华章（北京）科技股份有限公司',
      '应付',
      'Payable',
    ])
      expect(words).toContain(word);
    expect(words).toContain('1,258.60');
    expect(bytes.includes('FontFile')).toBe(true);
    expect(bytes.length).toBeLessThan(100_000);
    expect([short.pngHeader, short.inked > 5_000]).toEqual(['PNG', true]);
  });

  it('has every line once, under a header on each page, with the page’s number', () => {
    expect(short.pages.length).toBeGreaterThan(2);
    for (const [page] of short.pages.entries()) {
      const texts = textsOf(short, page).join(' ');
      for (const label of ['模型', 'Model', `第 ${page + 1} 页，共 ${short.pages.length} 页`])
        expect(texts).toContain(label);
    }
    const all = short.pages.flatMap((_, page) => textsOf(short, page)).join(' ');
    for (let line = 1; line <= 80; line++)
      if (line !== 3) expect(all.split(`glm-5.${line} `)).toHaveLength(2);
    expect(all).toContain('合计');
  });

  it('keeps everything on the page, and a long name in its column', () => {
    for (const { width, height, lines } of short.pages)
      for (const { box, text } of lines)
        expect([text, box[0] >= 30 && box[2] <= width - 30 && box[3] <= height - 20]).toEqual([text, true]);
    const parts = short.pages[0]?.lines.filter(({ text }) => /deepseek|thinking|context/.test(text)) ?? [];
    expect(parts.map(({ text }) => text.trim()).join('')).toContain('deepseek-v3.2-experimental-');
    expect(parts.length).toBeGreaterThan(1);
    for (const { box } of parts) expect(box[2] - box[0]).toBeLessThan(100);
  });

  it('aligns amounts: shares on the right, gross at the point', () => {
    const shares = linesOf(short, /^\d+\.\d\d$/).filter(({ box }) => box[2] > 790 && box[2] < 804);
    expect(shares.length).toBeGreaterThan(10);
    expect(spread(shares.map(({ box }) => box[2]))).toBeLessThan(0.5);
    const gross = linesOf(short, /^\d\.\d{12}$/);
    expect(gross).toHaveLength(8);
    expect(spread(gross.map(({ box }) => box[0]))).toBeLessThan(0.5);
  });

  it('shows 5,000 lines at most, and says how many more there are', async () => {
    const pages = [reportLines(4_000), reportLines(1_200, 4_001)];
    const long = await readPdf((await writtenReport('pdf', reportStatement(5_200), pages)).bytes);
    const last = textsOf(long, long.pages.length - 1).join(' ');
    expect(last).toContain('其余 200 行见 CSV 文件');
    expect(last).toContain('200 further lines are in the CSV');
    expect(last).toContain('5,003,362.00');
    const all = long.pages.flatMap((_, page) => textsOf(long, page));
    expect(all.filter((text) => text.includes('model-5000'))).toHaveLength(1);
    expect(all.filter((text) => text.includes('model-5001'))).toHaveLength(0);
  }, 60_000);
});

/** Of the first page, whose words are cells. */
const linesOf = ({ pages }: ReadPdf, pattern: RegExp) =>
  (pages[0]?.lines ?? []).filter(({ text }) => pattern.test(text.trim()));

const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
