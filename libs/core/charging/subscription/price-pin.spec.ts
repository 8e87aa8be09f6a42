import type { PricePin } from '../account-state';
import { priceHeldAt, pricedAt } from './price-pin';

const pin = (sequence: number, asOf: number, until: number | null): PricePin => ({ sequence, asOf, until });

describe('prices that are held', () => {
  it.each<[string, PricePin[], number, number | undefined]>([
    ['by nothing', [], 50, undefined],
    ['from the first instant after that which they are of', [pin(1, 10, 100)], 11, 1],
    ['not at that instant: what begins then is what is held', [pin(1, 10, 100)], 10, undefined],
    ['not before it', [pin(1, 10, 100)], 9, undefined],
    ['to the last instant', [pin(1, 10, 100)], 99, 1],
    ['no longer', [pin(1, 10, 100)], 100, undefined],
    ['as long as it runs', [pin(1, 10, null)], 1_000, 1],
    ['by what was said last', [pin(1, 10, null), pin(2, 20, 100)], 50, 2],
    ['by nothing once what was said last is over', [pin(1, 10, null), pin(2, 20, 100)], 100, undefined],
    ['by what was said before where the last does not reach back', [pin(1, 10, 60), pin(2, 55, null)], 50, 1],
    ['by nothing where it was taken back', [pin(1, 10, null), pin(2, 20, 20)], 50, undefined],
  ])('are held %s', (_what, pricePins, at, sequence) => {
    const held = priceHeldAt({ pricePins }, at);
    expect(held?.sequence).toBe(sequence);
    expect(pricedAt({ pricePins }, at)).toBe(held?.asOf ?? at);
  });
});
