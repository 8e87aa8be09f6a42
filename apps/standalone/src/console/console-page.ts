import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { projectRoot } from '@ciyuan/platform/project';

/** What `npm run build` makes of apps/console. */
export const CONSOLE_FOLDER = join(projectRoot(), 'dist', 'console');

/** Stands in the built page where a nonce belongs; scripts/console-config.mjs says it, too. */
const NONCE_PLACE = 'ciyuan-nonce';
const OF_SCRIPTS = new RegExp(`(<(?:script|link rel="modulepreload")[^>]*nonce=")${NONCE_PLACE}`, 'g');
const OF_STYLES = new RegExp(NONCE_PLACE, 'g');

/** Those of one answer, which its policy for content names. */
export interface Nonces {
  readonly script: string;
  readonly style: string;
}

/** The one page of the console. */
@Injectable()
export class ConsolePage {
  private text: string | undefined;

  /** What is made of styles while the page runs takes the nonce of its `meta` element, that of styles. */
  withNonces({ script, style }: Nonces): string {
    this.text ??= readPage();
    return this.text.replace(OF_SCRIPTS, `$1${script}`).replace(OF_STYLES, style);
  }
}

function readPage(): string {
  const file = join(CONSOLE_FOLDER, 'index.html');
  if (!existsSync(file)) throw new Error(`${file} is missing: npm run build makes it`);
  return readFileSync(file, 'utf8');
}
