import { Controller, Get, Logger, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Audited, Oidc, OpenToAll, SessionCookie, SignIn, type OpenSession } from '@ciyuan/platform/auth';
import { Refused } from '@ciyuan/platform/http';
import { NOT_LET_IN_PAGE } from './not-let-in-page';
import type { SignInOptionsView } from './sessions.dto';
import { SignInLimit } from './sign-in-limit';

const FLOW_COOKIE = 'ciyuan_oidc';
const FLOW_PATH = '/v1/session/oidc';
const LANGUAGES = ['zh-CN', 'en'];

/** Signing in by an issuer that knows people; and whether there is one. */
@OpenToAll()
@Controller('v1/session')
export class OidcController {
  private readonly logger = new Logger('sign-in');

  constructor(
    private readonly oidc: Oidc,
    private readonly signIn: SignIn,
    private readonly cookie: SessionCookie,
    private readonly limit: SignInLimit,
    private readonly audited: Audited,
  ) {}

  @Get('options')
  @ApiOperation({ summary: 'How one can sign in here, for whoever is not signed in yet' })
  options(): SignInOptionsView {
    return { oidc: this.oidc.isConfigured, languages: LANGUAGES };
  }

  @Get('oidc')
  @ApiOperation({ summary: 'Go to the issuer to sign in there' })
  @ApiResponse({ status: 302, description: 'To the issuer' })
  async begin(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.requireIssuer(request);
    const { url, flow, flowSeconds: maxAge } = await this.oidc.begin();
    // The way back comes from another site, which a strict cookie would not.
    void reply.setCookie(FLOW_COOKIE, flow, { ...this.flowCookie(request), sameSite: 'lax', maxAge });
    void reply.header('cache-control', 'no-store').redirect(url, 302);
  }

  @Get('oidc/callback')
  @ApiOperation({
    summary: 'Come back from the issuer: signed in, or told that nobody here is known by that name',
  })
  @ApiResponse({ status: 302, description: 'Signed in, to the console' })
  @ApiResponse({
    status: 403,
    description: 'A page that says so',
    content: { 'text/html': { schema: { type: 'string' } } },
  })
  async end(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.requireIssuer(request);
    const opened = await this.openedBy(request);
    void reply.clearCookie(FLOW_COOKIE, this.flowCookie(request)).header('cache-control', 'no-store');
    if (opened === undefined) {
      void reply.status(403).type('text/html; charset=utf-8').send(NOT_LET_IN_PAGE);
      return;
    }
    this.cookie.give(request, reply, opened.token);
    void reply.redirect('/', 302);
  }

  private async openedBy(request: FastifyRequest): Promise<OpenSession | undefined> {
    const login = await this.vouchedFor(request);
    await this.audited.signIn(request, login ?? null);
    return login === undefined ? undefined : this.signIn.withoutPassword(login);
  }

  /** Whatever the issuer or whoever plays it does wrong lets nobody in; the log has why. */
  private async vouchedFor(request: FastifyRequest): Promise<string | undefined> {
    try {
      const query = request.url.split('?')[1] ?? '';
      return await this.oidc.finish(query, request.cookies[FLOW_COOKIE]);
    } catch (error) {
      this.logger.warn(`the issuer's answer was not taken: ${String(error)}`);
      return undefined;
    }
  }

  private async requireIssuer(request: FastifyRequest): Promise<void> {
    await this.limit.require(request);
    if (!this.oidc.isConfigured)
      throw new Refused('not_found', 'oidc_not_configured', 'Nobody is signed in by an issuer here.');
  }

  private flowCookie(request: FastifyRequest) {
    return { ...this.cookie.attributes(request), path: FLOW_PATH };
  }
}
