import type { components } from './schema';

export type Problem = components['schemas']['Problem'];
export type ProblemFault = NonNullable<Problem['faults']>[number];

const OF_OURS = 'urn:ciyuan:problem:';
/** What RFC 9457 calls a problem that has no type of its own. */
const WITHOUT_TYPE = 'about:blank';

/** A refusal, as what is thrown. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly faults: readonly ProblemFault[];

  /** `document` is the whole of it, with the members that some refusals have beside the usual ones. */
  constructor(readonly document: Problem) {
    super(`${document.title}: ${document.detail}`);
    this.type = document.type;
    this.title = document.title;
    this.status = document.status;
    this.detail = document.detail;
    this.faults = document.faults ?? [];
  }

  /** What to decide by, such as `unknown_account`; undefined where somebody else than the API has answered. */
  get code(): string | undefined {
    return this.type.startsWith(OF_OURS) ? this.type.slice(OF_OURS.length) : undefined;
  }
}

interface Answered<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** What a call of the client came to; rejects with {@link ProblemError} where it was refused. */
export async function unwrap<Data>(call: Answered<Data> | PromiseLike<Answered<Data>>): Promise<Data> {
  const { data, error, response } = await call;
  if (response.ok) return data as Data;
  throw new ProblemError(isProblem(error) ? error : foreign(error, response));
}

const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'type' in error && 'title' in error && 'status' in error;

/** What stands between may answer, too, and with anything. */
const foreign = (error: unknown, { status, statusText }: Response): Problem => ({
  type: WITHOUT_TYPE,
  title: statusText === '' ? `HTTP ${status}` : statusText,
  status,
  detail: typeof error === 'string' ? error : '',
});
