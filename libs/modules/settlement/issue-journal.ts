import { fenToPico, type Fen, type PicoYuan } from '@ciyuan/core/kernel';
import { postings, type Flow, type LedgerAccount } from '@ciyuan/core/ledger';
import {
  NO_REVENUE,
  type BookedRevenue,
  type PlannedSplit,
  type PlannedStatement,
} from '@ciyuan/core/settlement';
import type { BookedLine } from '@ciyuan/modules/ledger';

/** The operator's own account in the ledger: what belongs to no customer. */
const OWN_ACCOUNT = 0;
/** Which of them name the operator. */
const OWN_ACCOUNTS: readonly LedgerAccount[] = ['operator_revenue', 'currency_clearing'];
/** Of a split: half a fen of its net and of two sums that its tax is the difference of, now and when restated. */
const MOST_ROUNDING_FEN = 3n;

export interface ShareToPost {
  readonly party: string;
  readonly currency: string;
  readonly shareFen: Fen;
  /** What of it came from other currencies, or went into them. */
  readonly convertedFen: Fen;
}

export interface IssueToPost {
  readonly month: string;
  readonly operator: string;
  /** By currency. */
  readonly revenue: ReadonlyMap<string, BookedRevenue>;
  readonly splits: readonly Pick<PlannedSplit, 'currency' | 'usageTaxFen' | 'usageTaxOnTop'>[];
  readonly shares: readonly ShareToPost[];
}

/** What there is of an issue in one currency. */
type IssueIn = Omit<IssueToPost, 'revenue'> & { readonly revenue: BookedRevenue; readonly currency: string };

/**
 * The journal of an issued month: its revenue, exactly as it was booked, becomes the shares of the parties and the
 * tax of usage, both in whole fen; what the fen leave goes to `rounding`. Each currency is an asset that balances by
 * itself; what the operator converts for parties goes through a clearing account, and is no revenue. Throws where more than rounding is left of one.
 */
export function issueJournal({ revenue, splits, shares, ...issue }: IssueToPost): BookedLine[] {
  const currencies = new Set([...revenue.keys(), ...[...splits, ...shares].map(({ currency }) => currency)]);
  return [...currencies].sort().flatMap((currency) => {
    const isOwn = (one: { readonly currency: string }): boolean => one.currency === currency;
    return journalIn({
      ...issue,
      currency,
      revenue: revenue.get(currency) ?? NO_REVENUE,
      splits: splits.filter(isOwn),
      shares: shares.filter(isOwn),
    });
  });
}

function journalIn(issue: IssueIn): BookedLine[] {
  const journal = new Map<string, { account: LedgerAccount; party: string | undefined; amount: PicoYuan }>();
  const post = (flow: Flow, amount: PicoYuan, partner?: string): void => {
    for (const { account, amount: part } of postings(flow, amount, issue.currency)) {
      const party = OWN_ACCOUNTS.includes(account) ? issue.operator : partner;
      const key = `${account} ${party ?? ''}`;
      const line = journal.get(key) ?? { account, party, amount: 0n };
      journal.set(key, { ...line, amount: line.amount + part });
    }
  };
  postAll(issue, post);
  return [...journal.values()]
    .filter(({ amount }) => amount !== 0n)
    .map(({ account, party, amount }) => ({
      accountId: OWN_ACCOUNT,
      accountingMonth: issue.month,
      asset: issue.currency,
      account,
      amount,
      ...(party === undefined ? {} : { party }),
    }));
}

type Post = (flow: Flow, amount: PicoYuan, partner?: string) => void;

function postAll({ operator, revenue, splits, shares, currency }: IssueIn, post: Post): void {
  post('packageSettled', revenue.packageNet);
  post('breakageSettled', revenue.breakageNet);
  post('shortfallSettled', revenue.shortfallNet);
  post('feeSettled', revenue.feeNet);
  post('usageSettled', revenue.usageGross);
  const taxIn = sum(splits.filter((one) => !one.usageTaxOnTop).map((one) => one.usageTaxFen));
  const taxOnTop = sum(splits.filter((one) => one.usageTaxOnTop).map((one) => one.usageTaxFen));
  post('usageTaxed', fenToPico(taxIn));
  post('usageTaxedOnTop', fenToPico(taxOnTop));
  for (const { party, shareFen, convertedFen } of shares) {
    if (party === operator) post('currencyConverted', fenToPico(convertedFen));
    else post('partnerShared', fenToPico(shareFen), party);
  }
  const { packageNet, breakageNet, shortfallNet, feeNet, usageGross } = revenue;
  const booked = packageNet + breakageNet + shortfallNet + feeNet + usageGross;
  const rest = booked - fenToPico(taxIn + sum(shares.map(({ shareFen }) => shareFen)));
  const most = fenToPico(MOST_ROUNDING_FEN) * BigInt(splits.length);
  if (rest > most || rest < -most)
    throw new Error(`${rest} × 10⁻¹² ${currency} of the revenue are shared with nobody`);
  post('fenRounded', rest);
}

const sum = (all: readonly Fen[]): Fen => all.reduce((total, one) => total + one, 0n);

/** What of planned statements is posted. */
export const sharesToPost = (statements: readonly PlannedStatement[]): ShareToPost[] =>
  statements.map(({ party, currency, shareFen, lines }) => ({
    party,
    currency,
    shareFen,
    convertedFen: sum(lines.filter(({ lineKind }) => lineKind === 'conversion').map((line) => line.shareFen)),
  }));
