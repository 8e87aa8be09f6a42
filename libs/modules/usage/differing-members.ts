import type { Json } from '@ciyuan/core/usage';

type Members = ReadonlyMap<string, Json>;

/** Paths at which two JSON values differ, such as `tokens.input` or `usage.iterations[1].model`; null is absence. */
export function differingMembers(received: Json, first: Json, path = ''): string[] {
  const members = [membersOf(received, path), membersOf(first, path)] as const;
  if (
    members[0] === undefined ||
    members[1] === undefined ||
    Array.isArray(received) !== Array.isArray(first)
  ) {
    return received === first ? [] : [path];
  }
  return differingOf(...(members as readonly [Members, Members]));
}

function differingOf(received: Members, first: Members): string[] {
  const paths = [...new Set([...received.keys(), ...first.keys()])];
  return paths.flatMap((path) => differingMembers(received.get(path) ?? null, first.get(path) ?? null, path));
}

/** By their paths; own members alone, for a name may be one that every object inherits. */
function membersOf(value: Json, path: string): Members | undefined {
  if (Array.isArray(value)) {
    return new Map((value as readonly Json[]).map((one, index) => [`${path}[${index}]`, one]));
  }
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map(Object.entries(value).map(([name, one]) => [path === '' ? name : `${path}.${name}`, one]));
}
