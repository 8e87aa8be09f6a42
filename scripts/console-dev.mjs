// The console's pages as they are being written, on the API of a product that is up: npm start in another terminal.
import { createServer } from 'vite';
import { consoleConfig } from './console-config.mjs';

const server = await createServer(consoleConfig);
await server.listen();
server.printUrls();
