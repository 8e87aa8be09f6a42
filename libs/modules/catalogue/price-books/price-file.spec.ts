import { Workbook, type CellValue } from 'exceljs';
import type { DocumentFault, PriceBook } from '@ciyuan/core/catalogue';
import { book, entry, m } from '../../../../test/support/price-books';
import { readPriceFile, writePriceFile } from './price-file';

const BOOK_ROW = 'book,retail,Asia/Shanghai,CNY';
const START = '2026-01-01T00:00:00+08:00';

const csv = (header: string, ...lines: string[]): Uint8Array => Buffer.from([header, ...lines].join('\n'));

async function xlsx(rows: readonly (readonly CellValue[])[], sheets = ['prices']): Promise<Uint8Array> {
  const workbook = new Workbook();
  for (const name of sheets) workbook.addWorksheet(name).addRows(rows.map((row) => [...row]));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const told = (faults: readonly DocumentFault[]): string[] =>
  faults.map(({ path, code }) => `${path} ${code}`);

async function faultsOf(format: 'csv' | 'xlsx', bytes: Uint8Array): Promise<string[]> {
  const read = await readPriceFile(format, bytes);
  return read.ok ? [] : told(read.refusal);
}

async function bodyOf(format: 'csv' | 'xlsx', bytes: Uint8Array): Promise<PriceBook> {
  const read = await readPriceFile(format, bytes);
  if (!read.ok) throw new Error(told(read.refusal).join('\n'));
  return read.value.body as PriceBook;
}

describe('a price file', () => {
  it('has a line for the book, each price, each factor and each ladder', async () => {
    const rest = {
      multipliers: [{ model: 'm', when: { speed: 'fast' }, factor: '1.5' }],
      tiers: [
        {
          lineage: 'l',
          models: ['n'],
          classes: ['input'],
          window: 'lifetime' as const,
          counts: 'all' as const,
          component: { mode: 'package' as const, packageSize: '1000', packagePrice: '9.9' },
        },
      ],
    };
    const when = { 'region=x': '50%;', '=cmd': '-1' };
    const timeBand = { from: '22:00', to: '06:00', days: [6, 7] };
    const file = await writePriceFile('csv', book([m({ promptOver: 32_000, when, timeBand })], rest), 0);
    expect(Buffer.from(file).toString().split('\n')).toEqual([
      'row,code,zone,currency,party,model,class,price,factor,effectiveFrom,effectiveTo,serviceTier,when,promptOver,promptFrom,completionOver,completionFrom,bandFrom,bandTo,bandDays,bandHolidays,bandOn,tier',
      'book,retail,Asia/Shanghai,CNY,,,,,,,,,,,,,,,,,,,',
      `price,,,,,m,input,1,,${START},,,region%3Dx=50%25%3B;%3Dcmd=-1,32000,,,,22:00,06:00,6 7,,,`,
      'factor,,,,,m,,,1.5,,,,speed=fast,,,,,,,,,,',
      'tier,,,,,,,,,,,,,,,,,,,,,,"{""lineage"":""l"",""models"":[""n""],""classes"":[""input""],""window"":""lifetime"",""counts"":""all"",""component"":{""mode"":""package"",""packageSize"":""1000"",""packagePrice"":""9.9""}}"',
      '',
    ]);
  });

  it('may have its columns in any order, a byte order mark, empty lines, and bounds from the first token on', async () => {
    const bytes = csv(
      '\ufeffcompletionFrom,promptFrom,row,class,model, price ,effectiveFrom,code,zone,currency,bandDays,bandTo,bandFrom',
      ',,,,,,,,,,,,',
      `1,32001,price,input,m,1,${START},,,,"1,2",24:00,00:00`,
      ',,book,,,,,retail,Asia/Shanghai,CNY',
    );
    const timeBand = { from: '00:00', to: '24:00', days: [1, 2] };
    expect(await bodyOf('csv', bytes)).toEqual(
      book([m({ promptOver: 32_000, completionOver: 0, timeBand })]),
    );
  });

  it.each<[string, Uint8Array, string[]]>([
    ['nothing', csv(''), ['prices.1.row missing_column']],
    ['no book', csv('row,code'), ['prices.1 no_book']],
    ['two books', csv('row,code', 'book,a', 'book,b'), ['prices.3 book_twice']],
    [
      'an unknown column',
      csv('row,prise,price,price'),
      ['prices.1.prise unknown_column', 'prices.1.price column_twice'],
    ],
    [
      'a line of no kind',
      csv('row,code', 'prices,x', ',x'),
      ['prices.2.row unknown_row', 'prices.3.row unknown_row'],
    ],
    ['a cell beyond the columns', csv('row,code', 'book,retail,x'), ['prices.2.3 no_column']],
    [
      'a figure of another kind of line',
      csv('row,code,zone,currency,factor,price', `${BOOK_ROW},2`, 'price,a,,,,'),
      ['prices.2.factor not_of_this_row', 'prices.3.code not_of_this_row'],
    ],
    [
      'bounds that are none',
      csv('row,promptOver,promptFrom,completionOver,completionFrom', 'price,1e3,,-1', 'price,,0,5,6'),
      [
        'prices.2.promptOver not_a_bound',
        'prices.2.completionOver not_a_bound',
        'prices.3.promptFrom not_a_bound',
        'prices.3.completionFrom two_bounds',
      ],
    ],
    [
      'dimensions that are none',
      csv(
        'row,when',
        ...['region', 'a=b=c', 'a=;b=c', 'a=b;a=c', 'a=50%', ';'].map((text) => `price,${text}`),
      ),
      [2, 3, 4, 5, 6, 7].map((line) => `prices.${line}.when not_dimensions`),
    ],
    [
      'weekdays that are none',
      csv('row,bandDays', 'price,0 1', 'price,1-5'),
      ['prices.2.bandDays not_weekdays', 'prices.3.bandDays not_weekdays'],
    ],
    [
      'a ladder that is none',
      csv('row,tier', 'tier,{', 'tier,5', 'tier'),
      [2, 3, 4].map((line) => `prices.${line}.tier not_a_ladder`),
    ],
    [
      'more lines than a book has',
      csv('row,code', ...Array.from({ length: 60_000 }, () => 'x,')),
      ['prices.50001 too_many_lines'],
    ],
    ['an open quote', csv('row,code', 'book,"retail'), ['prices.2 not_csv']],
    ['another encoding', new Uint8Array([0x72, 0xc4, 0xe3]), ['prices.1 not_utf8']],
  ])('with %s is refused at each place', async (_what, bytes, expected) => {
    expect(await faultsOf('csv', bytes)).toEqual(expected);
  });

  it('tells the line and column of what is wrong with the book', async () => {
    const bytes = csv(
      'row,code,zone,currency,model,class,price,effectiveFrom,promptFrom,bandFrom',
      BOOK_ROW,
      '',
      `price,,,,m,input,1,${START},5`,
      `price,,,,m,input,1,${START},5`,
    );
    const read = await readPriceFile('csv', bytes);
    if (!read.ok) throw new Error('refused');
    const at = (path: string): string => read.value.placed({ path, code: 'c', detail: '' }).path;
    expect(
      [
        'zone',
        '',
        'entries',
        'entries.1',
        'entries.1.price',
        'entries.0.promptOver',
        'entries.0.when.x',
        'entries.0.timeBand.to',
        'entries.0.timeBand',
      ].map(at),
    ).toEqual([
      'prices.2.zone',
      'prices.2',
      'prices.2',
      'prices.5',
      'prices.5.price',
      'prices.4.promptFrom',
      'prices.4.when',
      'prices.4.bandTo',
      'prices.4.bandFrom',
    ]);
    const tie = { path: 'entries.1', code: 'tie', detail: 'entries.0 is as specific' };
    expect(read.value.placed(tie)).toEqual({
      path: 'prices.5',
      code: 'tie',
      detail: 'line 4 is as specific',
    });
  });
});

describe('a price file of a spreadsheet', () => {
  const HEADER = [
    'row',
    'code',
    'zone',
    'currency',
    'model',
    'class',
    'price',
    'effectiveFrom',
    'promptOver',
  ];
  const withPrice = (price: CellValue): Promise<Uint8Array> =>
    xlsx([HEADER, BOOK_ROW.split(','), ['price', '', '', '', 'm', 'input', price, START]]);

  it.each<[CellValue, string]>([
    ['0.10', '0.10'],
    [' 4 ', '4'],
    [0.1, '0.1'],
    [1.15, '1.15'],
    [0.000001, '0.000001'],
    [123456789.123456, '123456789.123456'],
    [0, '0'],
    [{ richText: [{ text: '1' }, { text: '.5' }] }, '1.5'],
  ])('holding %j means %s', async (price, expected) => {
    const { entries } = await bodyOf('xlsx', await withPrice(price));
    expect(entries[0]?.price).toBe(expected);
  });

  it.each<[CellValue, string]>([
    [0.1 + 0.2, 'not_exact'],
    [1e-7, 'not_exact'],
    [1e21, 'not_exact'],
    [1234567890123456, 'not_exact'],
    [new Date(0), 'a_date'],
    [{ formula: '1+1', result: 2 }, 'not_text'],
    [true, 'not_text'],
  ])('holding %j is refused: %s', async (price, code) => {
    expect(await faultsOf('xlsx', await withPrice(price))).toEqual([`prices.3.price ${code}`]);
  });

  it('takes the one sheet there is, by any name, and among several the one called prices', async () => {
    const rows = [HEADER, BOOK_ROW.split(',')];
    expect(await bodyOf('xlsx', await xlsx(rows, ['retail']))).toEqual(book([]));
    expect(await bodyOf('xlsx', await xlsx(rows, ['notes', 'prices']))).toEqual(book([]));
    expect(await faultsOf('xlsx', await xlsx(rows, ['one', 'two']))).toEqual(['prices.1 not_xlsx']);
    expect(await faultsOf('xlsx', await xlsx([['rows']], ['retail']))).toEqual([
      'retail.1.rows unknown_column',
    ]);
  });

  it('holds texts alone, also what looks like an escape of the format', async () => {
    const odd = book([
      entry('a_x0041_b', 'input'),
      entry('m', 'input', { when: { a: '_x000D_' }, promptOver: 5 }),
    ]);
    const file = await writePriceFile('xlsx', odd, Date.UTC(2026, 0, 1));
    const workbook = new Workbook();
    await workbook.xlsx.load(file.slice().buffer);
    const sheet = workbook.getWorksheet('prices');
    const kinds = new Set<string>();
    sheet?.eachRow((row) => row.eachCell((cell) => kinds.add(`${typeof cell.value} ${cell.numFmt}`)));
    expect([...kinds]).toEqual(['string @']);
    expect(await bodyOf('xlsx', file)).toEqual(odd);
  });

  it.each<[string, (file: Uint8Array) => Uint8Array]>([
    ['no archive', () => Buffer.from('row,code')],
    ['nothing', () => new Uint8Array()],
    ['half of one', (file) => file.slice(0, file.length / 2)],
    ['an archive of something else', () => Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex')],
    ['one that breaks off inside', (file) => file.map((byte, at) => (at > 60 && at < 90 ? 0xff : byte))],
  ])('that is %s is refused', async (_what, broken) => {
    expect(await faultsOf('xlsx', broken(await withPrice('1')))).toEqual(['prices.1 not_xlsx']);
  });

  it('whose cells stand far below or to the right is not followed there', async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('prices');
    sheet.addRows([HEADER, BOOK_ROW.split(',')]);
    sheet.getCell('XFD3').value = 'x';
    const toTheRight = new Uint8Array(await workbook.xlsx.writeBuffer());
    expect(await faultsOf('xlsx', toTheRight)).toEqual(['prices.3.64 no_column']);
    sheet.getCell('A1048576').value = 'x';
    const below = new Uint8Array(await workbook.xlsx.writeBuffer());
    expect(await faultsOf('xlsx', below)).toEqual(['prices.50001 too_many_lines']);
  });

  it('that grows beyond measure when it is opened is refused, whatever it says of its size', async () => {
    const bomb = await xlsx([HEADER, ['x'.repeat(30_000_000)]]);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await faultsOf('xlsx', bomb)).toEqual(['prices.1 not_xlsx']);
  });
});
