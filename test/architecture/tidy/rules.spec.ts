import { breachesOf } from './rules';
import { usualSize } from './size';
import { readSource } from './source';

const CORE = 'libs/core/rating/rate.ts';
const FLOW = 'libs/modules/ledger/post-transfers.ts';
const lines = (count: number, line = 'void 0;'): string => `${line}\n`.repeat(count);
const functionOf = (count: number): string => `function long() {\n${lines(count - 2)}}\n`;
const constructorOf = (...parameters: string[]): string =>
  `class A { constructor(${parameters.map((name) => `private ${name}: B`).join(', ')}) {} }`;
/** So that this file does not say the word itself. */
const word = (...parts: string[]): string => parts.join('');

describe('a breach of the house rules is seen:', () => {
  it.each([
    ['a file of 251 lines', CORE, lines(251), 'a file of 251 lines'],
    ['a function of 51 lines', CORE, functionOf(51), 'a function of 51 lines'],
    ['an arrow of 51 lines', CORE, `const a = () => {\n${lines(49)}};`, 'a function of 51 lines'],
    ['seven parameters', CORE, constructorOf(...'abcdefg'), 'a constructor with 7 parameters'],
    ['a drawer', 'libs/core/utils/a.ts', '', 'name the folder after what is in it'],
    ['a drawer at the top', 'shared/a.ts', '', 'name the folder after what is in it'],
    ['an inner barrel', 'libs/core/rating/rules/index.ts', '', 'only the door of an area is called index.ts'],
    ['a barrel in an app', 'apps/cli/src/index.ts', '', 'only the door of an area is called index.ts'],
    ['a star export', 'libs/core/rating/index.ts', "export * from './rate';", 'name what is exported'],
    [
      'a star with a name',
      'libs/core/rating/index.ts',
      "export * as a from './rate';",
      'name what is exported',
    ],
  ])('%s', (_what, path, text, reason) => {
    expect(breachesOf(path, text)).toEqual([expect.stringContaining(reason)]);
  });

  it.each([
    ['const a = new Date();'],
    ['const a = new Date;'],
    ['const a = Date();'],
    ['const a = Date.now();'],
    ['const a = performance.now();'],
    ['const a = Math.random();'],
    ["const a = parseFloat('1');"],
    ["const a = Number.parseFloat('1');"],
    ['const a = b.toFixed(2);'],
    ['const a = b as any;'],
    ['let a: any;'],
    ['const a = process.env;'],
    ['setTimeout(a, 1);'],
    ['setInterval(a, 1);'],
    ['const a = crypto.randomUUID();'],
  ])('in core, %s', (text) => {
    expect(breachesOf(CORE, text)).toEqual([expect.stringContaining(`${CORE}:1 core `)]);
    expect(breachesOf('libs/core/rating/rate.spec.ts', text)).toEqual([]);
  });

  it.each([
    ["'select * from t'"],
    ["'SELECT a.b, c FROM t'"],
    ["'select nextval($1)'"],
    ["'select 1'"],
    ['`\n  insert into t (a) values ($1)`'],
    ['`update ${t} set a = 1`'],
    ['`update ciyuan.t as x set a = 1`'],
    ["'delete from t where a = 1'"],
    ['`with due as (select 1) update t set a = 1`'],
    ['`with recursive a (b) as (select 1) select b from a`'],
    ["'copy t (a, b) from stdin'"],
    ["'create unlogged table t (a int)'"],
    ["'lock table t'"],
    ["'set local statement_timeout = 1'"],
  ])('outside a store, %s', (text) => {
    expect(breachesOf(FLOW, `run(${text});`)).toEqual([`${FLOW}:1 SQL belongs into a *.store.ts`]);
    expect(breachesOf('apps/cli/src/a.ts', `run(${text});`)).toHaveLength(1);
    for (const place of [
      'libs/modules/ledger/a.store.ts',
      'libs/platform/queue/a.ts',
      'db/a.ts',
      'test/laws/a.ts',
    ]) {
      expect(breachesOf(place, `run(${text});`)).toEqual([]);
    }
  });

  it.each([
    ['another public method', 'class PostTransfers { run() {} undo() {} }', 'run and nothing else, not undo'],
    ['a heap of verbs', 'class TransferService { post() {} undo() {} }', 'make each of its verbs a file'],
    ['a method in a property', 'class PostTransfers { run() {} undo = () => 1; }', 'not undo'],
    ['an accessor', 'class PostTransfers { run() {} get count() { return 1; } }', 'not count'],
    ['a static method', 'class PostTransfers { run() {} static of() {} }', 'not of'],
    ['a second class', 'class PostTransfers { run() {} }\nclass Other {}', 'a verb has its file for itself'],
    ['another name', 'class TransferPost { run() {} }', 'this class should be called PostTransfers'],
  ])('in the file of a verb, %s', (_what, text, reason) => {
    expect(breachesOf(FLOW, `export ${text}`)).toEqual([expect.stringContaining(reason)]);
  });

  it('in the file of a verb, a name that is no verb and noun', () => {
    const breaches = breachesOf('libs/modules/ledger/service.ts', 'export class Post { run() {} }');
    expect(breaches).toEqual([expect.stringContaining('<verb>-<noun>.ts')]);
  });

  it.each([
    [word('// eslint-', 'disable-next-line')],
    [word('/* eslint-', 'disable */')],
    [word('// @ts-', 'ignore')],
    [word('// @ts-', 'nocheck')],
    [word('// prettier-', 'ignore')],
    [word('it.', "skip('a', b);")],
    [word('describe.', "only('a', b);")],
    [word('it.', "todo('a');")],
    [word('x', "it('a', b);")],
    [word('// TO', 'DO: later')],
    [word('// FIX', 'ME')],
    [word('forward', 'Ref(() => A);')],
  ])('anywhere, %s', (text) => {
    for (const path of ['test/a.spec.ts', 'apps/cli/src/a.ts'])
      expect(breachesOf(path, text)).toHaveLength(1);
  });

  it('too many files of more than 150 lines', () => {
    const long = (count: number) => readSource(`libs/core/rating/${count}.ts`, lines(count));
    const nine = [...'123456789'].map((count) => long(Number(count)));
    expect(usualSize([...nine, long(151)])).toBeUndefined();
    expect(usualSize([...nine.slice(1), long(151)])).toContain('1 of 9 files');
    expect(usualSize([...nine, long(150), long(151), long(152)])).toContain('2 of 12 files');
  });
});

