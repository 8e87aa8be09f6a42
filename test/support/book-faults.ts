import type { Type } from '@nestjs/common';
import { fenToPico, formatYuan } from '@ciyuan/core/kernel';
import { CHART } from '@ciyuan/core/ledger';
import {
  MakeVouchers,
  ReadDeferredRevenue,
  ReadTrialBalance,
  type TrialBalance,
} from '@ciyuan/modules/reporting';
import { must } from './settlement-engine';

type Get = <T>(type: Type<T>) => T;

/** What of a month's books does not balance, or is not what its journals have: nothing, if all is well. */
export async function bookFaults(get: Get, month: string): Promise<string[]> {
  const balance = must(await get(ReadTrialBalance).run({ span: { month } }));
  const faults = balance.isBalanced ? [] : [`trial balance of ${month}`];
  const { reconciliation } = await get(ReadDeferredRevenue).run(month);
  for (const { figure, currency, plans, ledger } of reconciliation)
    if (plans !== ledger)
      faults.push(
        `deferred revenue of ${month}: ${figure} ${formatYuan(plans)} ${currency}, not ${formatYuan(ledger)}`,
      );
  return [...faults, ...(await voucherFaults(get, month, balance))];
}

/** Vouchers stand for what moved in the month, to the last digit, and each of them balances in fen. */
async function voucherFaults(get: Get, month: string, { lines }: TrialBalance): Promise<string[]> {
  const { vouchers } = must(
    await get(MakeVouchers).run({ month, isReversal: false, allowProvisional: true }),
  );
  const faults = vouchers
    .filter(
      ({ debitFen, creditFen, exactDebit, exactCredit }) =>
        debitFen !== creditFen || exactDebit !== exactCredit,
    )
    .map(({ number }) => `voucher ${number} does not balance`);
  const entered = new Map<string, { exact: bigint; fen: bigint; lines: bigint }>();
  for (const { currency, lines: own } of vouchers)
    for (const { account, amount, fen } of own) {
      const key = `${currency} ${account}`;
      const sum = entered.get(key) ?? { exact: 0n, fen: 0n, lines: 0n };
      entered.set(key, { exact: sum.exact + amount, fen: sum.fen + fen, lines: sum.lines + 1n });
    }
  for (const { asset, account, meaning, debits, credits } of lines) {
    if (meaning.type === 'quantity') continue;
    const own = entered.get(`${asset} ${account}`) ?? { exact: 0n, fen: 0n, lines: 0n };
    entered.delete(`${asset} ${account}`);
    if (own.exact !== debits - credits) faults.push(`vouchers of ${month} differ from ${asset} ${account}`);
    const rounded = fenToPico(own.fen) - own.exact;
    const most = fenToPico(own.lines) / 2n;
    if (account !== 'rounding' && (rounded > most || rounded < -most))
      faults.push(`vouchers of ${month} round ${asset} ${account} by ${formatYuan(rounded)}`);
    if (CHART[account as keyof typeof CHART].closesWithMonth && own.exact === 0n && own.fen !== 0n)
      faults.push(`vouchers of ${month} leave ${own.fen} fen on ${asset} ${account}`);
  }
  const strange = [...entered].filter(([key]) => !key.endsWith(' rounding'));
  return [...faults, ...strange.map(([key]) => `vouchers of ${month} enter ${key}, which did not move`)];
}
