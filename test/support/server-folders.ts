import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../libs/platform/embedded-postgres';
import { makeServerFolder } from './memory-folder';

const ROOT = resolve(__dirname, '../..');

/** A stopped, empty server, made once and copied for whoever wants to spoil one. */
export class ServerFolders {
  private readonly base = makeServerFolder();
  private count = 0;

  async prepare(): Promise<void> {
    await (await startEmbeddedPostgres({ folder: this.original, durability: 'throwaway' })).stop();
  }

  copy(): string {
    const folder = this.unused();
    cpSync(this.original, folder, { recursive: true });
    return folder;
  }

  unused(): string {
    this.count += 1;
    return join(this.base, String(this.count));
  }

  get path(): string {
    return this.base;
  }

  private get original(): string {
    return join(this.base, 'original');
  }
}

/** Starts the server of `folder` in a process of its own, which then does `afterwards` (a JavaScript text). */
export async function startInOtherProcess(folder: string, afterwards: string): Promise<ChildProcess> {
  const launcher = './libs/platform/embedded-postgres/start-embedded-postgres';
  const options = JSON.stringify({ folder, durability: 'throwaway' });
  const script = `require('${launcher}').startEmbeddedPostgres(${options}).then((server) => {
    process.stdout.write('pid=' + server.pid + '\\n'); ${afterwards} })`;
  const environment = { ...process.env, SWC_NODE_PROJECT: 'tsconfig.json' };
  return spawn(process.execPath, ['-r', '@swc-node/register', '-e', script], { cwd: ROOT, env: environment });
}

/** The id of the server's process, as the other process tells it when the server is ready. */
export async function serverPid(child: ChildProcess): Promise<number> {
  if (child.stdout === null) throw new Error('the other process has no output');
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  return Number(/pid=(\d+)/.exec(chunk.toString())?.[1]);
}

export async function ask<T>(url: string | undefined, statement: string): Promise<T[]> {
  const client = new Client(url);
  // A server that ends the connection between two statements is told by the next of them.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<{ answer: T }>(statement)).rows.map((row) => row.answer);
  } finally {
    await client.end();
  }
}
