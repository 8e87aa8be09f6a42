import 'reflect-metadata';
import { join } from 'node:path';
import { parseInstant } from '@ciyuan/core/kernel';
import { ROLES } from '@ciyuan/platform/auth';
import { ConfigError } from '@ciyuan/platform/config';
import { EmbeddedPostgresError } from '@ciyuan/platform/embedded-postgres';
import { Command, InvalidArgumentError, Option } from 'commander';
import { renderReport } from './demo/report/render-report';
import { allHolds } from './demo/report/demo-report';
import { runDemo } from './demo/run-demo';
import { TRACE_FORMATS } from './demo/traces/read-trace';
import type { UsageFormat } from './demo/read-usage-file';
import { TraceError } from './demo/traces/trace-error';
import { serveBench } from './bench/bench-worker';
import { runBench, type BenchInput } from './bench/run-bench';
import { runSettlementBench, type SettlementBenchInput } from './bench/settlement/run-settlement-bench';
import { WORKER_COMMAND } from './bench/worker-process';
import { seed } from './seed/seed-command';
import { SEED_FOLDER } from './seed/load-seeds';
import { SeedError } from './seed/seed-error';
import { pricesCommand, type PricesOptions } from './prices/prices-command';
import { addStaff, resetStaff, type StaffOptions } from './staff/staff-command';
import { takeOn, type TakeOnOptions } from './take-on/take-on-command';
import { verify } from './verify/verify-command';
import { PriceListError } from './vectors/litellm/read-price-list';
import { printLiteLlmVectors, runLiteLlmVectors } from './vectors/litellm/run-litellm-vectors';
import { printVectors, runVectors } from './vectors/run-vectors';

const OPERATOR_ZONE = 'Asia/Shanghai';
const FEWEST_ACCOUNTS = 5;
const MOST_IN_A_POST = 5_000;

const program = new Command('ciyuan').description('Billing and entitlement engine for LLM tokens');

program
  .command('vectors')
  .description('check the worked examples of a directory through the functions that bill')
  .argument('[directory]', 'where the .json files are', join('test', 'vectors'))
  .option('--litellm <file>', 'a price list of LiteLLM, plain or gzip, to price real usage objects with')
  .action((directory: string, { litellm }: { litellm?: string }) => {
    const print = (line: string): void => console.log(line);
    process.exitCode =
      litellm === undefined
        ? printVectors(runVectors(directory), print)
        : printLiteLlmVectors(runLiteLlmVectors(directory, litellm), print);
  });

interface DemoOptions {
  usage?: string;
  format?: UsageFormat;
  month: string;
  accounts: number;
  seed: string;
  batch: number;
  out: string;
  keep?: string;
}

program
  .command('demo')
  .description('replay a month of usage into a scratch database and look at every figure twice')
  .option('--usage <file>', 'a usage file, plain or gzip; without one a built-in generator')
  .addOption(new Option('--format <format>', 'of the usage file').choices([...TRACE_FORMATS, 'ciyuan']))
  .option('--month <YYYY-MM>', 'the month that the usage is replayed into', month, '2026-10')
  .option('--accounts <count>', 'how many subscribers', wholeNumber(FEWEST_ACCOUNTS), 200)
  .option('--seed <text>', 'of the built-in generator', 'ciyuan')
  .option('--batch <records>', 'how many records a post holds', wholeNumber(1), MOST_IN_A_POST)
  .option('--out <directory>', 'where the statements are written', 'out')
  .option('--keep <directory>', 'leave the database in this data folder, for `DATA_DIR=… npm start`')
  .action(demo);

program
  .command('bench')
  .description('the whole write path as a ratio to COPY into the same indexed table')
  .option('--json <file>', 'write the figures here too')
  .option('--rows <count>', 'rows stored before', wholeNumber(0), 1_000_000)
  .option('--pairs <count>', 'alternating runs of each', wholeNumber(1), 7)
  .option('--batches <count>', 'batches of 5,000 in a run', wholeNumber(1), 8)
  .option('--accounts <count>', 'how many accounts use', wholeNumber(1), 200)
  .option('--workers <count>', 'how many processes write', wholeNumber(1), 2)
  .action((input: BenchInput) => runBench(input));

program
  .command('bench-settlement')
  .description('a month settled from its roll-ups, beside a plain GROUP BY over its records, and verified')
  .option('--json <file>', 'write the figures here too')
  .option('--records <count>', 'how many records the month has', wholeNumber(1), 1_000_000)
  .option('--accounts <count>', 'how many accounts use', wholeNumber(1), 300)
  .option('--workers <count>', 'how many processes write', wholeNumber(1), 2)
  .action((input: SettlementBenchInput) => runSettlementBench(input));

program
  .command('seed')
  .description('load a market into the database of DATABASE_URL; loading again changes nothing')
  .argument('[directory]', 'where the seed files are', SEED_FOLDER)
  .action(seed);

