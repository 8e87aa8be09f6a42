import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SOURCE = resolve(__dirname, '../../apps/console/src');
const NAMED = /^const ([A-Z]+) = '([^']+)';$/gm;
const PATH = /\bpath: (?:'([^']+)'|`([^`]+)`|([A-Z]+)),?/g;

/** Every pattern that the console has a page for, as its routes are written: `/accounts/:code`. */
export function consoleRoutes(): string[] {
  const areas = join(SOURCE, 'pages');
  const files = readdirSync(areas, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)routes\.tsx?$/.test(name))
    .map((name) => join(areas, name));
  return [join(SOURCE, 'routes.tsx'), ...files].flatMap((file) => routesOf(readFileSync(file, 'utf8')));
}

function routesOf(text: string): string[] {
  const named = new Map([...text.matchAll(NAMED)].map(([, name = '', value = '']) => [name, value]));
  const valueOf = (name: string): string => named.get(name) ?? `no ${name}`;
  return [...text.matchAll(PATH)].map(
    ([, plain, template, name]) =>
      plain ?? template?.replace(/\$\{([A-Z]+)\}/g, (_, one: string) => valueOf(one)) ?? valueOf(name ?? ''),
  );
}

/** The pattern that a path is shown by; where a name and a place for one fit, the name does. */
export function routeAt(routes: readonly string[], path: string): string | undefined {
  const parts = path.split('/');
  const fits = (pattern: string): boolean => {
    const wanted = pattern.split('/');
    return (
      wanted.length === parts.length && wanted.every((one, at) => one.startsWith(':') || one === parts[at])
    );
  };
  const places = (pattern: string): number => pattern.split(':').length;
  return routes.filter(fits).sort((a, b) => places(a) - places(b))[0];
}
