import type { DocumentFault } from '@ciyuan/core/catalogue';
import { parseInstant, type Instant } from '@ciyuan/core/kernel';
import type { PriceBookChange, PriceChangeRefusal } from '@ciyuan/modules/catalogue';
import { Refused } from '@ciyuan/platform/http';
import type { PercentChangeRequest } from './price-books.dto';

export const changeOf = (
  code: string,
  { kind, percent, effectiveFrom, models, classes }: PercentChangeRequest,
): PriceBookChange => ({
  kind,
  code,
  percent,
  from: parseInstant(effectiveFrom) as Instant,
  ...(models !== undefined && { models }),
  ...(classes !== undefined && { classes }),
});

/** What came as a file; JSON has been read into something else by now. */
export function bytesOf(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  throw new Refused('unsupported', 'unsupported', 'The body is to be the file itself, with its media type.');
}

export const unknownBook = (code: string): Refused =>
  new Refused('not_found', 'unknown_document', `There is no such version of a book ${code}.`);

export function refusedFile(faults: readonly DocumentFault[]): Refused {
  const [first] = faults;
  return new Refused('unprocessable', 'invalid_price_file', `${first?.path}: ${first?.detail}`, faults);
}

export function refusedChange(code: string, refusal: PriceChangeRefusal): Refused {
  switch (refusal.code) {
    case 'not_in_force':
      return new Refused('not_found', 'not_in_force', `No version of ${code} is in force then.`);
    case 'not_a_percent':
      return atFault('percent', refusal.code, 'above -100 and at most 1000');
    case 'chooses_nothing':
      return atFault(
        'models',
        refusal.code,
        'a model or class stands in no price, or all together choose none',
      );
    case 'part_of_a_ladder':
      return atFault('models', refusal.code, 'a ladder prices some of what is chosen with what is not');
    case 'effective_from_taken':
      return new Refused('conflict', refusal.code, detailOf(refusal.faults), refusal.faults);
    case 'invalid':
      return new Refused('unprocessable', 'invalid_document', detailOf(refusal.faults), refusal.faults);
  }
}

const atFault = (path: string, code: string, detail: string): Refused =>
  new Refused('unprocessable', code, `${path}: ${detail}.`, [{ path, code, detail }]);

const detailOf = ([first]: readonly DocumentFault[]): string => `${first?.path || 'body'}: ${first?.detail}`;
