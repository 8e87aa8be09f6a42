import { phoneBillContent, phoneBillDetails, sumsOf, type PhoneBillLine } from './phone-bill';

const line = (more: Partial<PhoneBillLine>): PhoneBillLine => ({
  line: 1,
  kind: 'invoice',
  billingId: 'B-1',
  account: 'north',
  document: '2026-CNY-000001',
  netFen: 943n,
  taxFen: 57n,
  grossFen: 1_000n,
  description: 'tokens 2026-10',
  chargeCode: 'LLM-TOKEN',
  ...more,
});

describe('a file for the phone bill', () => {
  it('has both places of every amount, and the seconds of its instant', () => {
    const lines = [line({}), line({ line: 2, netFen: -5n, taxFen: 0n, grossFen: -5n })];
    const header = { sender: 'operator', sequence: 7, period: '2026-10', currency: 'CNY' };
    const createdAt = Date.parse('2026-11-07T00:00:00.789Z');
    const content = phoneBillContent({ ...header, createdAt }, phoneBillDetails(lines), sumsOf(lines), 'sum');
    expect(content.split('\n')).toEqual([
      'H,ciyuan-phone-bill-1,operator,7,2026-11-07T00:00:00Z,2026-10,CNY',
      'D,1,B-1,north,2026-CNY-000001,9.43,0.57,10.00,tokens 2026-10,LLM-TOKEN',
      'D,2,B-1,north,2026-CNY-000001,-0.05,0.00,-0.05,tokens 2026-10,LLM-TOKEN',
      'T,2,9.38,0.57,9.95,sum',
      '',
    ]);
  });
});
