import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Server } from './cluster.store';
import { servesFolder } from './orphan';
import { isAlive } from './processes';

const HOST = '127.0.0.1';
/** Of a cluster's `postmaster.pid`, as PostgreSQL writes it. */
const PORT_LINE = 3;

/** The server that another process runs on a folder, for whoever wants to look at its data beside it. */
export function runningServer(folder: string): Server | undefined {
  const data = join(folder, 'data');
  const [pidFile, passwordFile] = [join(data, 'postmaster.pid'), join(folder, 'password')];
  if (!existsSync(pidFile) || !existsSync(passwordFile)) return undefined;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[PORT_LINE])];
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0) return undefined;
  // After a crash the number may be another process's by now.
  if (!isAlive(pid) || !servesFolder(pid, { data })) return undefined;
  const password = readFileSync(passwordFile, 'utf8').trim();
  return { host: HOST, port, password, adminUrl: `postgres://postgres:${password}@${HOST}:${port}/postgres` };
}
