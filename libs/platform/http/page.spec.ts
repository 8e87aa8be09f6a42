import { oneMoreThan, pageOf } from './page';

describe('a page of a list', () => {
  it.each([
    [[], undefined],
    [[1, 2], undefined],
    [[1, 2, 3], undefined],
    [[1, 2, 3, 4], 3],
  ])('of %j goes on after %p', (all, continuesAfter) => {
    const found = all.slice(0, oneMoreThan(3));
    expect(pageOf<number>(found, 3)).toEqual({ items: all.slice(0, 3), continuesAfter });
  });
});
