import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { QUIET_CHROMIUM, installedChromium } from './installed-chromium';

/** What does not come by then never comes, and is said by its name. */
const PATIENCE_MS = 8_000;

export interface BrowserOptions {
  readonly locale?: 'zh-CN' | 'en-GB';
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** What a page shows while it waits for something, and one that shows nothing yet. */
const LOADING = '[data-loading], #root:empty, .ant-spin-spinning';
const LOOK_EVERY_MS = 25;
const QUIET_LOOKS = 4;

const axeSource = (): string => readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** A real Chromium with one window; what its pages complain of is kept. */
export class Browser {
  /** Errors of scripts, and what the policy for content refused. */
  readonly complaints: string[] = [];
  /** Of the page, under way. */
  private requests = 0;

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly folder: string,
  ) {}

  static async open(baseURL: string, options: BrowserOptions = {}): Promise<Browser> {
    const { locale = 'en-GB', colorScheme = 'light', width = 1360, height = 860 } = options;
    const folder = mkdtempSync(join(tmpdir(), 'ciyuan-browser-'));
    const context = await chromium.launchPersistentContext(folder, {
      executablePath: installedChromium(),
      args: [...QUIET_CHROMIUM, `--lang=${locale}`],
      headless: true,
      baseURL,
      locale,
      colorScheme,
      timezoneId: 'Asia/Shanghai',
      viewport: { width, height },
      acceptDownloads: true,
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = context.pages()[0] ?? (await context.newPage());
    const browser = new Browser(context, page, folder);
    page.on('pageerror', (error) => browser.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') browser.complaints.push(message.text());
    });
    browser.countRequests();
    return browser;
  }

  private countRequests(): void {
    this.page.on('request', () => (this.requests += 1));
    for (const end of ['requestfinished', 'requestfailed'] as const)
      this.page.on(end as 'requestfinished', () => (this.requests -= 1));
  }

  /** Chooses out of the list of a field; of a dialog's, where one is open. */
  async choose(field: string | RegExp, option: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    const place = (await dialog.count()) > 0 ? dialog : this.page;
    await place.getByRole('combobox', { name: field }).click();
    const open = this.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
    await open.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
  }

  /** Waits until nothing of the page is still being loaded. */
  async settled(): Promise<void> {
    const loading = this.page.locator(LOADING);
    const until = performance.now() + PATIENCE_MS;
    for (let quiet = 0; quiet < QUIET_LOOKS; ) {
      if (performance.now() > until) throw new Error(`${this.page.url()} is not done loading`);
      await pause(LOOK_EVERY_MS);
      quiet = this.requests > 0 || (await loading.count()) > 0 ? 0 : quiet + 1;
    }
  }

  /** What axe finds serious or worse on the page as it is, each with the places. */
  async seriousIssues(): Promise<string[]> {
    // Past the policy for content, which lets no script in that the page did not come with.
    await this.page.evaluate(axeSource());
    const found = await this.page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
      return axe.run({ resultTypes: ['violations'] });
    });
    return found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
