import { createHash, createSign, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const KEY_ID = 'of-the-test';
const SECONDS = 1_000;

interface Asked {
  readonly challenge: string;
  readonly nonce: string;
  readonly redirectUri: string;
}

/** What a token says beside what every token does; `signWith` lets another key sign it. */
export interface Vouched {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly signWith?: KeyObject;
}

/** A small issuer of OpenID Connect that lets everybody in as whom `vouched` says, with tokens it really signs. */
export class OidcIssuer {
  vouched: Vouched = { claims: {} };
  private readonly pair = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  private readonly codes = new Map<string, Asked>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<OidcIssuer> {
    const server = createServer();
    const issuer = new OidcIssuer(server);
    server.on('request', (request: IncomingMessage, reply: ServerResponse) => {
      void issuer.answer(request, reply);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** A code, as if the person had signed in at `authorize`; and where the browser goes with it. */
  async authorize(url: string): Promise<string> {
    const asked = new URL(url).searchParams;
    const code = randomUUID();
    this.codes.set(code, {
      challenge: asked.get('code_challenge') ?? '',
      nonce: asked.get('nonce') ?? '',
      redirectUri: asked.get('redirect_uri') ?? '',
    });
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    return back.pathname + back.search;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const [status, answer] = this.answerTo(new URL(request.url ?? '/', this.url).pathname, body);
    reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  private answerTo(path: string, body: string): [number, unknown] {
    switch (path) {
      case '/.well-known/openid-configuration':
        return [
          200,
          {
            issuer: this.url,
            authorization_endpoint: `${this.url}/authorize`,
            token_endpoint: `${this.url}/token`,
            jwks_uri: `${this.url}/keys`,
            response_types_supported: ['code'],
            id_token_signing_alg_values_supported: ['RS256'],
          },
        ];
      case '/keys':
        return [
          200,
          {
            keys: [
              { ...this.pair.publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'RS256', use: 'sig' },
            ],
          },
        ];
      case '/token':
        return this.token(new URLSearchParams(body));
      default:
        return [404, {}];
    }
  }

  /** As RFC 7636 has it: whoever redeems a code shows that it asked for it. */
  private token(form: URLSearchParams): [number, unknown] {
    const asked = this.codes.get(form.get('code') ?? '');
    this.codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (asked?.challenge !== challenge || asked.redirectUri !== form.get('redirect_uri'))
      return [400, { error: 'invalid_grant' }];
    return [
      200,
      {
        access_token: randomUUID(),
        token_type: 'Bearer',
        id_token: this.idToken(asked.nonce),
        expires_in: 60,
      },
    ];
  }

  private idToken(nonce: string): string {
    const now = Math.floor(Date.now() / SECONDS);
    const standard = { iss: this.url, sub: 'sub-1', aud: 'ciyuan', iat: now, exp: now + 60, nonce };
    const parts = [
      { alg: 'RS256', kid: KEY_ID },
      { ...standard, ...this.vouched.claims },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    const signed = createSign('RSA-SHA256').update(parts.join('.'));
    return `${parts.join('.')}.${signed.sign(this.vouched.signWith ?? this.pair.privateKey, 'base64url')}`;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
