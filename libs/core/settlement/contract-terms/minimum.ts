import { parseFen, type Fen } from '../../kernel';
import type { PartyTransfer } from '../party-transfer';
import type { PartyLines } from '../statement-lines';
import type { ContractInput } from './contract-input';
import { ownShare } from './own-share';

interface Guaranteed {
  readonly party: string;
  readonly currency: string;
  /** Hundredths; 0 where nothing is guaranteed any more. */
  readonly minimumFen: Fen;
  readonly isRecoupable: boolean;
  readonly outstandingFen: Fen;
}

/**
 * The top-up to a party's monthly minimum: for good, or as an advance that the months which come to more give back, as
 * royalty contracts do it, until nothing is outstanding; once nothing is guaranteed any more, out of all they come to.
 */
export function minimums(
  month: string,
  contracts: ContractInput,
  statements: ReadonlyMap<string, PartyLines>,
): PartyTransfer[] {
  return guaranteed(contracts).flatMap((one): PartyTransfer[] => {
    const { party, currency, minimumFen, isRecoupable, outstandingFen } = one;
    const aboveFen = ownShare(statements, one, month) - minimumFen;
    const moved = { party, currency, originMonth: month, reference: `${party}.${month}.${currency}` };
    if (aboveFen < 0n && minimumFen > 0n)
      return [{ ...moved, kind: isRecoupable ? 'advance' : 'minimum', shareFen: -aboveFen }];
    const backFen = aboveFen < outstandingFen ? aboveFen : outstandingFen;
    return backFen > 0n ? [{ ...moved, kind: 'recoupment', shareFen: -backFen }] : [];
  });
}

function guaranteed({ agreements, advances }: ContractInput): Guaranteed[] {
  const found = new Map<string, Guaranteed>();
  for (const { party, currency, fen } of advances) {
    found.set(`${party} ${currency}`, {
      ...{ party, currency, minimumFen: 0n, isRecoupable: false },
      outstandingFen: fen,
    });
  }
  for (const { party, currency, guarantee } of agreements) {
    if (guarantee === undefined) continue;
    const key = `${party} ${currency}`;
    found.set(key, {
      ...{ party, currency, isRecoupable: guarantee.recoupable },
      minimumFen: parseFen(guarantee.amount),
      outstandingFen: found.get(key)?.outstandingFen ?? 0n,
    });
  }
  return [...found.values()];
}
