import { SHAPES, withRealShapes } from '../../../../test/support/real-usage-shapes';
import { namedCounts } from '../counters';
import { normaliseUsage } from './normalise-usage';

it('something is expected of each of the 24 shapes', () => expect(Object.keys(SHAPES)).toHaveLength(24));

withRealShapes((read) => {
  it('has the shapes that are expected here', () => {
    expect(read.map(({ shape }) => shape).sort()).toEqual(Object.keys(SHAPES).sort());
  });

  it.each(read)('$shape', ({ shape, raw }) => {
    const [semantics, expected] = SHAPES[shape] ?? ['openai_chat', {}];
    const found = normaliseUsage(semantics, raw);
    expect(found.ok ? namedCounts(found.value.counts) : found.refusal).toEqual(expected);
  });
});
