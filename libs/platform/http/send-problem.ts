import { HttpException, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sqlState } from '@ciyuan/platform/database';
import { Refused, kindOf, problem, type Problem } from './problem';

const JSON_PROBLEM = 'application/problem+json; charset=utf-8';
const UNAUTHENTICATED = 401;
/** A text with a character that the database has no place for, such as U+0000: only a request can have brought it. */
const NOT_STORABLE = ['22021', '22P05'];

const logger = new Logger('http');

/** Answers with the problem document of whatever a request ended with; a bug tells nothing of itself, but to the log. */
export function sendProblem(reply: FastifyReply, error: unknown): void {
  const document = problemOf(error);
  void reply.status(document.status).header('content-type', JSON_PROBLEM);
  if (document.status === UNAUTHENTICATED) void reply.header('www-authenticate', 'Bearer');
  void reply.send(document);
}

function problemOf(error: unknown): Problem {
  if (error instanceof Refused) {
    return { ...error.members, ...problem(error.kind, error.code, error.detail, error.faults) };
  }
  const status = statusToTell(error);
  if (status !== undefined) return fromStatus(status, (error as Error).message);
  if (isCallerGone(error)) return problem('malformed', 'aborted', 'The request broke off.');
  if (NOT_STORABLE.includes(sqlState(error) ?? '')) {
    return problem(
      'malformed',
      'not_storable',
      'A text of the request holds a character that cannot be stored.',
    );
  }
  logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return problem('internal', 'internal_error', 'Something went wrong here; nothing was half written.');
}

/** Of what the frameworks refuse by themselves; any other error may carry a status that was meant for somebody else. */
function statusToTell(error: unknown): number | undefined {
  const { statusCode, code } = (error ?? {}) as { statusCode?: unknown; code?: unknown };
  const ofFastify = typeof code === 'string' && code.startsWith('FST_') ? statusCode : undefined;
  const status = error instanceof HttpException ? error.getStatus() : ofFastify;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

/** Nobody hears the answer; and it is no bug of ours. The same code without the word is a lost database. */
function isCallerGone(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return code === 'ECONNRESET' && message === 'aborted';
}

function fromStatus(status: number, detail: string): Problem {
  const kind = kindOf(status);
  return { ...problem(kind, kind, detail), status };
}
