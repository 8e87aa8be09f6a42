import type { Instant } from '@ciyuan/core/kernel';

interface Dated {
  readonly effectiveFrom: Instant;
}

/** Of one document's versions those that are in force at `from`, or begin later and before `until`. */
export function versionsWithin<V extends Dated>(
  versions: readonly V[],
  from: Instant,
  until: Instant = Number.POSITIVE_INFINITY,
): V[] {
  const begun = versions.filter(({ effectiveFrom }) => effectiveFrom <= from);
  const first = Math.max(...begun.map(({ effectiveFrom }) => effectiveFrom));
  return versions.filter(
    ({ effectiveFrom: begins }) => begins === first || (begins > from && begins < until),
  );
}

/** When the version that begins at `from` gives way to the next; never where none follows. */
export const supersededAt = (versions: readonly Dated[], from: Instant): Instant =>
  Math.min(...versions.map(({ effectiveFrom }) => effectiveFrom).filter((begins) => begins > from));
