// Jest on Node below 24.9 cannot require() an ES module: the dependencies that are ES modules, and only they,
// are compiled to CommonJS, beside those that import such a one when they run. Everything else passes as it is.
const { createTransformer } = require('@swc/jest');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const compiler = createTransformer({
  jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } },
  module: { type: 'commonjs', ignoreDynamic: false },
  sourceMaps: false,
  swcrc: false,
});

const types = new Map();

/** The module type that the nearest package.json declares for a folder. */
function typeOf(folder) {
  const known = types.get(folder);
  if (known !== undefined) return known;
  const type = declaredType(folder) ?? inheritedType(folder);
  types.set(folder, type);
  return type;
}

function declaredType(folder) {
  const file = path.join(folder, 'package.json');
  if (!fs.existsSync(file)) return undefined;
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  return manifest.type ?? (manifest.name ? 'commonjs' : undefined);
}

const inheritedType = (folder) =>
  path.basename(folder) === 'node_modules' ? 'commonjs' : typeOf(path.dirname(folder));

const IMPORTS_WHEN_IT_RUNS = /\/@fastify\/cookie\/index\.js$/;

const isEsModule = (file) =>
  IMPORTS_WHEN_IT_RUNS.test(file) ||
  file.endsWith('.mjs') ||
  (!file.endsWith('.cjs') && typeOf(path.dirname(file)) === 'module');

module.exports = {
  process: (source, file, options) =>
    isEsModule(file) ? compiler.process(source, file, options) : { code: source },
  getCacheKey: (source, file, options) =>
    isEsModule(file)
      ? compiler.getCacheKey(source, file, options)
      : `as-is-${createHash('sha1').update(source).digest('hex')}`,
};
