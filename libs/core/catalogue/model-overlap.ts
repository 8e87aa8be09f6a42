/**
 * Whether there can be a model that both names or patterns match. Exact: `*` is the only wildcard, so comparing what
 * is left of both texts, from their ends on, decides it.
 */
export function canMatchTheSame(a: string, b: string): boolean {
  if (!a.includes('*') && !b.includes('*')) return a === b;
  let below: boolean[] = [];
  for (let i = a.length; i >= 0; i--) {
    const row: boolean[] = [];
    for (let j = b.length; j >= 0; j--) row[j] = restsAgree(a[i], b[j], row[j + 1], below[j], below[j + 1]);
    below = row;
  }
  return below[0] === true;
}

/** A star ends here, or swallows what stands opposite; anything else must be the same. Undefined is past the end. */
function restsAgree(
  a: string | undefined,
  b: string | undefined,
  withoutB: boolean | undefined,
  withoutA: boolean | undefined,
  withoutBoth: boolean | undefined,
): boolean {
  if (a === undefined && b === undefined) return true;
  if (a === '*' || b === '*') return withoutA === true || withoutB === true;
  return a === b && withoutBoth === true;
}
