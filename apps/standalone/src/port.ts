import { createServer } from 'node:net';

export class PortTaken extends Error {
  constructor(host: string, port: number) {
    super(
      `Port ${port} of ${host} is taken. Stop what listens there, or choose another: PORT=${port + 1} npm start`,
    );
  }
}

/** Rejects with {@link PortTaken} before anything else is started that would have to be stopped again. */
export function requireFreePort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTaken(host, port) : error);
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
