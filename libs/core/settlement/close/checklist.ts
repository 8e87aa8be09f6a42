/** One thing that has to be in order before nothing more is booked in a month. */
export interface CloseItem {
  readonly code: string;
  /** Whether somebody may decide not to wait for it, and say why. */
  readonly waivable: boolean;
  /** Where its parts are listed. */
  readonly lookAt: string;
  /** What brings it in order. */
  readonly toDo: string;
}

/**
 * Everything that is looked at, in the order in which it is told. A further item is a further line here, and its reader
 * beside the others.
 */
export const CLOSE_ITEMS = [
  {
    code: 'earlier_month_open',
    waivable: false,
    lookAt: '/v1/months',
    toDo: 'freeze the earlier months first: what is late for one is adjusted in the next',
  },
  {
    code: 'voids_not_re_rated',
    waivable: false,
    lookAt: '/v1/re-ratings/voided',
    toDo: 'post the month to /v1/re-ratings/voided, or calculate it: what came after a void may move onto what it gave back',
  },
  {
    code: 'cost_suspense_open',
    waivable: true,
    lookAt: '/v1/re-ratings/costs',
    toDo: 'publish the missing cost prices and post the month to /v1/re-ratings/costs, or settle them as nothing',
  },
  {
    code: 'suspense_open',
    waivable: true,
    lookAt: '/v1/suspense',
    toDo: 'complete the catalogue or the accounts and recycle these records, or adjust them in a later month',
  },
  {
    code: 'renewals_due',
    waivable: false,
    lookAt: '/v1/due-work',
    toDo: 'post to /v1/due-work: cycles and periods of the month wait to begin or to be closed',
  },
  {
    code: 'expiries_due',
    waivable: false,
    lookAt: '/v1/due-work',
    toDo: 'post to /v1/due-work: what lapsed in the month waits to be booked as breakage',
  },
  {
    code: 'bill_run_open',
    waivable: true,
    lookAt: '/v1/bill-runs',
    toDo: 'make the bill run final: it bills up to an instant in the month; or let the next run bill it',
  },
  {
    code: 'adjustments_requested',
    waivable: true,
    lookAt: '/v1/adjustments',
    toDo: 'sign or reject what was asked to be credited, debited or paid back in the month; signed later, it is booked later',
  },
  {
    code: 'ledger_unbalanced',
    waivable: false,
    lookAt: '/v1/ledger/trial-balance',
    toDo: 'find out what was changed behind the ledger: its journals do not balance',
  },
  {
    code: 'books_differ',
    waivable: false,
    lookAt: 'npm run verify',
    toDo: 'find out what was changed: records, roll-ups and ledger do not say the same of the month',
  },
] as const satisfies readonly CloseItem[];

export type CloseItemCode = (typeof CLOSE_ITEMS)[number]['code'];
export type WaivableCode = Extract<(typeof CLOSE_ITEMS)[number], { waivable: true }>['code'];

export const WAIVABLE_CODES = CLOSE_ITEMS.filter(({ waivable }) => waivable).map(
  ({ code }) => code,
) as readonly WaivableCode[];

/** What there is of an item. */
export interface CloseFinding {
  readonly count: number;
  /** One of them, where one says more than their number. */
  readonly example: string | null;
}

export type CloseFindings = Readonly<Record<CloseItemCode, CloseFinding>>;

/** Somebody's decision not to wait for what there was then. */
export interface StandingWaiver {
  readonly item: WaivableCode;
  readonly seen: number;
}

export interface CheckedItem extends CloseItem, CloseFinding {
  readonly code: CloseItemCode;
  readonly state: 'ok' | 'open' | 'waived';
}

/** A waiver is good for as much as was seen: when there is more of it since, the item is open again. */
export function checklistOf(
  findings: CloseFindings,
  waivers: readonly StandingWaiver[],
): readonly CheckedItem[] {
  return CLOSE_ITEMS.map((item) => {
    const { count, example } = findings[item.code];
    const isWaived = item.waivable && waivers.some((one) => one.item === item.code && count <= one.seen);
    return { ...item, count, example, state: count === 0 ? 'ok' : isWaived ? 'waived' : 'open' };
  });
}

/** How much of what was not waited for, by item; nothing of what there is none of. */
export const waivedCounts = (checklist: readonly CheckedItem[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    checklist.filter(({ state }) => state === 'waived').map(({ code, count }) => [code, count]),
  );
