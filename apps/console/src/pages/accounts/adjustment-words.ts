import { addWords } from '../../language/words';

// Of the adjustments of all accounts.
addWords(
  'accounts',
  { account: '账户', adjustmentOf: '账户与编号' },
  { account: 'Account', adjustmentOf: 'Account and number' },
);
