import { Controller, Get, InternalServerErrorException, Logger, NotFoundException } from '@nestjs/common';
import { OpenToAll } from '@ciyuan/platform/auth';
import { Database } from '@ciyuan/platform/database';
import { HttpMarket } from '../support/http-market';

const SECRET = 'postgres://owner:password@10.0.0.1/ciyuan';

/** As code that is not ours may do it: with what is no error. */
const throwAny = (reason: unknown): never => {
  throw reason;
};

/** Bugs of every make. */
@OpenToAll()
@Controller('v1/planted')
class PlantedController {
  constructor(private readonly database: Database) {}

  @Get('thrown')
  thrown(): never {
    throw new Error(SECRET);
  }

  @Get('told')
  told(): never {
    throw new InternalServerErrorException(SECRET);
  }

  @Get('elsewhere')
  elsewhere(): never {
    throw Object.assign(new Error(SECRET), { statusCode: 404 });
  }

  @Get('text')
  text(): Promise<never> {
    return Promise.resolve().then(() => throwAny(SECRET));
  }

  @Get('nothing')
  nothing(): Promise<never> {
    return Promise.resolve().then(() => throwAny(undefined));
  }

  @Get('statement')
  statement(): Promise<unknown> {
    return this.database.transaction((tx) => tx.rows(`SELECT '${SECRET}' FROM ciyuan.no_such_table`));
  }

  @Get('meant')
  meant(): never {
    throw new NotFoundException('There is no such thing.');
  }
}

describe('a bug behind a route', () => {
  let market: HttpMarket;
  let log: jest.SpyInstance;

  beforeAll(async () => {
    market = await HttpMarket.open('2026-10-01T00:00:00+08:00', [PlantedController]);
    log = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  });

  afterAll(async () => {
    log.mockRestore();
    await market.close();
  });

  it.each(['thrown', 'told', 'elsewhere', 'text', 'nothing', 'statement'])(
    'tells nothing of itself, and the log everything: %s',
    async (name) => {
      log.mockClear();
      const answer = await fetch(`${market.url}/v1/planted/${name}`);
      const body = await answer.text();
      expect(answer.status).toBe(500);
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(JSON.parse(body)).toEqual({
        type: 'urn:ciyuan:problem:internal_error',
        title: 'internal error',
        status: 500,
        detail: 'Something went wrong here; nothing was half written.',
      });
      expect(JSON.stringify([...answer.headers])).not.toMatch(/password|planted|node_modules/i);
      expect(log).toHaveBeenCalledTimes(1);
    },
  );

  it('is logged with its place', async () => {
    log.mockClear();
    await fetch(`${market.url}/v1/planted/thrown`);
    const said = String((log.mock.calls as unknown[][])[0]?.[0]);
    expect(said).toContain(SECRET);
    expect(said).toContain('internal-errors.spec.ts');
  });

  it('is not what was meant to be told', async () => {
    log.mockClear();
    const answer = await market.send('/v1/planted/meant');
    expect(answer.body).toMatchObject({ status: 404, detail: 'There is no such thing.' });
    expect(log).not.toHaveBeenCalled();
  });
});
