import type { FreshDatabase } from './database';
import { deletionIsSeen, unseenChanges } from './every-column';
import { Tampering } from './tampering';

/** Where a story lies that is changed behind the engine's back. */
export interface StoryPlace {
  readonly urls: FreshDatabase;
  violations(): Promise<string[]>;
  stop(): Promise<void>;
}

/** A row of a table, and the columns of it whose change nothing sees. */
export type WatchedRow = readonly [table: string, where: string, unseen: readonly string[]];
/** A statement that the application's role is refused, with what SQL state. */
export type Attack = readonly [what: string, sqlState: string, statement: string];
/** What the application can write, and what the check says of it. */
export type Forgery = readonly [what: string, told: string, ...statements: string[]];

/** A story told once for all tests of a `describe`; it begins with nothing to report. */
export class TamperedStory<Story> {
  private told?: { story: Story; application: Tampering; superuser: Tampering };

  constructor(open: () => Promise<Story>, placeOf: (story: Story) => StoryPlace) {
    beforeAll(async () => {
      const story = await open();
      const { urls } = placeOf(story);
      const application = await Tampering.at(urls.appUrl);
      this.told = { story, application, superuser: await Tampering.asSuperuser(urls) };
    });
    afterAll(async () => {
      await this.application.end();
      await this.superuser.end();
      await placeOf(this.story).stop();
    });
    it('begins with nothing to report', async () => {
      expect(await placeOf(this.story).violations()).toEqual([]);
    });
  }

  get story(): Story {
    return this.now.story;
  }

  /** With the rights that the application has. */
  get application(): Tampering {
    return this.now.application;
  }

  get superuser(): Tampering {
    return this.now.superuser;
  }

  seesChangesOf(rows: readonly WatchedRow[]): void {
    it.each(rows)('%s where %s: all is seen but %p, and that it is gone', async (table, where, unseen) => {
      expect(await unseenChanges(this.superuser, table, where)).toEqual(unseen);
      expect(await deletionIsSeen(this.superuser, table, where)).toBe(true);
    });
  }

  refuses(attacks: readonly Attack[]): void {
    it.each(attacks)('refuses the application %s (%s)', async (_what, sqlState, statement) => {
      expect(await this.application.refusal(statement)).toBe(sqlState);
    });
  }

  finds(forgeries: readonly Forgery[], foundBy: string): void {
    it.each(forgeries)('%s is found', async (_what, told, ...statements) => {
      const { rows, reports } = await this.application.with(...statements);
      expect(rows).toBeGreaterThan(0);
      expect(reports[foundBy]).toContain(told);
    });
  }

  private get now() {
    if (this.told === undefined) throw new Error('the story is not told yet');
    return this.told;
  }
}
