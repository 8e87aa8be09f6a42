import fc from 'fast-check';
import {
  claimedDifference,
  disputeDueOn,
  disputeLineState,
  isDecided,
  isGrantable,
  type DisputeStep,
} from './dispute-line';

describe('a line of a dispute', () => {
  it.each<[DisputeStep[], string, boolean]>([
    [[], 'open', false],
    [['proposed'], 'proposed', false],
    [['proposed', 'returned'], 'open', false],
    [['proposed', 'returned', 'proposed', 'upheld'], 'upheld', true],
    [['proposed', 'rejected'], 'rejected', true],
    [['withdrawn'], 'withdrawn', true],
  ])('after %j is %s; decided: %s', (steps, state, decided) => {
    expect(disputeLineState(steps)).toBe(state);
    expect(isDecided(disputeLineState(steps))).toBe(decided);
  });

  it.each([
    ['more, all of it', 100n, 130n, 30n, true],
    ['more, a fen of it', 100n, 130n, 1n, true],
    ['more than was asked for', 100n, 130n, 31n, false],
    ['nothing', 100n, 130n, 0n, false],
    ['less, though more was asked for', 100n, 130n, -1n, false],
    ['less, some of it', 100n, 70n, -10n, true],
    ['less, more than that', 100n, 70n, -31n, false],
    ['more, though less was asked for', 100n, 70n, 1n, false],
    ['out of nothing', 0n, 5n, 5n, true],
  ])('asks for %s', (_what, issuedFen, claimedFen, grantedFen, isGranted) => {
    expect(isGrantable({ issuedFen, claimedFen }, grantedFen)).toBe(isGranted);
  });

  it('never moves a share past what was claimed, nor the other way', () => {
    const fen = fc.bigInt({ min: -1_000n, max: 1_000n });
    fc.assert(
      fc.property(fen, fen, fen, (issuedFen, claimedFen, grantedFen) => {
        if (!isGrantable({ issuedFen, claimedFen }, grantedFen)) return;
        const decided = issuedFen + grantedFen;
        const [low, high] = issuedFen < claimedFen ? [issuedFen, claimedFen] : [claimedFen, issuedFen];
        expect(decided >= low && decided <= high && decided !== issuedFen).toBe(true);
        expect(isGrantable({ issuedFen, claimedFen }, claimedDifference({ issuedFen, claimedFen }))).toBe(
          true,
        );
      }),
    );
  });

  it('is due so many days after it was opened, by the operator’s days', () => {
    const lateEvening = Date.parse('2026-11-02T15:59:59Z');
    expect(disputeDueOn('Asia/Shanghai', lateEvening, 30)).toBe('2026-12-02');
    expect(disputeDueOn('Asia/Shanghai', lateEvening + 1_000, 30)).toBe('2026-12-03');
  });
});
