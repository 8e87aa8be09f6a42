import { countsOf } from '@ciyuan/core/usage';
import { quotedUse, readUse, wholeOf, writtenUse } from './quote-request';

describe('what is asked of a price preview', () => {
  it.each(['glm-5;100;standard;input=1000000,output=500000', 'mini;1;batch;images=3', 'x;1;standard;'])(
    'is the same in the address: %s',
    (text) => expect(writtenUse(readUse(text))).toBe(text),
  );

  it('is nothing where nothing can be read', () => {
    expect(readUse('glm-5;x;;input=much,gold=3')).toEqual({
      model: 'glm-5',
      calls: 1,
      serviceTier: 'standard',
      tokens: { input: 0 },
    });
    expect(['1,000,000', '1e9', '-1', ''].map(wholeOf)).toEqual([1_000_000, 0, 0, 0]);
  });

  it('is what the rules charge', () => {
    expect(quotedUse(readUse('glm-5;7;batch;output=5'))).toEqual({
      model: 'glm-5',
      calls: 7,
      serviceTier: 'batch',
      counts: countsOf({ output: 5 }),
    });
  });
});
