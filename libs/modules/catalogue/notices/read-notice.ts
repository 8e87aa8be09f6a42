import { checkAudience, type PriceNotice } from '@ciyuan/core/catalogue';
import type { DocumentKind } from '@ciyuan/core/charging';
import { ok, type Result } from '@ciyuan/core/kernel';
import { readWith } from '@ciyuan/platform/validation';
import { invalid, type PublicationRefusal } from '../publication';
import { priceNoticeSchema } from '../schemas/price-notice-schema';
import { isAnnounced } from './price-announcement';

/** A notice from outside, if it has its shape and the document has prices; null for none. */
export function readNotice(
  kind: DocumentKind,
  notice: unknown,
): Result<PriceNotice | null, PublicationRefusal> {
  if (notice === undefined || notice === null) return ok(null);
  if (!isAnnounced(kind))
    return invalid([{ path: 'notice', code: 'no_prices', detail: `a ${kind} has no prices of customers` }]);
  const read = readWith(priceNoticeSchema, notice);
  const faults = read.ok ? checkAudience(read.value.audience, 'audience') : read.refusal;
  if (!read.ok || faults.length > 0)
    return invalid(faults.map((fault) => ({ ...fault, path: `notice.${fault.path}` })));
  return ok(read.value);
}
