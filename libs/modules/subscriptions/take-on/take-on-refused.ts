import { isDataError, sqlState } from '@ciyuan/platform/database';

/** The engine does not take a chunk on as it is: nothing of the chunk stays. */
export class TakeOnRefused extends Error {
  override readonly name = 'TakeOnRefused';

  constructor(
    readonly code: string,
    readonly detail: string,
  ) {
    super(code);
  }
}

/**
 * Why a chunk was not taken on, where that is for the files to mend. What the database says of a value is left out: it
 * quotes the row, and the row may be somebody's name.
 */
export function refusalOf(error: unknown): TakeOnRefused | undefined {
  if (error instanceof TakeOnRefused) return error;
  if (!isDataError(error)) return undefined;
  const { constraint } = error as { readonly constraint?: unknown };
  const rule = typeof constraint === 'string' ? constraint : (sqlState(error) ?? '');
  return new TakeOnRefused('refused_by_database', rule);
}
