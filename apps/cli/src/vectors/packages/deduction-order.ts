import { drawRecord, inBurnOrder, type DrawableGrant } from '@ciyuan/core/entitlement';
import { formatFen, parseFen, parseInstant } from '@ciyuan/core/kernel';
import { countsOf } from '@ciyuan/core/usage';

interface Packs {
  readonly packs: readonly {
    readonly id: string;
    readonly scope: string;
    readonly left: number;
    readonly expires: string;
  }[];
  readonly cash: string;
  readonly model: string;
  readonly tokens: number;
}

/** Two balances of money; whole fen are drawn as if they were tokens, for what matters is the order. */
interface Balances {
  readonly granted: string;
  readonly topped_up: string;
  readonly charge: string;
}

type Drawable = Pick<DrawableGrant, 'id' | 'priority' | 'effectiveAt' | 'expiresAt' | 'leftMilli'> & {
  readonly scope: string;
};

const MILLI = 1000n;
const ANY = 'any';
const GIVEN_PRIORITY = 10;
const BOUGHT_PRIORITY = 30;

export function deductedInOrder(given: Packs | Balances): object {
  return 'packs' in given ? fromPacks(given) : fromBalances(given);
}

function fromPacks({ packs, cash, model, tokens }: Packs): object {
  const grants = packs.map(({ id, scope, left, expires }) =>
    grantOf({ id, scope, ...bought(expires), leftMilli: BigInt(left) * MILLI }),
  );
  const { drawn, overage } = draw(grants, model, tokens);
  if (overage !== 0) throw new Error(`${overage} tokens would be paid of ${cash}`);
  return { deduct: Object.fromEntries(packs.map(({ id }) => [id, drawn.get(id) ?? 0])), cash: '0' };
}

function fromBalances({ granted, topped_up: toppedUp, charge }: Balances): object {
  const balance = (id: string, priority: number, yuan: string): DrawableGrant =>
    grantOf({ id, scope: ANY, priority, effectiveAt: 0, expiresAt: null, leftMilli: parseFen(yuan) * MILLI });
  const grants = [
    balance('topped up', BOUGHT_PRIORITY, toppedUp),
    balance('granted', GIVEN_PRIORITY, granted),
  ];
  const { drawn } = draw(grants, ANY, Number(parseFen(charge)));
  const yuan = (id: string): string => formatFen(BigInt(drawn.get(id) ?? 0));
  return { from_granted: yuan('granted'), from_topped_up: yuan('topped up') };
}

/**
 * A pack that begins anew each month, beside one of a month that was bought two days later: the cycle of the first, then
 * the other, then the next cycle, each drawn empty by a record on the days at which all of them are open or to come.
 */
export function orderOfTies(): object {
  const cycle = (id: string, effective: string, expires: string): DrawableGrant =>
    grantOf({
      id,
      scope: ANY,
      priority: BOUGHT_PRIORITY,
      effectiveAt: localDay(effective),
      expiresAt: localDay(expires),
      leftMilli: MILLI,
    });
  const grants = [
    cycle('pack2 (ends 11-12)', '2019-10-12', '2019-11-12'),
    cycle('pack1 next cycle', '2019-11-10', '2019-12-10'),
    cycle('pack1 current cycle (ends 11-10)', '2019-10-10', '2019-11-10'),
  ].sort(inBurnOrder);
  const order = ['2019-10-12', '2019-10-13', '2019-11-11'].map((day) => firstOf(grants, localDay(day)));
  return {
    example: `pack1: yearly, monthly reset, effective 2019-10-10; pack2: one month, effective 2019-10-12; from 10-12: ${order.join(' -> ')}`,
  };
}

function firstOf(grants: readonly DrawableGrant[], at: number): string {
  const { draws } = drawRecord(grants, { model: ANY, at, counts: countsOf({ input: 1 }) });
  return draws[0]?.grant.id ?? 'nothing';
}

function draw(
  grants: readonly DrawableGrant[],
  model: string,
  tokens: number,
): { drawn: ReadonlyMap<string, number>; overage: number } {
  const record = { model, at: 0, counts: countsOf({ input: tokens }) };
  const { draws, overage } = drawRecord([...grants].sort(inBurnOrder), record);
  const drawn = new Map(draws.map(({ grant, milliTokens }) => [grant.id, Number(milliTokens / MILLI)]));
  return { drawn, overage: overage.reduce((sum, count) => sum + count, 0) };
}

const bought = (expires: string): Pick<Drawable, 'priority' | 'effectiveAt' | 'expiresAt'> => ({
  priority: BOUGHT_PRIORITY,
  effectiveAt: 0,
  expiresAt: localDay(expires),
});

const grantOf = ({ scope, ...grant }: Drawable): DrawableGrant => ({
  ...grant,
  grantedAt: grant.effectiveAt,
  matchesModel: (model) => model === scope,
  coefficients: () => MILLI,
});

function localDay(date: string): number {
  const instant = parseInstant(`${date}T00:00:00+08:00`);
  if (instant === undefined) throw new Error(`not a date: ${date}`);
  return instant;
}
