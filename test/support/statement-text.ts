import type { Statement, StoredLine } from '@ciyuan/modules/settlement';

/** What is in a line and its share in yuan: `personal-10m glm-5 package 0.25`. */
export function lineText({ lineKind, originMonth, plan, key, shareFen }: StoredLine): string {
  const words =
    key === null ? [lineKind, originMonth] : [plan, key.model, key.kind, key.paid ? null : 'free'];
  return [...words, yuan(shareFen)].filter((word) => word !== null).join(' ');
}

/** What a statement comes to: `issued 0.40 + 0.02 VAT = 0.42`. */
export const totalText = ({ state, shareFen, vatFen, payableFen }: Statement): string =>
  `${state} ${yuan(shareFen)} + ${yuan(vatFen)} VAT = ${yuan(payableFen)}`;

const yuan = (fen: bigint): string => (Number(fen) / 100).toFixed(2);
