import { formatInstant, parseInstant } from '@ciyuan/core/kernel';
import type {
  AgreementRefusal,
  AgreementToMake,
  ReconciliationAgreement,
} from '@ciyuan/modules/reconciliation';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';
import type { AgreementView, NewAgreementRequest } from './agreements.dto';

export function wantedAgreement(
  party: string,
  { tokens, money, columns, effectiveFrom }: NewAgreementRequest,
  by: string,
): AgreementToMake {
  const from = effectiveFrom === undefined ? undefined : parseInstant(effectiveFrom);
  const wanted = { party, tolerances: { tokens, money }, columns, by };
  return from === undefined ? wanted : { ...wanted, effectiveFrom: from };
}

export const agreementOf = (agreement: ReconciliationAgreement): AgreementView => ({
  number: agreement.number,
  effectiveFrom: formatInstant(agreement.effectiveFrom),
  tokens: agreement.tolerances.tokens,
  money: agreement.tolerances.money,
  columns: agreement.columns,
  agreedAt: formatInstant(agreement.agreedAt),
  agreedBy: agreement.agreedBy,
});

const REFUSALS: Readonly<Record<AgreementRefusal['code'], readonly [ProblemKind, string]>> = {
  unknown_party: ['not_found', 'There is no such party, or none for you.'],
  in_the_past: ['unprocessable', 'effectiveFrom: that instant has passed.'],
  not_the_latest: ['conflict', 'effectiveFrom: something else is agreed from then on, or later.'],
};

export function refusedAgreement({ code }: AgreementRefusal): Refused {
  const [kind, detail] = REFUSALS[code];
  return new Refused(kind, code, detail);
}
