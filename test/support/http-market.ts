import type { ModuleMetadata, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiKeys, AuthModule, type Role } from '@ciyuan/platform/auth';
import { ClockModule } from '@ciyuan/platform/clock';
import { ConfigModule, readConfig } from '@ciyuan/platform/config';
import { DatabaseModule } from '@ciyuan/platform/database';
import { createHttpApp, type Problem } from '@ciyuan/platform/http';
import { CatalogueAppModule } from '../../apps/catalogue/src/catalogue-app.module';
import { ChargingAppModule } from '../../apps/charging/src/charging-app.module';
import { SettlementAppModule } from '../../apps/settlement/src/settlement-app.module';
import { holdAnswers } from './described-answers';
import { Engine } from './engine';
import { openMarket } from './market';

export interface Answer<Body = Problem> {
  readonly status: number;
  /** The media type without its parameters. */
  readonly type: string;
  readonly body: Body;
}

class TestApp {}

/** What is added to the applications. */
export interface HttpMarketParts {
  /** What is for sale, and by whom; the small market where nothing is said. */
  readonly market?: (engine: Engine) => Promise<void>;
  readonly modules?: NonNullable<ModuleMetadata['imports']>;
  /** Before it listens. */
  readonly prepare?: (app: NestFastifyApplication) => Promise<void>;
}

/**
 * The small market, and every application over it in one process, listening on a port of its own. Every answer is held
 * against the description of the API.
 */
export class HttpMarket {
  private readonly keys = new Map<string, string>();

  private constructor(
    readonly engine: Engine,
    readonly app: NestFastifyApplication,
    readonly url: string,
    private readonly wrongAnswers: readonly string[],
  ) {}

  static async open(
    now: string,
    controllers: Type[] = [],
    environment: Readonly<Record<string, string>> = {},
    { market = openMarket, modules = [], prepare }: HttpMarketParts = {},
  ): Promise<HttpMarket> {
    const engine = await Engine.start(now);
    await market(engine);
    const imports = [
      DatabaseModule.at(engine.urls.appUrl, 6),
      ClockModule.forRoot(engine.clock),
      ConfigModule.forRoot({ ...readConfig(environment), databaseUrl: engine.urls.appUrl }),
      AuthModule,
      CatalogueAppModule,
      ChargingAppModule,
      SettlementAppModule,
      ...modules,
    ];
    const app = await createHttpApp({ module: TestApp, imports, controllers }, { title: 'ciyuan' });
    await prepare?.(app);
    const wrongAnswers = holdAnswers(app);
    await app.listen(0, '127.0.0.1');
    return new HttpMarket(engine, app, await app.getUrl(), wrongAnswers);
  }

  /** The key of a role; partners and people of different names have different keys. */
  async key(role: Role, subject: string = role): Promise<string> {
    const name = `${role} ${subject}`;
    const key = this.keys.get(name) ?? (await this.app.get(ApiKeys).issue({ role, subject }));
    this.keys.set(name, key);
    return key;
  }

  async get<Body = Problem>(path: string, role: Role, subject?: string): Promise<Answer<Body>> {
    return this.send<Body>(path, { headers: await this.headers(role, subject) });
  }

  async post<Body = Problem>(
    path: string,
    body: unknown,
    role: Role,
    subject?: string,
  ): Promise<Answer<Body>> {
    const headers = { ...(await this.headers(role, subject)), 'content-type': 'application/json' };
    return this.send<Body>(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async put<Body = Problem>(
    path: string,
    body: unknown,
    role: Role,
    subject?: string,
  ): Promise<Answer<Body>> {
    const headers = { ...(await this.headers(role, subject)), 'content-type': 'application/json' };
    return this.send<Body>(path, { method: 'PUT', headers, body: JSON.stringify(body) });
  }

  /** As `gateway`, the partner that the market knows. */
  async report<Body = Problem>(...records: readonly object[]): Promise<Answer<Body>> {
    return this.post<Body>('/v1/usage', { records }, 'partner', 'gateway');
  }

  async send<Body = Problem>(path: string, request: RequestInit = {}): Promise<Answer<Body>> {
    const answer = await fetch(`${this.url}${path}`, request);
    const type = (answer.headers.get('content-type') ?? '').split(';')[0] as string;
    const text = await answer.text();
    return { status: answer.status, type, body: (type.endsWith('json') ? JSON.parse(text) : text) as Body };
  }

  async headers(role: Role, subject?: string): Promise<Record<string, string>> {
    return { authorization: `Bearer ${await this.key(role, subject)}` };
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.engine.stop();
    if (this.wrongAnswers.length > 0) throw new Error(this.wrongAnswers.join('\n'));
  }
}
