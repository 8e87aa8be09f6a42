import type { OpenAPIObject } from '@nestjs/swagger';
import openapiTypeScript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const HEAD = '// Written by `npm run openapi` out of docs/openapi; never by hand.\n\n';

/**
 * The types of the client, laid out as everything else is. Not `immutable`: openapi-fetch takes readonly lists apart. What
 * has a default may be left out of a request.
 */
export async function clientSchemaOf(document: OpenAPIObject, file: string): Promise<string> {
  const nodes = await openapiTypeScript(document as unknown as OpenAPI3, {
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
  });
  const settings = { ...(await resolveConfig(file)), parser: 'typescript' as const };
  return format(`${HEAD}${astToString(nodes)}`, settings);
}
