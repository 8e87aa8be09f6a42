import type { Plan } from '@ciyuan/core/catalogue';

/** The segments that some of the plans are for; undefined where one of them is for anybody. */
export function segmentsOf(plans: readonly Plan[]): ReadonlySet<string> | undefined {
  const segments = new Set<string>();
  for (const { segment, eligibility } of plans) {
    const own = segment === undefined ? eligibility?.segments : [segment];
    if (own === undefined) return undefined;
    for (const one of own) segments.add(one);
  }
  return segments;
}
