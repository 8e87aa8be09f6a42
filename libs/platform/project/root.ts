import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const MARK = 'nest-cli.json';

/** The folder of the project, whether the code runs from its sources or from `dist`. */
export function projectRoot(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, MARK))) return folder;
    if (folder === dirname(folder)) throw new Error(`no ${MARK} above ${__dirname}`);
  }
}
