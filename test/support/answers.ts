import type { Result } from '@ciyuan/core/kernel';

/** What a flow answered with, where it did not refuse. */
export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** Why a flow refused. */
export function refusalOf<R>(result: Result<unknown, R>): R {
  if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value)}`);
  return result.refusal;
}
