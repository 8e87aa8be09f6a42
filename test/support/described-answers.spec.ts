import { Controller, Get, HttpCode, Logger, Module, Post, StreamableFile } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Refused, createHttpApp } from '@ciyuan/platform/http';
import { holdAnswers } from './described-answers';

const PARTY = { code: 'zhipu', name: 'Zhipu', kinds: ['vendor'], vatRate: '0.06', withholdingRate: '0' };

/** What the next request is answered with. */
let answer: () => unknown;

/** On routes that are described, and on one that is not. */
@Controller('v1')
class PlantedController {
  @Get('parties')
  parties(): unknown {
    return answer();
  }

  @Post('due-work')
  @HttpCode(201)
  dueWork(): unknown {
    return answer();
  }

  @Get('planted')
  planted(): unknown {
    return answer();
  }
}

@Module({ controllers: [PlantedController] })
class PlantedModule {}

describe('an answer that is held against its description', () => {
  let app: NestFastifyApplication;
  let faults: readonly string[];

  beforeEach(async () => {
    jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    app = await createHttpApp(PlantedModule, { title: 'planted' });
    faults = holdAnswers(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await app.close();
  });

  const get = async (url: string, body: unknown): Promise<number> => {
    answer = () => body;
    return (await app.inject({ method: 'GET', url })).statusCode;
  };

  it('passes where it is as described', async () => {
    expect(await get('/v1/parties', { parties: [PARTY, { ...PARTY, kinds: [] }] })).toBe(200);
    expect(faults).toEqual([]);
  });

  it('passes where nothing is described', async () => {
    expect(await get('/v1/planted', { anything: [1] })).toBe(200);
    expect(faults).toEqual([]);
  });

  it('passes where it is a problem document, whatever else that says', async () => {
    answer = () => {
      throw new Refused('conflict', 'too_late', 'It is.', [{ path: 'a', code: 'b' }], { open: 2 });
    };
    expect((await app.inject({ method: 'GET', url: '/v1/parties' })).statusCode).toBe(409);
    expect(faults).toEqual([]);
  });

  it.each([
    ['with a member that is not described', { parties: [{ ...PARTY, secret: 1 }] }, 'secret'],
    ['without one that is', { parties: [{ code: 'zhipu' }] }, "required property 'name'"],
    ['of another type', { parties: [{ ...PARTY, vatRate: 0.06 }] }, 'must be string'],
    ['with null', { parties: [{ ...PARTY, name: null }] }, 'must be string'],
    ['with another value', { parties: [{ ...PARTY, kinds: ['bank'] }] }, 'allowed values'],
    ['that is a file', new StreamableFile(Buffer.from('a'), { type: 'text/csv' }), 'text/csv'],
    ['that is nothing', undefined, 'with nothing'],
  ])('fails its request: %s', async (_what, body, fault) => {
    expect(await get('/v1/parties', body)).toBe(500);
    expect(faults).toEqual([expect.stringContaining(fault)]);
    expect(faults[0]).toContain('GET /v1/parties answers 200');
  });

  it('fails where the status is another one', async () => {
    answer = () => ({});
    expect((await app.inject({ method: 'POST', url: '/v1/due-work' })).statusCode).toBe(500);
    expect(faults).toEqual(['POST /v1/due-work answers 201 with application/json, which is not described']);
  });
});
