import { formatFen, formatInstant, parseFen } from '@ciyuan/core/kernel';
import type { AgreedTerms, TermsRefusal, TermsToAgree } from '@ciyuan/modules/parties';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';
import type { PartyTermsRequest, PartyTermsView } from './party-terms.dto';

export const wantedOf = (
  party: string,
  { effectiveFrom, minimumPayout, ...terms }: PartyTermsRequest,
  by: string,
): TermsToAgree => ({
  ...terms,
  party,
  by,
  minimumPayoutFen: parseFen(minimumPayout),
  ...(effectiveFrom !== undefined && { effectiveFrom: Date.parse(effectiveFrom) }),
});

export const termsOf = ({ party: _, minimumPayoutFen, ...terms }: AgreedTerms): PartyTermsView => ({
  ...terms,
  minimumPayout: formatFen(minimumPayoutFen),
  effectiveFrom: formatInstant(terms.effectiveFrom),
  agreedAt: formatInstant(terms.agreedAt),
});

const REFUSALS: Readonly<Record<TermsRefusal['code'], readonly [ProblemKind, string]>> = {
  unknown_party: ['not_found', 'No party has this code.'],
  in_the_past: ['unprocessable', 'effectiveFrom: terms begin now or later.'],
  not_the_latest: ['conflict', 'effectiveFrom: other terms begin then, or later.'],
};

export function refusedTerms({ code }: TermsRefusal): Refused {
  const [kind, detail] = REFUSALS[code];
  return new Refused(kind, code, detail);
}
