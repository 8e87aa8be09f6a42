import type { FastifyInstance, FastifyReply } from 'fastify';

export interface ToldAnswer {
  readonly status: number;
  /** Of a problem document, its code. */
  readonly problem: string | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** A body of JSON as it came. */
    receivedBody?: string | undefined;
    /** Who wants to know how it ends, before the caller does. */
    noteAnswer?: (answer: ToldAnswer) => Promise<void>;
  }
}

const PROBLEM = 'application/problem+json';
const TYPE = 'urn:ciyuan:problem:';

/** Tells whoever asked for it how a request was answered. */
export function tellAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async ({ noteAnswer }, reply, payload) => {
    await noteAnswer?.({ status: reply.statusCode, problem: problemOf(reply, payload) });
    return payload;
  });
}

function problemOf(reply: FastifyReply, payload: unknown): string | null {
  const isProblem = String(reply.getHeader('content-type') ?? '').startsWith(PROBLEM);
  if (!isProblem || typeof payload !== 'string') return null;
  const { type } = JSON.parse(payload) as { type?: unknown };
  return typeof type === 'string' ? type.replace(TYPE, '') : null;
}
