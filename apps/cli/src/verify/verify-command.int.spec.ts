import type { FigureDifference } from '@ciyuan/modules/reporting';
import { Tampering } from '../../../../test/support/tampering';
import { openVerifiedMarket, type VerifiedMarket } from '../../../../test/support/verified-market';
import { VerifiedTampering } from '../../../../test/support/verified-tampering';
import { verify } from './verify-command';

describe('a stored month that is verified by the command', () => {
  let verified: VerifiedMarket;
  let superuser: Tampering;

  beforeAll(async () => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    verified = await openVerifiedMarket();
    superuser = await Tampering.asSuperuser(verified.engine.urls);
  });
  afterAll(async () => {
    await superuser.end();
    await verified.stop();
    jest.restoreAllMocks();
  });

  const told = async (month: string): Promise<{ code: number; lines: string[] }> => {
    const lines: string[] = [];
    const environment = { DATABASE_URL: verified.engine.urls.appUrl };
    const code = await verify(month, (line) => lines.push(line), environment);
    return { code, lines };
  };
  /** What it says while these statements stand. */
  const after = async (...statements: string[]): Promise<{ code: number; lines: string[] }> => {
    let said: { code: number; lines: string[] } | undefined;
    const look = async (): Promise<readonly FigureDifference[]> => {
      said = await told('2026-10');
      return [];
    };
    await new VerifiedTampering(superuser, look).found(...statements);
    if (said === undefined) throw new Error('nothing was looked at');
    return said;
  };

  it('is found as it was stored, and holds', async () => {
    const { code, lines } = await told('2026-10');
    expect(code).toBe(0);
    expect(lines.slice(-2)).toEqual([
      expect.stringMatching(/^\d+ figures computed again, 0 differ$/),
      expect.stringMatching(/^\d+ identities over all that is stored, 0 broken$/),
    ]);
  });

  it('is not found where a figure of it is another', async () => {
    const { code, lines } = await after(
      "UPDATE usage_record SET usage_gross = usage_gross + 0.000000000001 WHERE record_id = 'o3'",
    );
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^usage_record 2\/7, usage_gross: 0.016000000001 is stored, .* 0.016$/);
  });

  it('does not hold where no figure of it is another, and what was received is', async () => {
    const { code, lines } = await after(
      "UPDATE suspense_record SET body = jsonb_set(body, '{tokens,input}', '1') WHERE state = 'open'",
    );
    expect(code).toBe(1);
    expect(lines.slice(-3)).toEqual([
      expect.stringMatching(/, 0 differ$/),
      expect.stringMatching(/^suspense-says-what-was-received: /),
      expect.stringMatching(/ identities over all that is stored, 1 broken$/),
    ]);
  });

  it('says of a month of which nothing is on record that there is nothing, and of the rest that it holds', async () => {
    expect(await told('2027-06')).toEqual({
      code: 1,
      lines: ['Nothing is on record for 2027-06.', expect.stringMatching(/, 0 broken$/)],
    });
  });
});