describe('what the house rules allow:', () => {
  it.each([
    ['a file of 250 lines', CORE, lines(250)],
    ['a spec of any length', 'libs/core/rating/rate.spec.ts', functionOf(400)],
    ['a function of 50 lines', CORE, functionOf(50)],
    ['six parameters', CORE, constructorOf(...'abcdef')],
    ['a door', 'libs/core/rating/index.ts', "export { rate, type Rate } from './rate';"],
    ['a date of an instant', CORE, 'const a = new Date(instant);'],
    [
      'members of a harmless name',
      CORE,
      'const a = { process: 1 }; void a.process; interface B { performance: 1 }',
    ],
    ['words about time', CORE, '// not Date.now(), not parseFloat()\n'],
    [
      'a verb with private methods',
      FLOW,
      'class PostTransfers { run() {} private a() {} protected b() {} #c() {} }',
    ],
    ['a verb that is told of the shutdown', FLOW, 'class PostTransfers { run() {} onModuleDestroy() {} }'],
    ['a store with many methods', 'libs/modules/ledger/transfers.store.ts', 'class A { add() {} find() {} }'],
    [
      'a noun with methods',
      'libs/modules/ledger/transfer.ts',
      'class Transfer { add() {} count() {} }\nclass C {}',
    ],
    ['an error class', 'libs/modules/ledger/fault.ts', 'class A extends Error { get b() { return 1; } }'],
    ['a port', 'libs/modules/ledger/port.ts', 'abstract class A { abstract send(): void; }'],
    [
      'English',
      FLOW,
      "say('select a plan', 'update failed', 'with care', 'delete', 'copy that', 'insert coin');",
    ],
  ])('%s', (_what, path, text) => {
    expect(breachesOf(path, text)).toEqual([]);
  });
});
