import { Body, Controller, Delete, Get, Header, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  Audited,
  BeforePasswordChange,
  ChangeOwnPassword,
  CurrentSession,
  OpenToAll,
  ROLES,
  Roles,
  SessionCookie,
  Sessions,
  SignIn,
  type OpenSession,
  type SignedIn,
} from '@ciyuan/platform/auth';
import { notLetIn, refusedPassword, sessionOf } from './sessions.convert';
import {
  passwordSchema,
  signInSchema,
  type PasswordBody,
  type SessionView,
  type SignInBody,
} from './sessions.dto';
import { SignInLimit } from './sign-in-limit';

@Controller('v1/session')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly changeOwnPassword: ChangeOwnPassword,
    private readonly cookie: SessionCookie,
    private readonly limit: SignInLimit,
    private readonly audited: Audited,
  ) {}

  @Post()
  @HttpCode(200)
  @OpenToAll()
  @ApiOperation({ summary: 'Sign in; the answer’s cookie is the session' })
  async begin(
    @Body({ schema: signInSchema }) body: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    await this.limit.require(request);
    await this.audited.signIn(request, body.login);
    const opened = await this.signIn.run(body);
    if (opened === undefined) throw notLetIn();
    return this.given(opened, request, reply);
  }

  @Get()
  @Header('cache-control', 'no-store')
  @Roles(...ROLES)
  @BeforePasswordChange()
  @ApiOperation({ summary: 'Who is signed in, and until when' })
  read(@CurrentSession() signedIn: SignedIn, @Req() request: FastifyRequest): SessionView {
    return sessionOf({ signedIn, token: this.cookie.tokenOf(request) });
  }

  @Delete()
  @HttpCode(204)
  @Roles(...ROLES)
  @BeforePasswordChange()
  @ApiOperation({ summary: 'Sign out' })
  async end(
    @CurrentSession() { sessionId }: SignedIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(sessionId);
    this.cookie.take(request, reply);
  }

  @Put('password')
  @Roles(...ROLES)
  @BeforePasswordChange()
  @ApiOperation({ summary: 'Choose another password; every session ends, and this one begins anew' })
  async changePassword(
    @Body({ schema: passwordSchema }) body: PasswordBody,
    @CurrentSession() { login }: SignedIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    await this.limit.require(request);
    const answer = await this.changeOwnPassword.run({ login, ...body });
    if (!answer.ok) throw refusedPassword(answer.refusal);
    return this.given(answer.value, request, reply);
  }

  private given(opened: OpenSession, request: FastifyRequest, reply: FastifyReply): SessionView {
    this.cookie.give(request, reply, opened.token);
    void reply.header('cache-control', 'no-store');
    return sessionOf(opened);
  }
}
