import type { Engine } from '../support/engine';
import { openStoriedMarket } from '../support/storied-market';
import { Tampering } from '../support/tampering';
import { ENTITLEMENT, MONEY, USAGE, type Tampered } from './tampered-rows';

describe('tables changed with their triggers switched off', () => {
  let engine: Engine;
  let superuser: Tampering;

  beforeAll(async () => {
    engine = await openStoriedMarket();
    superuser = await Tampering.asSuperuser(engine.urls);
  });

  afterAll(async () => {
    await superuser.end();
    await engine.stop();
  });

  it.each<Tampered>([...USAGE, ...ENTITLEMENT, ...MONEY])(
    '%s: %s is found by %p',
    async (_table, _what, foundBy, ...statements) => {
      const { rows, reports } = await superuser.with(...statements);
      expect(rows).toBeGreaterThan(0);
      expect(Object.keys(reports)).toEqual(expect.arrayContaining([...foundBy]));
    },
  );

  it('needs more than to be their owner', async () => {
    const owner = await Tampering.at(engine.urls.ownerUrl);
    const tables = [
      'usage_record',
      'usage_record_2026_10',
      'usage_key',
      'usage_rollup_delta',
      'journal_line',
      'grant_movement',
    ];
    for (const table of tables) expect(await owner.refusal(`DELETE FROM ${table}`)).toBe('42501');
    const disabled = await owner.with(
      'ALTER TABLE usage_key DISABLE TRIGGER append_only',
      "DELETE FROM usage_key WHERE key = 'gateway api o1'",
    );
    expect(disabled.reports).toEqual({ 'keys-and-outcomes': ['record without its key'] });
    await owner.end();
  });

  it('leaves nothing behind', async () => {
    expect(await engine.violations()).toEqual([]);
  });
});
