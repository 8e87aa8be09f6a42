import { createCiyuanClient } from './create-client';
import { ProblemError, unwrap } from './problem-error';

const PAGE = { statements: [], next: null };
const PROBLEM = {
  type: 'urn:ciyuan:problem:unknown_account',
  title: 'unknown account',
  status: 404,
  detail: 'No account has the code C-9.',
};

function clientOf(answer: Response): {
  client: ReturnType<typeof createCiyuanClient>;
  sent: () => Request;
} {
  const fetch = jest.fn((_request: Request) => Promise.resolve(answer));
  const client = createCiyuanClient({
    baseUrl: 'https://billing.example.com',
    fetch,
    headers: { authorization: 'Bearer key' },
  });
  return { client, sent: () => fetch.mock.calls[0]?.[0] as Request };
}

describe('the client', () => {
  it('calls a route by its path, and answers with what it says', async () => {
    const { client, sent } = clientOf(Response.json(PAGE));
    const call = client.GET('/v1/statements', { params: { query: { limit: 5, state: 'issued' } } });
    expect(await unwrap(call)).toEqual(PAGE);
    expect(sent().url).toBe('https://billing.example.com/v1/statements?limit=5&state=issued');
    expect(sent().headers.get('authorization')).toBe('Bearer key');
  });

  it('throws a refusal with what it says of itself', async () => {
    const faults = [{ path: 'code', code: 'invalid' }];
    const { client } = clientOf(Response.json({ ...PROBLEM, faults, open: 2 }, { status: 404 }));
    const call = unwrap(client.GET('/v1/accounts/{code}/balance', { params: { path: { code: 'C-9' } } }));
    const error = await call.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ ...PROBLEM, code: 'unknown_account', faults, document: { open: 2 } });
  });

  it('throws what another than the API answers, too', async () => {
    const { client } = clientOf(new Response('<h1>no</h1>', { status: 502, statusText: 'Bad Gateway' }));
    const error = await unwrap(client.GET('/v1/parties')).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ type: 'about:blank', title: 'Bad Gateway', status: 502, faults: [] });
    expect((error as ProblemError).code).toBeUndefined();
  });

  it('leaves a lost connection as it is', async () => {
    const lost = new TypeError('fetch failed');
    const client = createCiyuanClient({ baseUrl: 'https://x.example', fetch: () => Promise.reject(lost) });
    await expect(unwrap(client.GET('/v1/parties'))).rejects.toBe(lost);
  });
});
