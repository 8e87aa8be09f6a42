import { brokenJsonAt } from './broken-json';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('where a text stops being JSON', () => {
  it.each([
    ['', 1, 1],
    ['{"records": [1,}', 1, 16],
    ['{"records": [1 2]}', 1, 16],
    ['{\n  "a": 1,\n  b: 2\n}', 3, 3],
    ['{"a": tru}', 1, 7],
    ['{"a": 01}', 1, 8],
    ['["a\tb"]', 1, 4],
    ['["\\x"]', 1, 3],
    ['["open', 1, 7],
    ['[1', 1, 3],
    ['[1]]', 1, 4],
    ['{"a" 1}', 1, 6],
    ['[1}', 1, 3],
    ['{"a": }', 1, 7],
    ['[,1]', 1, 2],
    ['[1,]', 1, 4],
    ["{'a': 1}", 1, 2],
    ['NaN', 1, 1],
    ['\u00a01', 1, 1],
  ])('%j: line %i, column %i', (text, line, column) => {
    expect(brokenJsonAt(text)).toEqual({ line, column });
    expect(isJson(text)).toBe(false);
  });
});
