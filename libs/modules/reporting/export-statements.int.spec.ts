import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { JULY, JUNE, SMALL_MONTH } from '../../../test/support/settled-month';
import { SettlementEngine, must } from '../../../test/support/settlement-engine';
import { ExportStatement } from './export-statement';
import { ExportStatements } from './export-statements';
import { EXPORT_FORMATS } from './formats/report-format';
import { ReportingModule } from './reporting.module';

const EAST = [
  'row,month,version,party,currency,line,line_kind,origin_month,plan,model,vendor,compute_owner,channel,chip_kind,kind,paid,records,tokens,gross,share,vat,withholding,held,released,payable,counterparty,reference',
  "line,2026-07,1,east,CNY,1,share,2026-07,gold,'=cmd(),alpha,east,,,package,true,1,2000000,0.53,4.00,,,,,,,",
  'line,2026-07,1,east,CNY,2,share,2026-07,gold,a,alpha,east,,,package,true,1,0,106,0.00,,,,,,,',
  'line,2026-07,1,east,CNY,3,guarantee,2026-07,,,,,,,,,0,0,0,26.00,,,,,,,',
  'line,2026-07,1,east,CNY,4,adjustment,2026-06,,,,,,,,,1,0,-53,0.00,,,,,,,',
  'control,2026-07,1,east,CNY,4,,,,,,,,,,,3,2000000,53.53,30.00,1.80,0.00,0.00,0.00,31.80,,',
  '',
].join('\r\n');

const digestOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('the export of a run', () => {
  let engine: SettlementEngine;
  let directory: string;
  let runId: number;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'statements-'));
    engine = await SettlementEngine.start(ReportingModule);
    await engine.months.openMarket();
    await engine.months.book(SMALL_MONTH);
    await engine.settle(JUNE);
    await engine.months.book([
      { accountingMonth: JULY, gross: '-53', net: '-50', channel: 'shop' },
      { usageMonth: JULY, gross: '106', net: '100' },
      { usageMonth: JULY, gross: '0.53', net: '0.5', tokens: 2_000_000, model: '=cmd()' },
    ]);
    runId = must(await engine.calculate(JULY)).id;
  });
  afterAll(async () => {
    await engine.stop();
    rmSync(directory, { recursive: true });
  });

  const exported = async (folder: string) => {
    const manifest = must(
      await engine.module.get(ExportStatements).run({ runId, directory: join(directory, folder) }),
    );
    const names = readdirSync(join(directory, folder)).sort();
    const files = names.map((name) => [name, readFileSync(join(directory, folder, name), 'utf8')] as const);
    return { manifest, files: new Map(files) };
  };

  it('writes a statement as plain decimals, with what its lines add up to at the end', async () => {
    const { files } = await exported('once');
    expect([...files.keys()]).toEqual([
      ...['alpha', 'carrier', 'east', 'shop'].map((party) => `2026-07-v1-${party}-CNY.csv`),
      'manifest.json',
      'operator-2026-07.csv',
    ]);
    expect(files.get('2026-07-v1-east-CNY.csv')).toBe(EAST);
  });

  it('proves every file, and all of them together', async () => {
    const { manifest, files } = await exported('proved');
    expect(JSON.parse(files.get('manifest.json') as string)).toEqual(manifest);
    for (const { file, sha256, bytes, rows, share, payable } of manifest.files) {
      const text = files.get(file) as string;
      expect([createHash('sha256').update(text).digest('hex'), Buffer.byteLength(text)]).toEqual([
        sha256,
        bytes,
      ]);
      const read = parse<Record<string, string>>(text, { columns: true });
      const control = read.pop();
      expect([String(read.length), control?.['share'], control?.['payable']]).toEqual([
        String(rows),
        share,
        payable,
      ]);
    }
    expect(manifest.totals).toEqual([
      {
        currency: 'CNY',
        files: 4,
        rows: 12,
        records: '10',
        tokens: '6000000',
        gross: '107.59',
        share: '50.50',
        vat: '2.71',
        withholding: '0.00',
        held: '0.00',
        released: '0.00',
        payable: '53.21',
      },
    ]);
  });

  it('gives the same bytes again, also after the run was issued', async () => {
    const before = await exported('before');
    must(await engine.approve(runId));
    must(await engine.issue(runId));
    expect(await exported('after')).toEqual(before);
  });

  it('gives one statement alone as the same bytes', async () => {
    const east = { runId, party: 'east', currency: 'CNY' };
    const one = await engine.module.get(ExportStatement).run({ ...east, toldTo: 'east' });
    let text = '';
    for await (const piece of one?.content ?? []) text += String(piece);
    expect([one?.file, text]).toEqual(['2026-07-v1-east-CNY.csv', EAST]);
    expect(await engine.module.get(ExportStatement).run({ ...east, toldTo: 'alpha' })).toBeUndefined();
  });

  it('writes all formats at once, the same again, each listed with what proves it', async () => {
    const all = async (folder: string) => {
      const request = { runId, directory: join(directory, folder), formats: EXPORT_FORMATS, rowsPerSheet: 3 };
      const manifest = must(await engine.module.get(ExportStatements).run(request));
      const names = readdirSync(request.directory).sort();
      return { manifest, digests: names.map((name) => [name, digestOf(join(request.directory, name))]) };
    };
    const { manifest, digests } = await all('formats');
    expect(digests).toHaveLength(4 * 4 + 3 + 1);
    const listed = [...manifest.files, ...manifest.operator].map(({ file, sha256 }) => [file, sha256]);
    expect(digests.filter(([name]) => name !== 'manifest.json')).toEqual(listed.sort());
    expect(await all('formats again')).toEqual({ manifest, digests });
    const csvAlone = must(await engine.module.get(ExportStatements).run({ runId }));
    expect(manifest.totals).toEqual(csvAlone.totals.map((total) => ({ ...total, files: 16 })));
    for (const { format, party, sha256 } of manifest.files.filter(({ party }) => party !== 'carrier')) {
      if (format === 'xlsx') continue;
      const one = await engine.module.get(ExportStatement).run({ runId, party, currency: 'CNY', format });
      const hash = createHash('sha256');
      for await (const piece of one?.content ?? []) hash.update(piece);
      expect([format, hash.digest('hex')]).toEqual([format, sha256]);
    }
  });

  it('sums the month up for its operator', async () => {
    const manifest = must(await engine.module.get(ExportStatements).run({ runId, formats: ['json'] }));
    expect(manifest.operator).toMatchObject([
      {
        file: 'operator-2026-07.json',
        format: 'json',
        totals: [{ currency: 'CNY', share: '50.50', models: { revenue: '50.50' } }],
      },
    ]);
    expect(must(await engine.module.get(ExportStatements).run({ runId, formats: ['pdf'] })).operator).toEqual(
      [],
    );
  });

  it('loses no line of a statement that takes many pages', async () => {
    await engine.months.book([{ usageMonth: '2026-08', gross: '1.06', net: '1' }]);
    const columns = await engine.months.sql<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns
        WHERE table_name = 'usage_rollup_delta' AND column_name NOT IN ('line', 'model')`,
    );
    const names = columns.map(({ name }) => name).join(', ');
    await engine.months.sql(
      `INSERT INTO ciyuan.usage_rollup_delta (line, model, ${names})
       SELECT n, 'm' || n, ${names} FROM ciyuan.usage_rollup_delta, generate_series(2, 10000) AS n
        WHERE usage_month = '2026-08'`,
    );
    const { id } = must(await engine.calculate('2026-08'));
    const folder = join(directory, 'many');
    const { files } = must(await engine.module.get(ExportStatements).run({ runId: id, directory: folder }));
    expect(files.map(({ party, rows, share }) => [party, rows, share])).toEqual([
      ['alpha', 10_000, '3000.00'],
      ['carrier', 10_001, '6970.00'],
      ['east', 10_001, '30.00'],
    ]);
    for (const { file, party } of files) {
      const read = parse<{ line: string }>(readFileSync(join(folder, file)), { columns: true });
      expect(new Set(read.slice(0, -1).map(({ line }) => line)).size).toBe(read.length - 1);
      const one = await engine.module.get(ExportStatement).run({ runId: id, party, currency: 'CNY' });
      const hash = createHash('sha256');
      for await (const piece of one?.content ?? []) hash.update(piece);
      expect(hash.digest('hex')).toBe(files.find((exported) => exported.file === file)?.sha256);
    }
  });

  it('makes the manifest alone without a folder', async () => {
    const { manifest } = await exported('compared');
    expect(must(await engine.module.get(ExportStatements).run({ runId }))).toEqual(manifest);
  });

  it('is refused for a run that is not there', async () => {
    const refused = await engine.module
      .get(ExportStatements)
      .run({ runId: 99, directory: join(directory, 'none') });
    expect(refused).toEqual({ ok: false, refusal: { code: 'not_found' } });
    expect(readdirSync(directory)).not.toContain('none');
  });
});
