/** A refusal is a value, a bug throws. `R` is a closed union of the refusals a function can give. */
export type Result<T, R> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <R>(refusal: R): { readonly ok: false; readonly refusal: R } => ({
  ok: false,
  refusal,
});

/** A state that the types rule out; reaching it is a bug. */
export function impossible(value: never): never {
  throw new Error(`impossible: ${JSON.stringify(value)}`);
}
