import { divide, multiply, type PicoYuan, type Ratio } from '../kernel';
import type { CompiledSplitRule } from './compiled-rule';

/** One line of a split: what a roll-up says of one key. Amounts may be negative. */
export interface SplitLine {
  /** Pico-yuan as stated: with VAT where the rule says that it is included. */
  readonly gross: Ratio;
  /** Pico-yuan without VAT, where a document has fixed it. */
  readonly net?: Ratio;
  /** By its funding: nothing was paid for what was used. An amount of 0 alone does not make a line free. */
  readonly free: boolean;
  /** What prices a million tokens may differ by; null or absent where nothing names it. */
  readonly model?: string | null;
  readonly chipKind?: string | null;
  /** By token class. */
  readonly tokens: Readonly<Record<string, bigint>>;
  /** What the price book of each role asks; a role that is absent asks 0. */
  readonly costs?: Readonly<Record<string, PicoYuan>>;
  /** The partner that each role is on this line; a role that is absent is a party by its own name. */
  readonly roles?: Readonly<Record<string, string>>;
  /** The party that has the line whole: no step is run on it. */
  readonly ownedBy?: string;
}

/** Without VAT: what the line states, else what the gross amount gives. */
export function netOf(rule: CompiledSplitRule, line: SplitLine): Ratio {
  if (line.net !== undefined) return line.net;
  return rule.vatIncluded ? divide(line.gross, rule.vatFactor) : line.gross;
}

/** With VAT. */
export function paidOf(rule: CompiledSplitRule, line: SplitLine): Ratio {
  return rule.vatIncluded ? line.gross : multiply(line.gross, rule.vatFactor);
}

/** The party that `role` is on the line; the residual is one party for the whole split. */
export function partyOf(rule: CompiledSplitRule, line: SplitLine, role: string): string {
  return role === rule.residual ? role : (named(line.roles, role) ?? role);
}

/** A member by name; names come from documents, so what every object inherits must not answer. */
export function named<T>(members: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;
}
