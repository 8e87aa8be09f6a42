import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Refused, kindOf, problem, type Problem } from './problem';

const JSON_PROBLEM = 'application/problem+json; charset=utf-8';

/** Whatever a request ends with that is no answer becomes a problem document; a bug tells nothing of itself. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const document = this.documentOf(error);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void reply.status(document.status).header('content-type', JSON_PROBLEM).send(document);
  }

  private documentOf(error: unknown): Problem {
    if (error instanceof Refused) return problem(error.kind, error.code, error.detail, error.faults);
    if (error instanceof HttpException) return fromStatus(error.getStatus(), error.message);
    const status = (error as { statusCode?: unknown } | null)?.statusCode;
    if (typeof status === 'number' && status >= 400 && status < 500) {
      return fromStatus(status, (error as Error).message);
    }
    this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return problem('internal', 'internal_error', 'Something went wrong here; nothing was half written.');
  }
}

function fromStatus(status: number, detail: string): Problem {
  const kind = kindOf(status);
  return { ...problem(kind, kind, detail), status };
}
