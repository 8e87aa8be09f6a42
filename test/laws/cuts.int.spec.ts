import { IntakeUsage, type UsageOutcome } from '@ciyuan/modules/charging';
import { Engine } from '../support/engine';
import { storedBooks, type StoredBooks } from '../support/stored-books';
import { SAMPLE_START, openSampleMarket, sampleUsage, type Posted } from '../support/usage-sample';

const POSTED = sampleUsage(600, 20_261_001);
const PLACED = POSTED.map((record, place) => ({ record, place }));
type Placed = (typeof PLACED)[number];

interface Charged {
  readonly outcomes: readonly UsageOutcome[];
  readonly books: StoredBooks;
  readonly violations: readonly string[];
}

/** Posts the records in that order, so many to a post, `times` over; outcomes stand where the records stood at first. */
async function charge(placed: readonly Placed[], size: number, times = 1): Promise<Charged[]> {
  const engine = await Engine.start(SAMPLE_START);
  try {
    await openSampleMarket(engine);
    const charged: Charged[] = [];
    for (let time = 0; time < times; time++) {
      const outcomes = await post(engine, placed, size);
      charged.push({ outcomes, books: await storedBooks(engine), violations: await engine.violations() });
    }
    return charged;
  } finally {
    await engine.stop();
  }
}

async function post(engine: Engine, placed: readonly Placed[], size: number): Promise<UsageOutcome[]> {
  const outcomes = new Array<UsageOutcome>(placed.length);
  for (let from = 0; from < placed.length; from += size) {
    const part = placed.slice(from, from + size);
    const answers = await engine.get(IntakeUsage).run(
      'gateway',
      part.map((one) => one.record),
    );
    part.forEach(({ place }, index) => (outcomes[place] = answers[index] as UsageOutcome));
  }
  return outcomes;
}

/** The accounts one after another, the last first, each in its own order. */
const byAccount = (placed: readonly Placed[]): Placed[] => {
  const codeOf = ({ record }: { record: Posted }): string => record['account'] as string;
  return [...placed].sort((a, b) =>
    codeOf(a) < codeOf(b) ? 1 : codeOf(a) > codeOf(b) ? -1 : a.place - b.place,
  );
};

describe('the same usage', () => {
  let whole: Charged;
  let again: Charged;

  beforeAll(async () => {
    [whole, again] = (await charge(PLACED, POSTED.length, 2)) as [Charged, Charged];
  });

  it('has some of everything in it', () => {
    const counted = new Map<string, number>();
    for (const { status } of whole.outcomes) counted.set(status, (counted.get(status) ?? 0) + 1);
    for (const status of ['accepted', 'suspense', 'duplicate', 'conflict', 'refused']) {
      expect([status, (counted.get(status) ?? 0) > 10]).toEqual([status, true]);
    }
    expect(whole.violations).toEqual([]);
    for (const [name, rows] of Object.entries(whole.books))
      expect([name, rows.length > 0]).toEqual([name, true]);
  });

  it.each([
    ['one by one', PLACED, 1],
    ['in sevens', PLACED, 7],
    ['in hundreds', PLACED, 100],
    ['account by account, in fifties', byAccount(PLACED), 50],
  ])('posted %s comes to the same outcomes and books as in one batch', async (_how, placed, size) => {
    const [cut] = await charge(placed, size);
    expect(cut?.violations).toEqual([]);
    expect(cut?.outcomes).toEqual(whole.outcomes);
    expect(cut?.books).toEqual(whole.books);
  });

  it('posted again changes nothing, and is answered with what it came to first', () => {
    expect(again.books).toEqual(whole.books);
    expect(again.violations).toEqual([]);
    expect(again.outcomes).toEqual(
      whole.outcomes.map((one) => {
        if (one.status === 'suspense') return { status: 'duplicate', first: one.suspense };
        if (one.status !== 'accepted') return one;
        const { sequence, drawnMilli, usageGross } = one.charge;
        return { status: 'duplicate', first: { sequence, drawnMilli, usageGross } };
      }),
    );
  });
});
