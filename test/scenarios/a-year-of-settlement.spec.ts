import { CALLS, LATE } from '../support/year-calls';
import {
  bounce,
  clawBack,
  credit,
  decide,
  dispute,
  freeze,
  freezeAndReopen,
  raise,
  raiseShare,
  recycle,
  voidInvoice,
  voidRecord,
} from '../support/year-chapters';
import { FIGURES, LAST_BALANCES, YEAR_REVENUE, YEAR_SHARES, YEAR_TOKENS } from '../support/year-figures';
import { YearOfSettlement } from '../support/year-of-settlement';

// Every figure here is worked out by hand in db/seeds/scenarios/a-year-of-settlement.md.

/** What happens in a month besides its calls and its close. */
interface Chapter {
  /** After the month's calls, before its end. */
  readonly during?: () => Promise<void>;
  /** On the 4th of the next month, before it is frozen. */
  readonly closing?: () => Promise<void>;
  /** On the 5th, before statements are confirmed. */
  readonly issued?: () => Promise<void>;
  /** On the 7th, after the bill run. */
  readonly billed?: () => Promise<void>;
  readonly paysLater?: readonly string[];
  /** On the 10th, before partners are paid. */
  readonly decided?: () => Promise<void>;
}

let story: YearOfSettlement;
/** Of the last bill run: `number account gross`. */
let documents: readonly string[];
const numberOf = (account: string): string =>
  documents.find((one) => one.includes(` ${account} `))?.split(' ')[0] ?? 'none';
const now = (): number => story.engine.clock.now();

const CHAPTERS: Readonly<Record<string, Chapter>> = {
  '2026-11': {
    during: async () => {
      expect(await story.use(LATE.october, now())).toBe('accepted');
    },
  },
  '2026-12': {
    during: async () => {
      expect(await voidRecord(story, 'c2')).toBe('voided');
      expect(await story.use(LATE.octoberAgain, now())).toBe('accepted');
    },
    issued: async () => {
      expect(await dispute(story, '2026-12', 'alpha', '182.50')).toBe(1);
      expect(await dispute(story, '2026-12', 'beta', '72.50')).toBe(2);
    },
    decided: async () => {
      expect(await decide(story, 1, '4.00')).toBe('upheld');
      expect(await decide(story, 2, null)).toBe('rejected');
    },
  },
  '2027-01': {
    during: async () => {
      expect(await story.use(LATE.waiting, now())).toBe('suspense');
    },
    closing: async () => {
      expect(await freezeAndReopen(story, '2027-01')).toEqual([
        'not_ready',
        'waived',
        'frozen',
        'reopening_requested',
        'second_person_needed',
        'reopened',
      ]);
      expect(await story.use(LATE.reopened, now())).toBe('accepted');
    },
  },
  '2027-02': {
    during: async () => {
      expect(await voidRecord(story, 'd5')).toBe('voided');
      await story.join('zhao', '2027-01-01T00:00:00+08:00', ['base']);
      expect(await recycle(story)).toBe(1);
    },
    billed: async () => {
      await voidInvoice(story, numberOf('li'));
      expect(await story.bill('2027-02', 8)).toEqual([expect.stringMatching(/ li 89\.45$/)]);
    },
    paysLater: ['li'],
  },
  '2027-03': {
    during: async () => {
      await story.take('zhao', 'pack', '2027-03-19T12:00:00+08:00');
      expect(await voidRecord(story, 'e2')).toBe('voided');
    },
  },
  '2027-04': {
    during: async () => {
      expect(await story.use(LATE.march, now())).toBe('accepted');
      await credit(story, numberOf('wang'), 'grant', '10.60');
    },
  },
  '2027-05': {
    during: async () => {
      await raise(story, 'beta-1', '25', '2027-06-16T00:00:00+08:00');
      expect(await clawBack(story, '2027-04', 'monthly', '10.00')).toBe(
        'alpha -3 north -5 operator -1 shop -1',
      );
    },
  },
  '2027-06': {
    during: async () => {
      await raiseShare(story, 'promise-share', '45', '2027-07-01T00:00:00+08:00');
      expect(await bounce(story, 'li', 7)).toBe('reversed');
    },
  },
  '2027-07': {
    during: async () => {
      expect(await story.use(LATE.june, now())).toBe('accepted');
    },
  },
  '2027-08': {
    during: () => story.take('zhao', 'pack', '2027-08-20T12:00:00+08:00'),
  },
};

describe('a year of settlement', () => {
  beforeAll(async () => {
    story = await YearOfSettlement.open();
  });
  afterAll(() => story.market.stop());

  it.each(FIGURES)('$month', async ({ month, shares, balances, bills, besides }) => {
    const chapter = CHAPTERS[month];
    expect(await story.use(CALLS[month] ?? '')).toBe('accepted');
    await chapter?.during?.();
    await story.end(month);
    await chapter?.closing?.();
    expect(await freeze(story, month)).toBe('frozen');
    await story.settle(month);
    await chapter?.issued?.();
    await story.confirm(month);
    documents = await story.bill(month);
    expect(documents.map((one) => one.split(' ').slice(1).join(' ')).join(', ')).toBe(bills);
    await chapter?.billed?.();
    await story.customersPay(month, chapter?.paysLater);
    await chapter?.decided?.();
    await story.payPartners(month);
    expect(await story.books.shares(month)).toBe(shares);
    expect(await story.books.besides(month)).toEqual(besides);
    expect(await story.books.balances(month)).toBe(balances);
    expect(await story.books.faultsOf(month)).toEqual([]);
    expect(await story.books.unbalancedDays()).toEqual([]);
    expect(await story.market.violations()).toEqual([]);
  });

  it('what every party has of the year', async () => {
    expect(await story.books.sharesOfAll()).toBe(YEAR_SHARES);
  });

  it('what was sold is recognised, lapsed or still owed to customers', async () => {
    // Packages: 12 × 100 + 2 × 300 = 1,800 = 1,243.333333 + 331.666667 + 225.
    expect(await story.books.charged('2027-09', Object.keys(YEAR_REVENUE))).toEqual(YEAR_REVENUE);
    // 12 × 100 M + 2 × 100 M = 1,400 M = 1,073.333333 M + 251.666667 M + 75 M.
    expect(await story.books.charged('2027-09', Object.keys(YEAR_TOKENS))).toEqual(YEAR_TOKENS);
  });

  it('what is left on the books once everybody has paid', async () => {
    expect(await story.books.left()).toEqual(LAST_BALANCES);
  });
});
