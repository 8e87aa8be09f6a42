import { Injectable, Optional } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Config, SIGN_IN } from '@ciyuan/platform/config';
import { Refused } from '@ciyuan/platform/http';

const MINUTE_MS = 60_000;
type Limit = ReturnType<FastifyInstance['createRateLimit']>;

/** How often one address may try, whichever logins it tries. Each process counts by itself. */
@Injectable()
export class SignInLimit {
  private limit: Limit | undefined;
  private readonly max: number;

  constructor(
    private readonly host: HttpAdapterHost,
    @Optional() config?: Config,
  ) {
    this.max = (config?.signIn ?? SIGN_IN).attemptsPerMinute;
  }

  async require(request: FastifyRequest): Promise<void> {
    this.limit ??= this.host.httpAdapter
      .getInstance<FastifyInstance>()
      .createRateLimit({ max: this.max, timeWindow: MINUTE_MS });
    const counted = await this.limit(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    const detail = `Try again in ${counted.ttlInSeconds} seconds.`;
    throw new Refused('too_many', 'too_many_attempts', detail);
  }
}
