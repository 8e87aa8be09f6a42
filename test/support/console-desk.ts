import type { Locator } from 'playwright-core';
import type { Role } from '@ciyuan/platform/auth';
import { Browser } from './browser';
import { addPerson, openConsoleMarket, signIn, type Person } from './console-market';
import type { HttpMarket } from './http-market';

/** A folder for pictures of what the stories come to, where somebody wants to look at them. */
const SHOTS = process.env['SHOTS'];

/** A desk of the carrier's office: a market, one browser, and the people who take turns at it. */
export class ConsoleDesk {
  private readonly people = new Map<string, Person>();

  private constructor(
    readonly market: HttpMarket,
    readonly browser: Browser,
    private readonly story: string,
  ) {}

  /** `prepare` tells what came before, ahead of the browser. */
  static async open(
    story: string,
    beginning: string,
    prepare: (market: HttpMarket) => Promise<void>,
  ): Promise<ConsoleDesk> {
    const market = await openConsoleMarket(beginning);
    await prepare(market);
    const desk = new ConsoleDesk(market, await Browser.open(market.url), story);
    await desk.moveTo(new Date(market.engine.clock.now()).toISOString());
    return desk;
  }

  /** The clock of the product and that of the browser: days later whoever sat there has gone home. */
  async moveTo(now: string): Promise<void> {
    await this.leave();
    this.market.engine.clock.moveTo(Date.parse(now));
    await this.browser.page.clock.setFixedTime(new Date(now));
  }

  /** Somebody of a role takes the seat: the same one whenever the same login is named. */
  async seat(role: Role, login: string, party?: string): Promise<void> {
    const whose = party === undefined ? {} : { partner: party };
    const person = this.people.get(login) ?? (await addPerson(this.market, role, login, whose));
    this.people.set(login, person);
    await this.leave();
    await signIn(this.browser, person);
  }

  /** What a page still asks would be refused once nobody is signed in any more. */
  private async leave(): Promise<void> {
    await this.browser.page.goto('about:blank');
  }

  async goTo(path: string): Promise<void> {
    await this.browser.page.goto(path);
    await this.browser.page.getByRole('heading', { level: 1 }).waitFor();
  }

  button = (name: string | RegExp): Locator =>
    this.browser.page.getByRole('button', { name, exact: true }).first();
  dialog = (): Locator => this.browser.page.getByRole('dialog');
  heading = (name: string | RegExp): Locator => this.browser.page.getByRole('heading', { name, level: 1 });
  table = (name: string | RegExp): Locator => this.browser.page.getByRole('table', { name }).first();
  row = (name: string | RegExp): Locator => this.browser.page.getByRole('row', { name }).first();
  /** That of the thing that the page is about. */
  state = (name: string): Locator =>
    this.browser.page.locator('.page-header').getByText(name, { exact: true });
  /** What stands beside a name among the facts of a page. */
  fact = (name: string): Locator =>
    this.browser.page
      .locator('.ant-descriptions-item-label', { hasText: new RegExp(`^${name}$`) })
      .locator('xpath=following-sibling::td[1]')
      .first();

  tab = (name: string): Promise<void> => this.browser.page.getByRole('tab', { name, exact: true }).click();

  /** Opens the dialog of an action. */
  async ask(action: string, within: Locator | undefined = undefined): Promise<void> {
    const place = within ?? this.browser.page;
    await place.getByRole('button', { name: action, exact: true }).first().click();
    await this.dialog().waitFor();
  }

  async fill(label: string, text: string): Promise<void> {
    await this.dialog().getByLabel(label, { exact: true }).fill(text);
  }

  /** Types a part of a code or of a name, and takes what is found. */
  async find(label: string, text: string, found: string): Promise<void> {
    await this.fill(label, text);
    const { page } = this.browser;
    await page.locator('.ant-select-item-option').filter({ hasText: found }).first().click();
  }

  /** What it would come to, in words; nothing is done yet. */
  async preview(): Promise<string> {
    await this.dialog().getByRole('button', { name: 'Preview', exact: true }).click();
    const seen = this.dialog().getByRole('status');
    await seen.waitFor();
    return seen.innerText();
  }

  async confirm(): Promise<void> {
    await this.dialog().getByRole('button', { name: 'Confirm', exact: true }).click();
    await this.dialog().waitFor({ state: 'hidden' });
  }

  /** What the API says to it, with the dialog left open no longer. */
  async refused(): Promise<string> {
    await this.dialog().getByRole('button', { name: 'Confirm', exact: true }).click();
    const alert = this.dialog().getByRole('alert');
    await alert.waitFor();
    const text = await alert.innerText();
    await this.dialog().getByRole('button', { name: 'Cancel', exact: true }).click();
    await this.dialog().waitFor({ state: 'hidden' });
    return text;
  }

  /** The cells of each row of a table, without its head; there is one at least. */
  async cells(name: string | RegExp): Promise<string[][]> {
    const rows = this.table(name).locator('tr.ant-table-row');
    await rows.first().waitFor();
    const texts = await rows.allInnerTexts();
    return texts.map((text) => text.split('\t').map((cell) => cell.trim()));
  }

  async read<Body = Record<string, unknown>>(path: string, role: Role = 'finance'): Promise<Body> {
    const { status, body } = await this.market.get<Body>(path, role);
    if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`);
    return body;
  }

  /** The page as it is, and once more in the dark and in Chinese, which reads it anew. */
  async shot(name: string, isDialog = false): Promise<void> {
    if (SHOTS === undefined) return;
    const { page } = this.browser;
    const picture = async (kind: string): Promise<void> => {
      await this.browser.settled();
      await page.screenshot({ path: `${SHOTS}/${this.story}-${name}-${kind}.png`, fullPage: true });
    };
    await picture('light');
    if (isDialog) return;
    const url = page.url();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`${url}${url.includes('?') ? '&' : '?'}lang=zh`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await picture('dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(url);
    await page.getByRole('heading', { level: 1 }).waitFor();
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.market.close();
  }
}
