import { addWords } from '../../language/words';

// Of payments and the invoices that they are put to.
addWords(
  'accounts',
  {
    reverse: '冲回',
    reverseQuestion: '款项被退回时使用：客户将重新欠款。',
    allocateQuestion: '尚有 {{left}} 未核销到发票。',
    allocated: '已核销，尚余 {{left}}',
    unallocatedShort: '未核销',
    reversalOf: '冲回第 {{number}} 笔：{{reason}}',
  },
  {
    reverse: 'Reverse',
    reverseQuestion: 'It bounced: the customer owes it again.',
    allocateQuestion: '{{left}} of it is put to no invoice.',
    allocated: 'Put to invoices, {{left}} left',
    unallocatedShort: 'Put to none',
    reversalOf: 'Takes back no. {{number}}: {{reason}}',
  },
);
