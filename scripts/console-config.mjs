import { join } from 'node:path';
import { ROOT } from './build-if-stale.mjs';

/** Stands in the built page where the server puts the nonce of each answer. */
export const NONCE_PLACE = 'ciyuan-nonce';

const chunk = (name, packages) => ({
  name,
  test: new RegExp(`node_modules[\\\\/](${packages.join('|')})[\\\\/]`),
});

/** Of the console: its pages come as chunks of their own, the libraries that all of them use as two. */
export const consoleConfig = {
  configFile: false,
  root: join(ROOT, 'apps', 'console'),
  logLevel: 'warn',
  html: { cspNonce: NONCE_PLACE },
  resolve: {
    alias: [
      { find: /^@ciyuan\/client$/, replacement: join(ROOT, 'libs', 'client', 'index.ts') },
      { find: /^@ciyuan\/core\/([a-z-]+)$/, replacement: join(ROOT, 'libs', 'core', '$1', 'index.ts') },
    ],
  },
  server: { proxy: { '^/(v1|docs|openapi.json)': 'http://127.0.0.1:3000' } },
  build: {
    outDir: join(ROOT, 'dist', 'console'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    sourcemap: false,
    // Fonts and pictures as files: a policy for content need not allow them as data.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // Hundreds of files say for whom they are meant where code runs on servers, too; here none does.
      onLog: (level, log, say) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : say(level, log)),
      output: {
        codeSplitting: {
          groups: [
            chunk('react', ['react', 'react-dom', 'react-router', 'scheduler']),
            chunk('echarts', ['echarts', 'zrender']),
          ],
        },
      },
    },
  },
};
