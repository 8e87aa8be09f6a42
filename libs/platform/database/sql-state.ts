const DEADLOCK = '40P01';
const SERIALIZATION = '40001';
/** What a distributed engine reports where one node would report the two above. */
const INTERNAL = 'XX000';
const DATA_CLASSES = ['22', '23'];

/** The SQLSTATE of a database error; undefined for every other error. */
export function sqlState(error: unknown): string | undefined {
  const code =
    (error as { code?: unknown } | null)?.code ??
    (error as { driverError?: { code?: unknown } }).driverError?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** The whole transaction may be tried again, and may pass then. */
export const isRetryable = (error: unknown): boolean =>
  [DEADLOCK, SERIALIZATION, INTERNAL].includes(sqlState(error) ?? '');

/** Some value in what was written is at fault: trying again as it is cannot pass. */
export const isDataError = (error: unknown): boolean =>
  DATA_CLASSES.includes((sqlState(error) ?? '').slice(0, 2));
