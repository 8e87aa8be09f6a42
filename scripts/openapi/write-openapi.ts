// npm run openapi: writes the description of the API, and the types of the client that follow from it.
// With --check it writes nothing, names what is not as it would be written, and ends with 1 where there is such a file.
import 'reflect-metadata';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../libs/platform/project';
import { DESCRIPTION_FILE } from '../../libs/platform/http/written-description';
import { clientSchemaOf } from './client-schema';
import { documentOf } from './document';

const CLIENT_FILE = 'libs/client/schema.ts';

async function filesOf(root: string): Promise<[file: string, text: string][]> {
  const document = await documentOf(root);
  return [
    [DESCRIPTION_FILE, `${JSON.stringify(document, null, 2)}\n`],
    [CLIENT_FILE, await clientSchemaOf(document, join(root, CLIENT_FILE))],
  ];
}

async function main(isCheck: boolean): Promise<void> {
  const root = projectRoot();
  for (const [name, text] of await filesOf(root)) {
    const file = join(root, name);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    console.log(isCheck ? `${name} is not what the controllers say: npm run openapi` : `wrote ${name}`);
    if (isCheck) process.exitCode = 1;
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}

main(process.argv.includes('--check')).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
