/** What kind of refusal it is: each has its one status, here and nowhere else. */
const STATUS_OF = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  unprocessable: 422,
  too_many: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ProblemKind = keyof typeof STATUS_OF;

/** One place at fault: the path as the caller writes it, such as `records.3.tokens.input`. */
export interface Fault {
  readonly path: string;
  readonly code: string;
  readonly detail?: string;
}

/** A problem document (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly faults?: readonly Fault[];
}

export const statusOf = (kind: ProblemKind): number => STATUS_OF[kind];

export const kindOf = (status: number): ProblemKind =>
  (Object.keys(STATUS_OF) as ProblemKind[]).find((kind) => STATUS_OF[kind] === status) ??
  (status < 500 ? 'malformed' : 'internal');

export function problem(
  kind: ProblemKind,
  code: string,
  detail: string,
  faults: readonly Fault[] = [],
): Problem {
  return {
    type: `urn:ciyuan:problem:${code}`,
    title: code.replaceAll('_', ' '),
    status: statusOf(kind),
    detail,
    ...(faults.length === 0 ? {} : { faults }),
  };
}

/** Ends a request with a problem document. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly kind: ProblemKind,
    readonly code: string,
    readonly detail: string,
    readonly faults: readonly Fault[] = [],
    /** Further members of the document, such as what would be true now. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code}: ${detail}`);
  }
}
