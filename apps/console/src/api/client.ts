import { ProblemError, createCiyuanClient, unwrap } from '@ciyuan/client';
import { csrfToken } from '../session/csrf-token';

/** What the API refused, wherever it was asked: the session may have ended meanwhile. */
type RefusalListener = (problem: ProblemError) => void;

let listener: RefusalListener | undefined;

/** There is one: whoever keeps the session. */
export function onRefusal(heard: RefusalListener): void {
  listener = heard;
}

/** Every request goes to the origin that served the page; the session is its cookie. */
export const client = createCiyuanClient({ baseUrl: window.location.origin });

const READING = ['GET', 'HEAD'];

client.use({
  onRequest({ request }) {
    const token = csrfToken();
    if (!READING.includes(request.method) && token !== undefined) request.headers.set('x-csrf-token', token);
    return request;
  },
});

/** The answer of a call; throws its problem document where it was refused. */
export async function answerOf<Data>(call: Parameters<typeof unwrap<Data>>[0]): Promise<Data> {
  try {
    return await unwrap(call);
  } catch (error) {
    if (error instanceof ProblemError) listener?.(error);
    throw error;
  }
}