program
  .command('prices')
  .description(
    'read a price list of LiteLLM into a price book, list what a book cannot say, and publish the book',
  )
  .argument('<file>', 'the list, plain or gzip')
  .option('--code <code>', 'of the book', 'litellm')
  .option(
    '--effective <date>',
    'from when on the prices hold: a date in UTC or an instant',
    dated,
    dated('2026-01-01'),
  )
  .option('--since <file>', 'an older list: what became dearer, cheaper, was added or dropped since')
  .option('--currency <code>', 'of the book; another one than the list needs rates', 'USD')
  .option(
    '--rates <code|file>',
    'what a dollar is worth: a file, or a table of the catalogue of DATABASE_URL',
  )
  .option('--models', 'write the lines of a models file, for somebody to fill the vendors in')
  .option(
    '--define <file>',
    'define the models of a filled-in models file first, in the database of DATABASE_URL',
  )
  .option(
    '--draft <author>',
    'write and submit a draft in the database of DATABASE_URL, which a second person approves',
  )
  .option('--back-dated', 'the draft may begin before its approval')
  .addOption(
    new Option('--publish', 'publish at once in the database of DATABASE_URL, as seeds are').conflicts(
      'draft',
    ),
  )
  .option('--out <directory>', 'where the files are written', join('out', 'prices'))
  .action((file: string, options: PricesOptions) =>
    pricesCommand(file, options, (line) => console.log(line)),
  );

program
  .command('verify')
  .description('compute a month again from its records, and compare every figure that is stored')
  .argument('<YYYY-MM>', 'the month', month)
  .action(async (chosen: string) => {
    process.exitCode = await verify(chosen, (line) => console.log(line));
  });

program
  .command('take-on')
  .description('take on customers, accounts, subscriptions and half-used grants of another system')
  .argument('<folder>', 'with customers, accounts, subscriptions, grants and control, each as .csv')
  .option('--apply', 'keep what is taken on; else everything is checked, tried and rolled back', false)
  .option('--by <name>', 'whose name it is done in', 'take-on')
  .action(async (folder: string, options: TakeOnOptions) => {
    process.exitCode = await takeOn(folder, options, (line) => console.log(line));
  });

const staff = program.command('staff').description('people who may sign in, in the database of DATABASE_URL');

staff
  .command('add')
  .description('let somebody sign in, with a password that is said once')
  .argument('<login>', 'the name to sign in with')
  .addOption(new Option('--role <role>', 'what the person may do').choices([...ROLES]).makeOptionMandatory())
  .option('--name <name>', 'as others read it; the login where nothing is said')
  .option('--party <code>', 'whom somebody with the role partner acts for')
  .option('--by <name>', 'whose name it is done in', 'console')
  .action(async (login: string, options: StaffOptions) => {
    process.exitCode = await addStaff(login, options, (line) => console.log(line));
  });

staff
  .command('reset')
  .description('give another password, said once; every session of the account ends')
  .argument('<login>', 'the name to sign in with')
  .option('--by <name>', 'whose name it is done in', 'console')
  .action(async (login: string, { by }: { by: string }) => {
    process.exitCode = await resetStaff(login, by, (line) => console.log(line));
  });

program.command(WORKER_COMMAND, { hidden: true }).action(serveBench);

async function demo(options: DemoOptions): Promise<void> {
  const { usage: file, format, month: chosen, accounts, seed, batch: batchRecords, out, keep } = options;
  if ((file === undefined) !== (format === undefined)) program.error('--usage and --format go together');
  const usage = file === undefined || format === undefined ? {} : { usage: { file, format } };
  const settings = { month: chosen, accounts, seed, zone: OPERATOR_ZONE, directory: out, batchRecords };
  const report = await runDemo({ ...usage, ...settings, ...(keep === undefined ? {} : { keptIn: keep }) });
  console.log(renderReport(report));
  console.log(`Statements: ${out}`);
  if (keep !== undefined) console.log(`To look at it: DATA_DIR=${keep} npm start`);
  if (!allHolds(report)) process.exitCode = 1;
}

function month(text: string): string {
  if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(text)) throw new InvalidArgumentError('a month such as 2026-10');
  return text;
}

function dated(text: string): string {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text;
  if (parseInstant(instant) === undefined)
    throw new InvalidArgumentError('a date such as 2026-08-01, or an instant with an offset');
  return instant;
}

function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(`a whole number, at least ${least}`);
    }
    return value;
  };
}

/** What the person at the terminal can mend; anything else is a bug, and is shown with its trace. */
const MENDABLE = [TraceError, SeedError, PriceListError, ConfigError, EmbeddedPostgresError];
const NO_SUCH_FILE = ['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR'];

program.parseAsync().catch((error: unknown) => {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const isPlain = MENDABLE.some((known) => error instanceof known) || NO_SUCH_FILE.includes(code);
  console.error(isPlain ? (error as Error).message : error);
  process.exitCode = 1;
});
