import { grantId } from '@ciyuan/core/charging';
import { formatInstant, formatScaled } from '@ciyuan/core/kernel';
import type { TransferMade, TransferRefusal, TransferToMake } from '@ciyuan/modules/subscriptions';
import { Refused, type ProblemKind } from '@ciyuan/platform/http';
import type { TransferRequest, TransferView } from './transfers.dto';

const MILLI_PLACES = 3;

export const transferOf = (
  from: string,
  { to, grant, tokens, preview }: TransferRequest,
  by: string,
): TransferToMake => ({
  from,
  to,
  tokens,
  preview,
  by,
  ...(grant === undefined ? {} : { grantNumber: Number(grant) }),
});

export const transferredOf = (from: string, to: string, { parts, applied }: TransferMade): TransferView => ({
  from,
  to,
  parts: parts.map(({ grantNumber, milliTokens, toNumber, expiresAt }) => ({
    grant: grantId(grantNumber),
    tokens: formatScaled(milliTokens, MILLI_PLACES),
    received: grantId(toNumber),
    expiresAt: expiresAt === null ? null : formatInstant(expiresAt),
  })),
  applied,
});

const REFUSALS: Readonly<Record<TransferRefusal['code'], readonly [ProblemKind, string]>> = {
  unknown_account: ['not_found', 'No account has this code.'],
  unknown_receiver: ['unprocessable', 'No account has the code of the receiver.'],
  same_account: ['unprocessable', 'An account gives nothing to itself.'],
  account_not_active: ['forbidden', 'The giver or the receiver is suspended or closed.'],
  other_currency: ['conflict', 'The receiver pays in another currency.'],
  unknown_grant: ['unprocessable', 'The account has no such grant.'],
  not_transferable: ['forbidden', 'The plan does not say that its tokens may be given away.'],
  grant_not_in_force: ['conflict', 'The grant has expired, or is still to begin.'],
  not_enough_tokens: ['conflict', 'Fewer whole tokens are left that may be given.'],
};

export function refusedTransfer({ code }: TransferRefusal): Refused {
  const [kind, detail] = REFUSALS[code];
  return new Refused(kind, code, detail);
}
