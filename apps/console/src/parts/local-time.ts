/** The books' zone has had no summer time since 1991. */
const OFFSET = '+08:00';
const OFFSET_MS = 8 * 3_600_000;

/** An instant as a field for local times wants it, in the books' zone; empty for none. */
export function localTimeOf(at: string | undefined): string {
  const instant = Date.parse(at ?? '');
  if (Number.isNaN(instant)) return '';
  return new Date(instant + OFFSET_MS).toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length);
}

/** What such a field says, as RFC 3339; undefined where it is empty. */
export const atLocalTime = (text: string): string | undefined =>
  text === '' ? undefined : `${text.slice(0, 'YYYY-MM-DDTHH:mm'.length)}:00${OFFSET}`;
