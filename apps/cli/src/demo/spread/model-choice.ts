import { evenDealer, skewedDealer } from './dealer';
import type { DemoMarket, DemoModel } from './demo-market';

/** Which model of the market stands for a model that a trace names. */
const STAND_INS: readonly { readonly named: RegExp; readonly model: string }[] = [
  { named: /opus/i, model: 'glm-5' },
  { named: /sonnet/i, model: 'kimi-k2' },
  { named: /haiku/i, model: 'glm-5-air' },
];

/** Listed by no market, so that the record that names it goes to suspense. */
export const UNLISTED_MODEL = 'unlisted-preview';

export type ModelChoice = (session: string, named: string | undefined) => DemoModel;

/**
 * A model that the market lists stays as it is; one with a stand-in in the market becomes that; any other gets one
 * by the hash of its name; where the trace names none, by the hash of the session, the market's first ones most.
 */
export function modelChoice({ models }: DemoMarket): ModelChoice {
  const byCode = new Map(models.map((model) => [model.code, model]));
  if (byCode.has(UNLISTED_MODEL)) throw new RangeError(`the market lists ${UNLISTED_MODEL}`);
  const bySession = skewedDealer('model', models);
  const byName = evenDealer('named model', models);
  return (session, named) => {
    if (named === undefined) return bySession.deal(session);
    const standIn = STAND_INS.find((row) => row.named.test(named))?.model;
    return byCode.get(named) ?? byCode.get(standIn ?? '') ?? byName.deal(named);
  };
}
