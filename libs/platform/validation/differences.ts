import type { ValueFault } from './read-with';

/** A fault for each member of `known` that `wanted` gives differently: for what is written once and never changed. */
export function differences<T extends object>(wanted: T, known: T): ValueFault[] {
  const names = Object.keys(known) as (keyof T & string)[];
  const differing = names.filter((name) => textOf(wanted[name]) !== textOf(known[name]));
  return differing.map((name) => ({
    path: name,
    code: 'differs',
    detail: `known as ${textOf(known[name])}`,
  }));
}

const textOf = (value: unknown): string => JSON.stringify(value) ?? 'absent';
