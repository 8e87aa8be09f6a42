import { Injectable, Optional } from '@nestjs/common';
import { Clock } from '@ciyuan/platform/clock';
import { Config, type OidcConfig } from '@ciyuan/platform/config';
import * as client from 'openid-client';
import { flowText, readFlow } from './oidc-flow';

/** How long somebody may take to show the issuer who it is. */
const FLOW_MS = 10 * 60_000;

export interface OidcStart {
  readonly url: string;
  /** To be kept by the browser until it comes back. */
  readonly flow: string;
  readonly flowSeconds: number;
}

/**
 * OpenID Connect: the issuer says who somebody is, by the code flow with PKCE, and its token is verified against the
 * issuer's keys. Its answer is a login here or nothing: nobody gets an account by it.
 */
@Injectable()
export class Oidc {
  private discovered: Promise<client.Configuration> | undefined;
  private readonly settings: OidcConfig | undefined;

  constructor(
    private readonly clock: Clock,
    @Optional() config?: Config,
  ) {
    this.settings = config?.oidc;
  }

  get isConfigured(): boolean {
    return this.settings !== undefined;
  }

  async begin(): Promise<OidcStart> {
    const settings = this.known();
    const verifier = client.randomPKCECodeVerifier();
    const flow = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier,
      until: this.clock.now() + FLOW_MS,
    };
    const url = client.buildAuthorizationUrl(await this.issuer(settings), {
      redirect_uri: settings.redirectUrl,
      scope: 'openid profile email',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: flow.state,
      nonce: flow.nonce,
    });
    return { url: url.href, flow: flowText(flow, settings.clientSecret), flowSeconds: FLOW_MS / 1_000 };
  }

  /** Whose login the issuer vouches for; undefined where it vouches for none, whatever the reason. */
  async finish(query: string, kept: string | undefined): Promise<string | undefined> {
    const settings = this.known();
    const flow = readFlow(kept ?? '', settings.clientSecret, this.clock.now());
    if (flow === undefined) return undefined;
    const tokens = await client.authorizationCodeGrant(
      await this.issuer(settings),
      new URL(`${settings.redirectUrl}?${query}`),
      {
        pkceCodeVerifier: flow.verifier,
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        idTokenExpected: true,
      },
    );
    return loginIn(tokens.claims() ?? {}, settings.loginClaim);
  }

  private known(): OidcConfig {
    if (this.settings === undefined) throw new Error('no issuer is configured');
    return this.settings;
  }

  /** Asked once; again where it could not be reached. */
  private issuer({ issuer, clientId, clientSecret }: OidcConfig): Promise<client.Configuration> {
    const execute = [client.enableNonRepudiationChecks];
    if (issuer.startsWith('http://')) execute.push(client.allowInsecureRequests);
    this.discovered ??= client
      .discovery(new URL(issuer), clientId, clientSecret, undefined, { execute })
      .catch((error: unknown) => {
        this.discovered = undefined;
        throw error;
      });
    return this.discovered;
  }
}

/** An address that the issuer has not looked at could be anybody's. */
function loginIn(
  claims: Readonly<Record<string, unknown>>,
  claim: OidcConfig['loginClaim'],
): string | undefined {
  if (claim === 'email' && claims['email_verified'] !== true) return undefined;
  const login = claims[claim];
  return typeof login === 'string' ? login : undefined;
}
