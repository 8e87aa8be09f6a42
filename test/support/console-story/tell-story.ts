import { changeSubscriptions, openCustomers } from './customers';
import { collect, endOctober, endSeptember, liveWithStatements } from './month-end';
import { adjust, clawBack, dispute, reconcile, runJobs } from './open-work';
import { agreeWithParties, leaveDrafts } from './parties';
import { DESK, Story } from './story';
import { correctUsage, useDays, useMorning, useWhatWaits } from './usage';

const BEFORE = '2026-08-31T09:00:00+08:00';
const BEGINNING = '2026-09-01T00:00:00+08:00';
/** When everything has happened. */
export const STORY_NOW = '2026-11-05T10:20:00+08:00';

/**
 * Two months of a carrier, with something of everything that its console shows: September is issued, October is
 * signed next, and November has begun.
 */
export async function tellConsoleStory(dataFolder: string): Promise<Story> {
  const story = await Story.open(BEFORE, dataFolder);
  await agreeWithParties(story);
  story.moveTo(BEGINNING);
  await openCustomers(story);
  await useDays(story, '2026-09-01', '2026-09-30');
  await renew(story, '2026-10-01');
  await useDays(story, '2026-10-01', '2026-10-03');
  await endSeptember(story);
  await useDays(story, '2026-10-04', '2026-10-11');
  await collect(story);
  await useDays(story, '2026-10-12', '2026-10-12');
  await liveWithStatements(story);
  await dispute(story);
  await useDays(story, '2026-10-13', '2026-10-20');
  await changeSubscriptions(story);
  await correctUsage(story, '2026-10-18');
  await useWhatWaits(story, '2026-10-20');
  await reconcile(story);
  await clawBack(story);
  await useDays(story, '2026-10-21', '2026-10-31');
  await renew(story, '2026-11-01');
  await useDays(story, '2026-11-01', '2026-11-03');
  await endOctober(story);
  await useDays(story, '2026-11-04', '2026-11-04');
  await useMorning(story, STORY_NOW);
  await useWhatWaits(story, '2026-11-05');
  await adjust(story);
  await runJobs(story);
  await leaveDrafts(story);
  return story;
}

async function renew(story: Story, day: string): Promise<void> {
  story.moveTo(`${day}T00:30:00+08:00`);
  await story.post('/v1/due-work', {}, DESK);
}

export { PARTNER } from './parties';
export type { Story } from './story';
