import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './schema';

export type CiyuanClient = Client<paths>;

export interface ClientSettings {
  /** Where the API is, such as `https://billing.example.com`; in a browser '' is where the page came from. */
  readonly baseUrl: string;
  /** Instead of the global one. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Sent with each request, such as `authorization`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether cookies go along: `same-origin` where nothing is said. */
  readonly credentials?: 'include' | 'omit' | 'same-origin';
}

/**
 * A client of every route, by its path: `client.GET('/v1/statements', { params: { query: { limit: 10 } } })`. It answers
 * with `data` or with `error`, a problem document; `unwrap` makes of the second what is thrown.
 */
export function createCiyuanClient({ headers, ...settings }: ClientSettings): CiyuanClient {
  return createClient<paths>({ ...settings, ...(headers === undefined ? {} : { headers: { ...headers } }) });
}
