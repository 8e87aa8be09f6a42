// node cruise-folders.mjs <folder> ...: holds each tree against the rules that lie in it; one line of JSON each.
// In one process for all: loading the compiler takes longer than looking at a tree.
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const FOLDERS = ['apps', 'libs', 'db', 'test', 'scripts'];
const require = createRequire(import.meta.url);

for (const folder of process.argv.slice(2)) {
  process.chdir(folder);
  const { forbidden, options } = require(join(folder, '.dependency-cruiser.cjs'));
  const { output } = await cruise(
    FOLDERS.filter(existsSync),
    { ...options, ruleSet: { forbidden }, validate: true },
    {},
    { tsConfig: extractTSConfig('tsconfig.json') },
  );
  const { totalCruised, violations } = output.summary;
  const found = violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
  process.stdout.write(`${JSON.stringify({ files: totalCruised, violations: found.sort() })}\n`);
}
