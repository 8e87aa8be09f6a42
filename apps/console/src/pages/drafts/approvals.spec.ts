import { pageOf } from './approvals';

describe('where an approval is looked at', () => {
  it.each([
    ['draft', '/v1/drafts/7', '/drafts/7'],
    ['payment', '/v1/statements/3/zhipu', '/statements/3/zhipu'],
    ['adjustment', '/v1/accounts/a%2F1/adjustments/4', '/accounts/a%2F1?tab=adjustments&adjustment=4'],
    ['clawback', '/v1/clawbacks', '/clawbacks?state=asked'],
  ] as const)('%s %s is %s', (kind, path, page) => {
    expect(pageOf({ kind, path })).toBe(page);
  });
});
