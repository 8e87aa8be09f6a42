import type { Statement, StoredLine } from '@ciyuan/modules/settlement';

const PICO_PER_LINE = 1_234_567_890_123n;
const FEN_PER_LINE = 37n;

/** Lines `from` to `from + count - 1` of a statement, each a little different. */
export function reportLines(
  count: number,
  from = 1,
  model = (n: number): string => `model-${n}`,
): StoredLine[] {
  return Array.from({ length: count }, (_, index) => {
    const line = from + index;
    return {
      party: 'alpha',
      currency: 'CNY',
      line,
      lineKind: 'share',
      originMonth: '2026-06',
      splitRuleVersionId: 1,
      plan: 'gold',
      key: {
        planVersionId: 1,
        model: model(line),
        vendor: 'alpha',
        computeOwner: 'east-compute',
        channel: line % 2 === 0 ? 'shop' : null,
        chipKind: 'ascend-910c',
        kind: line % 7 === 0 ? 'breakage' : 'package',
        paid: line % 5 !== 0,
      },
      records: BigInt(line),
      tokens: BigInt(line) * 1_000_003n,
      gross: BigInt(line) * PICO_PER_LINE,
      shareFen: BigInt(line) * FEN_PER_LINE,
      counterparty: null,
      reference: null,
    };
  });
}

/** That of `lines` lines. */
export function reportStatement(lines: number, changes: Partial<Statement> = {}): Statement {
  const shareFen = (BigInt(lines) * BigInt(lines + 1) * FEN_PER_LINE) / 2n;
  return {
    runId: 1,
    kind: 'settlement',
    party: 'alpha',
    partyName: '智谱华章（北京）科技股份有限公司',
    currency: 'CNY',
    month: '2026-06',
    version: 1,
    state: 'calculated',
    shareFen,
    vatFen: shareFen / 20n,
    withholdingFen: 7n,
    heldFen: 11n,
    releasedFen: 4n,
    payableFen: shareFen + shareFen / 20n - 7n - 11n + 4n,
    issuedAt: null,
    ...changes,
  };
}
