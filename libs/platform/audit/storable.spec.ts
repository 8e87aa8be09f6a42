import { storable } from './storable';

describe('what can be stored', () => {
  it.each([
    ['a\u0000b', 'a\ufffdb'],
    ['\ud800', '\ufffd'],
    ['\udc00\ud800', '\ufffd\ufffd'],
    ['😀 词元', '😀 词元'],
    [{ 'a\u0000': ['\ud800', 1, null, true] }, { 'a\ufffd': ['\ufffd', 1, null, true] }],
    [undefined, undefined],
  ])('of %j is %j', (value, expected) => {
    expect(storable(value)).toEqual(expected);
  });
});
