import { parseInstant } from '@ciyuan/core/kernel';
import type { HeldAccount } from '@ciyuan/modules/subscriptions';
import { wordsOf } from '../subscription-changes/subscription-changes.convert';
import type { PriceProtection, ProtectedAccountView } from './price-protections.dto';

export const termsOf = ({ asOf, until, preview }: PriceProtection) => ({
  asOf: parseInstant(asOf) as number,
  until: until === null ? null : (parseInstant(until) as number),
  preview,
});

export function heldOf({ account, outcome }: HeldAccount): ProtectedAccountView {
  if (outcome.ok) return { account, ...outcome.value, refused: null };
  const { code, subscription = null } = outcome.refusal;
  return {
    account,
    applied: false,
    subscriptions: [],
    refused: { code, detail: wordsOf(code), subscription },
  };
}
