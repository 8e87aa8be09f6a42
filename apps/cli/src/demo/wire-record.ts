import type { Counter } from '@ciyuan/core/usage';

/** One usage record as `POST /v1/usage` accepts it. The partner is not in it: authentication says who reports. */
export interface WireRecord {
  /** At most 128 printable ASCII characters; with partner and source the record's identity for ever. */
  readonly id: string;
  /** `api` where it is missing. */
  readonly source?: string;
  readonly account: string;
  /** ISO 8601 with an offset: the start of the request. */
  readonly at: string;
  readonly model: string;
  readonly vendor: string;
  readonly computeOwner: string;
  readonly chipKind: string;
  /** `standard` where it is missing. */
  readonly serviceTier?: string;
  readonly dimensions?: Readonly<Record<string, string>>;
  /** Disjoint whole numbers; a class that is missing is zero. */
  readonly tokens: Readonly<Partial<Record<Counter, number>>>;
}
