import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser } from '../support/browser';
import { addPerson, signIn, type Person } from '../support/console-market';
import { consoleRoutes, routeAt } from '../support/console-routes';
import { PARTNER, STORY_NOW, tellConsoleStory, type Story } from '../support/console-story/tell-story';
import { PARTNER_PAGES, STAFF_PAGES } from '../support/console-story/pages';
import { PageWatch } from '../support/page-watch';

const WAIT_MS = 400_000;
/** A folder for a picture of each page in each round, for people to look at. */
const PICTURES = process.env['SCREENSHOTS_ALL'];
const MOST_TABS_OF_A_PAGE = 8;
/** The one that is there before somebody has signed in; the specs of signing in look at it. */
const BEFORE = ['/sign-in', '*'];

const { PLACE_GROUPS } = jest.requireActual<{
  PLACE_GROUPS: readonly { readonly places: readonly { readonly path: string }[] }[];
}>('../../apps/console/src/shell/places');

const pathOf = (address: string): string => address.replace(/\?.*/, '');
const nameOf = (address: string): string =>
  decodeURIComponent(address)
    .replace(/[^A-Za-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'dashboard';

/** Every page of the console, in both languages and on both grounds, with all that can be said of all pages. */
describe('every page of the console', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'ciyuan-story-'));
  const routes = consoleRoutes();
  const tabsSeen = new Set<string>();
  const tabsOpened = new Set<string>();
  let story: Story;
  let people: readonly (readonly [Person, readonly string[]])[];

  beforeAll(async () => {
    story = await tellConsoleStory(dataFolder);
    const { market } = story;
    people = [
      [await addPerson(market, 'admin', 'mei.lan', { displayName: '梅岚' }), STAFF_PAGES],
      [
        await addPerson(market, 'partner', 'liu.yun', { displayName: '柳云', partner: PARTNER }),
        PARTNER_PAGES,
      ],
    ];
  }, WAIT_MS);

  afterAll(async () => {
    await story?.market.close();
    rmSync(dataFolder, { recursive: true });
  });

  it('is visited: whatever has a route, and every place of the navigation', () => {
    const visited = [...STAFF_PAGES, ...PARTNER_PAGES].map(pathOf);
    const places = PLACE_GROUPS.flatMap((group) => group.places).map(({ path }) => path);
    expect(places.filter((path) => !visited.includes(path))).toEqual([]);
    const shown = new Set(visited.map((path) => routeAt(routes, path) ?? '*'));
    expect(routes.length).toBeGreaterThan(places.length);
    expect(routes.filter((route) => !shown.has(route) && !BEFORE.includes(route))).toEqual([]);
  });

  async function visit(browser: Browser, watch: PageWatch, address: string): Promise<void> {
    await browser.page.goto(address);
    await browser.settled();
    const route = routeAt(routes, pathOf(address)) ?? '*';
    const tabs = await watch.tabs();
    for (const tab of tabs) tabsSeen.add(`${route} ${tab}`);
    // Where the address names none, the first is open.
    const open = new URL(address, story.market.url).searchParams.get('tab') ?? tabs[0];
    if (open !== undefined) tabsOpened.add(`${route} ${open}`);
  }

  async function picture({ page }: Browser, round: string, address: string): Promise<void> {
    if (PICTURES === undefined) return;
    mkdirSync(join(PICTURES, round), { recursive: true });
    await page.screenshot({ path: join(PICTURES, round, `${nameOf(address)}.png`), fullPage: true });
  }

  it.each([
    ['zh', 'light', 'zh-CN'],
    ['en', 'dark', 'en-GB'],
  ] as const)(
    'is as it should be, in %s and %s',
    async (language, colorScheme, locale) => {
      const browser = await Browser.open(story.market.url, { locale, colorScheme });
      const watch = await PageWatch.of(browser);
      await browser.page.clock.setFixedTime(new Date(STORY_NOW));
      const faults: string[] = [];
      for (const [person, addresses] of people) {
        await signIn(browser, person);
        for (const address of addresses) {
          await visit(browser, watch, `${address}${address.includes('?') ? '&' : '?'}lang=${language}`);
          faults.push(...(await watch.faults(language)).map((fault) => `${address} ${fault}`));
          await picture(browser, `${language}-${colorScheme}`, address);
        }
      }
      await browser.close();
      expect(faults).toEqual([]);
    },
    WAIT_MS,
  );

  it('is visited with each of its tabs', () => {
    expect(tabsSeen.size).toBeGreaterThan(MOST_TABS_OF_A_PAGE);
    expect([...tabsSeen].filter((tab) => !tabsOpened.has(tab))).toEqual([]);
  });
});
