import { parseYuan } from '@ciyuan/core/kernel';
import { breakage, recogniseDraw } from '@ciyuan/core/ledger';

export interface RecognitionCase {
  readonly priceYuan: string;
  readonly grantedTokens: string;
  readonly drawsMilliTokens: readonly string[];
  readonly expected: { readonly recognisedPicoYuan: readonly string[]; readonly breakagePicoYuan: string };
}

const MILLI = 1000n;

export function reproduceRecognition(given: RecognitionCase): RecognitionCase {
  const price = parseYuan(given.priceYuan);
  const granted = BigInt(given.grantedTokens) * MILLI;
  let consumed = 0n;
  const recognisedPicoYuan = given.drawsMilliTokens.map((draw) => {
    const before = consumed;
    consumed += BigInt(draw);
    return String(recogniseDraw(price, granted, before, consumed));
  });
  return {
    ...given,
    expected: { recognisedPicoYuan, breakagePicoYuan: String(breakage(price, granted, consumed)) },
  };
}
