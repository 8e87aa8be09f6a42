import type { z } from 'zod';

/** What `schema` makes of `value`; what does not fit is told in one line that names the member. */
export function parsedAs<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'the row'}: ${message}`,
  );
  throw new Error(problems.join('; '));
}
