import type { Browser } from './browser';

interface Shift {
  readonly value: number;
  readonly what: string;
}
interface Watched {
  readonly ciyuanShifts: readonly Shift[];
}

/** Before any script of a page: what moves there without anybody having touched it is written down. */
const WATCH_SHIFTS = `
  globalThis.ciyuanShifts = [];
  const nameOf = (node) => node && node.nodeType === 1
    ? node.tagName.toLowerCase() + (typeof node.className === 'string' && node.className !== '' ? '.' + node.className.split(' ')[0] : '')
    : '#text';
  const boxOf = ({ y, height }) => Math.round(y) + '+' + Math.round(height);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (!entry.hadRecentInput)
        globalThis.ciyuanShifts.push({
          value: entry.value,
          what: entry.sources.map(({ node, previousRect, currentRect }) =>
            nameOf(node) + ' ' + boxOf(previousRect) + ' to ' + boxOf(currentRect)).join(', '),
        });
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** A sentence that lacks its figure; which words are lacking the browser's console says. */
const UNFILLED = /\{\{/;
const MOST_SHIFT = 0.1;

/** Looks at pages as somebody would who never gets tired of it. */
export class PageWatch {
  private constructor(private readonly browser: Browser) {}

  static async of(browser: Browser): Promise<PageWatch> {
    await browser.context.addInitScript(WATCH_SHIFTS);
    return new PageWatch(browser);
  }

  /** The keys of the tabs that the page shows. */
  tabs(): Promise<string[]> {
    return this.browser.page.evaluate(tabKeys);
  }

  /** What is wrong with the page that is open. */
  async faults(language: 'zh' | 'en'): Promise<string[]> {
    const seen = await this.browser.page.evaluate(lookAround);
    const complaints = this.browser.complaints.splice(0);
    return [
      ...(seen.headings.length === 1 ? [] : [`${seen.headings.length} headings of the page`]),
      ...(await this.browser.seriousIssues()),
      ...complaints.map((text) => `complains: ${text}`),
      ...seen.problems.map((text) => `problem: ${text}`),
      ...(seen.overflow > 0 ? [`${seen.overflow} px wider than the window`] : []),
      ...seen.texts.filter((text) => UNFILLED.test(text)).map((text) => `not filled in: ${text}`),
      ...(language === 'zh' ? seen.titles.filter(isEnglish).map((text) => `in English: ${text}`) : []),
      ...shiftFaults(seen.shifts),
    ];
  }
}

function shiftFaults(shifts: readonly Shift[]): string[] {
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  if (sum < MOST_SHIFT) return [];
  const worst = [...shifts].sort((a, b) => b.value - a.value).slice(0, 3);
  return [
    `jumps by ${sum.toFixed(3)}: ${worst.map(({ value, what }) => `${value.toFixed(3)} ${what}`).join('; ')}`,
  ];
}

/** Words of English alone: codes and names of products have digits, dashes or dots. */
const isEnglish = (text: string): boolean => /^[A-Za-z][a-z]+(?: [A-Za-z]+)*$/.test(text.trim());

/** In the browser. */
function lookAround() {
  const { ciyuanShifts } = globalThis as unknown as Watched;
  const { document, innerWidth } = globalThis as unknown as Window;
  const texts = (selector: string): string[] =>
    [...document.querySelectorAll(selector)].map((one) => one.textContent.trim());
  const leaves = [...document.querySelectorAll('body *')].filter(
    (one) => one.children.length === 0 && one.closest('code, pre, textarea, script, style') === null,
  );
  return {
    headings: texts('h1'),
    titles: texts('h1, h2, h3, th, .ant-tabs-tab, .ant-menu-item a'),
    problems: texts('[data-problem]'),
    overflow: document.documentElement.scrollWidth - innerWidth,
    texts: [...new Set(leaves.map((one) => one.textContent.trim()))],
    shifts: ciyuanShifts,
  };
}

/** In the browser: of the tabs that the address knows. */
function tabKeys(): string[] {
  const { document } = globalThis as unknown as Window;
  return [...document.querySelectorAll('[data-address-tabs] [data-node-key]')].map(
    (one) => one.getAttribute('data-node-key') ?? '',
  );
}

interface Found {
  getAttribute(name: string): string | null;
  readonly textContent: string;
  readonly children: { readonly length: number };
  closest(selector: string): unknown;
}
interface Window {
  readonly innerWidth: number;
  readonly document: {
    readonly documentElement: { readonly scrollWidth: number };
    querySelectorAll(selector: string): Iterable<Found>;
  };
}
