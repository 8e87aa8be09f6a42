import type { Json } from '../canonical-json';
import { MAXIMUM_COUNT } from '../counters';
import type { UsageShapeRefusal, UsageSumRefusal } from './usage-shape-refusal';

export type JsonObject = Readonly<Record<string, Json>>;

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads the fields of a usage object by their path. The first fault is kept and reading goes on with nothing in
 * its place, so that a family reads as straight lines; who uses what was read asks for the fault first.
 */
export class UsageReader {
  constructor(
    private readonly object: JsonObject,
    private readonly prefix = '',
    private readonly faults: UsageShapeRefusal[] = [],
  ) {}

  get fault(): UsageShapeRefusal | undefined {
    return this.faults[0];
  }

  refuse(refusal: UsageShapeRefusal): void {
    this.faults.push({ ...refusal, field: this.prefix + refusal.field });
  }

  /** `undefined` where the object does not say; a stated zero is a count. */
  optional(path: string): number | undefined {
    const value = this.at(path);
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
      this.refuse({ reason: 'not_a_whole_number', field: path });
    } else if (value > MAXIMUM_COUNT) {
      this.refuse({ reason: 'count_too_large', field: path });
    } else {
      return value;
    }
    return undefined;
  }

  /** For a part of a count: a part that is not stated is not there. */
  part(path: string): number {
    return this.optional(path) ?? 0;
  }

  required(path: string): number {
    const count = this.optional(path);
    if (count === undefined) this.refuse({ reason: 'missing_count', field: path });
    return count ?? 0;
  }

  /** One count under several names: whichever are stated must agree, or the object contradicts itself. */
  sameUnder(paths: readonly string[]): number | undefined {
    let found: number | undefined;
    for (const path of paths) {
      const count = this.optional(path);
      if (count !== undefined && found !== undefined) this.expect('fields_disagree', path, count, found);
      found ??= count;
    }
    return found;
  }

  text(path: string): string | undefined {
    const value = this.at(path);
    if (value === undefined || typeof value === 'string') return value;
    this.refuse({ reason: 'not_a_text', field: path });
    return undefined;
  }

  /** A reader for each member of a list of objects; `undefined` where there is no list. */
  list(path: string): UsageReader[] | undefined {
    const value = this.at(path);
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) {
      this.refuse({ reason: 'not_a_list', field: path });
      return undefined;
    }
    return (value as readonly Json[]).flatMap((one, index) => {
      const place = `${path}[${index}]`;
      if (isObject(one)) return [new UsageReader(one, `${this.prefix}${place}.`, this.faults)];
      this.refuse({ reason: 'not_an_object', field: place });
      return [];
    });
  }

  /** Refuses a stated number that differs from what the others make. */
  expect(
    reason: UsageSumRefusal['reason'],
    field: string,
    stated: number | undefined,
    counted: number,
  ): void {
    if (stated !== undefined && stated !== counted) this.refuse({ reason, field, stated, counted });
  }

  /** Refuses parts that are more than the whole they are inside of. */
  within(reason: UsageSumRefusal['reason'], field: string, stated: number, whole: number): void {
    if (stated > whole) this.refuse({ reason, field, stated, counted: whole });
  }

  /** Null says as little as absence, for an object of details as for a count. */
  private at(path: string): Json | undefined {
    let value: Json = this.object;
    const walked: string[] = [];
    for (const name of path.split('.')) {
      if (!isObject(value)) {
        this.refuse({ reason: 'not_an_object', field: walked.join('.') });
        return undefined;
      }
      if (!Object.hasOwn(value, name)) return undefined;
      value = value[name] ?? null;
      if (value === null) return undefined;
      walked.push(name);
    }
    return value;
  }
}
