import {
  checkRefund,
  checkWriteOff,
  type AccountMoney,
  type RefundRefusal,
  type WriteOffRefusal,
} from '@ciyuan/core/billing';
import type { AdjustmentKind } from '@ciyuan/core/catalogue';
import { ok, type Fen, type Result } from '@ciyuan/core/kernel';

export type MoneyRefusal = RefundRefusal | WriteOffRefusal;

/** Whether what the account has paid and owes allows it; only what depends on that asks for it. */
export async function checkMoney(
  { kind, grossFen }: { readonly kind: AdjustmentKind; readonly grossFen: Fen },
  moneyOf: () => Promise<AccountMoney>,
): Promise<Result<null, MoneyRefusal>> {
  if (kind === 'refund') return checkRefund(grossFen, await moneyOf());
  if (kind === 'write_off') return checkWriteOff(grossFen, await moneyOf());
  return ok(null);
}
