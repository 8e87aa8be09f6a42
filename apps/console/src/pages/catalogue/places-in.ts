/** A document as JSON has it. */
export type Body = Readonly<Record<string, unknown>>;

const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a dot-separated place, in which items of lists have their index; undefined for nothing. */
export function valueAt(body: unknown, path: string): unknown {
  let found = body;
  for (const name of path.split('.'))
    found = typeof found === 'object' && found !== null ? (found as Body)[name] : undefined;
  return found;
}

/** The same with another value at a place; undefined takes it out, and what has nothing left with it. */
export function withValueAt(body: Body, path: string, value: unknown): Body {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) return withMember(body, name, value);
  const inner = body[name];
  const changed = withValueAt(isBody(inner) ? inner : {}, rest.join('.'), value);
  return withMember(body, name, Object.keys(changed).length === 0 ? undefined : changed);
}

function withMember(body: Body, name: string, value: unknown): Body {
  if (value !== undefined) return { ...body, [name]: value };
  return Object.fromEntries(Object.entries(body).filter(([other]) => other !== name));
}

/** A value in words, whatever it is; nothing for nothing. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
