import { z } from 'zod';
import { CURRENCIES, isDecimal, isZone, parseInstant, parseScaled } from '@ciyuan/core/kernel';

const ANY_PLACES = 30;

/** A decimal as text, 0 or more, with at most `places` places: a number would be a float on its way here. */
export const decimalText = (places: number): z.ZodString =>
  textThat((text) => decimalFault(text, places), `0 or more, with at most ${places} places`);

/** A share of a whole as text: 0.06 for six per cent. */
export const fractionText = (places: number): z.ZodString =>
  textThat((text) => fractionFault(text, places), `from 0 to 1, with at most ${places} places`);

/** An instant in ISO 8601 with an offset. */
export const instantText = textThat(
  (text) => (parseInstant(text) === undefined ? 'not_an_instant' : undefined),
  'such as 2026-01-01T00:00:00+08:00',
);

export const zoneName = textThat(
  (text) => (isZone(text) ? undefined : 'unknown_zone'),
  'such as Asia/Shanghai',
);

/** What parties and documents are called by: short, and safe in a path or a file name. */
export const codeText = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, 'at most 63 of a-z, 0-9, - and _');

/** ISO 3166-2, or finer: a country, and below it provinces and districts, each wider one first. */
export const regionCode = z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,8}){0,3}$/, 'such as CN-SH');

/** ISO 4217. */
export const currencyCode = z.enum(CURRENCIES, `one of ${CURRENCIES.join(', ')}`);

/** What people read: not empty, and no longer than a line; control characters and halves of a pair are no text. */
export const displayName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'no control characters');

function decimalFault(text: string, places: number): string | undefined {
  if (!isDecimal(text, ANY_PLACES)) return 'not_a_decimal';
  if (!isDecimal(text, places)) return 'too_many_places';
  return text.startsWith('-') ? 'negative' : undefined;
}

function fractionFault(text: string, places: number): string | undefined {
  const fault = decimalFault(text, places);
  return fault === undefined && parseScaled(text, places) > 10n ** BigInt(places) ? 'above_one' : fault;
}

/** `faultOf` names what is wrong, by a code of its own; undefined where nothing is. */
function textThat(faultOf: (text: string) => string | undefined, rule: string): z.ZodString {
  return z.string().check((context) => {
    const code = faultOf(context.value);
    if (code === undefined) return;
    context.issues.push({ code: 'custom', input: context.value, message: rule, params: { code } });
  });
}
