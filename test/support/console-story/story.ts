import { setTimeout as pause } from 'node:timers/promises';
import { DefineModel, PublishDocument } from '@ciyuan/modules/catalogue';
import { RegisterParty } from '@ciyuan/modules/parties';
import { OpenCampaignPool } from '@ciyuan/modules/subscriptions';
import type { Role } from '@ciyuan/platform/auth';
import { LoadSeeds, SEED_FOLDER } from '../../../apps/cli/src/seed/load-seeds';
import { openConsoleMarket } from '../console-market';
import type { HttpMarket } from '../http-market';

const PATIENCE_MS = 20_000;
const IDENTITY_KEY = 'ab'.repeat(32);

/** Who does what, by the names that the pages show. */
export const MAKER = ['maker', 'lin.yue'] as const;
export const CHECKER = ['checker', 'zhou.ping'] as const;
export const FINANCE = ['finance', 'he.min'] as const;
export const DESK = ['operations', 'xu.jie'] as const;
export type Actor = readonly [role: Role, name: string];

/** The market of the seeds with the console before it, and what happens there, all of it over the API. */
export class Story {
  private constructor(readonly market: HttpMarket) {}

  static async open(now: string, dataFolder: string): Promise<Story> {
    const seeds = { market: loadSeeds };
    return new Story(await openConsoleMarket(now, { DATA_DIR: dataFolder, IDENTITY_KEY }, seeds));
  }

  moveTo(now: string): void {
    this.market.engine.clock.moveTo(Date.parse(now));
  }

  post<Body = { id: number }>(path: string, body: unknown, [role, name]: Actor): Promise<Body> {
    return this.done(path, this.market.post<Body>(path, body, role, name));
  }

  put(path: string, body: unknown, [role, name]: Actor): Promise<unknown> {
    return this.done(path, this.market.put<unknown>(path, body, role, name));
  }

  get<Body>(path: string): Promise<Body> {
    return this.done(path, this.market.get<Body>(path, 'finance'));
  }

  /** A file as somebody hands it in. */
  async send<Body = { id: number }>(
    path: string,
    content: string | Uint8Array,
    type: string,
    [role, name]: Actor,
  ): Promise<Body> {
    const headers = { ...(await this.market.headers(role, name)), 'content-type': type };
    const body = content as string;
    return this.done(path, this.market.send<Body>(path, { method: 'POST', headers, body }));
  }

  /** A document as the maker writes it and the checker signs it; where the day is past, with effect from then. */
  async publish(kind: string, body: object, effectiveFrom: string, more: object = {}): Promise<void> {
    const { id } = await this.post('/v1/drafts', { kind, body, effectiveFrom, ...more }, MAKER);
    await this.post(`/v1/drafts/${id}/submit`, {}, MAKER);
    await this.post(`/v1/drafts/${id}/approve`, {}, CHECKER);
  }

  /** The document in force. */
  async document<Body>(kind: string, code: string): Promise<Body> {
    return (await this.get<{ body: Body }>(`/v1/catalogue/${kind}/${code}`)).body;
  }

  async jobsDone(): Promise<void> {
    for (const from = performance.now(); performance.now() - from < PATIENCE_MS; await pause(20)) {
      const open = await this.market.engine.rows(
        "SELECT id FROM ciyuan.job_run WHERE state IN ('queued', 'running')",
      );
      if (open.length === 0) return;
    }
    throw new Error('the jobs do not end');
  }

  private async done<Body>(
    path: string,
    answer: Promise<{ readonly status: number; readonly body: Body }>,
  ): Promise<Body> {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  }
}

async function loadSeeds(engine: HttpMarket['engine']): Promise<void> {
  const [parties, models] = [engine.get(RegisterParty), engine.get(DefineModel)];
  const [documents, pools] = [engine.get(PublishDocument), engine.get(OpenCampaignPool)];
  await new LoadSeeds(parties, models, documents, pools).run(SEED_FOLDER, 'seed');
}
