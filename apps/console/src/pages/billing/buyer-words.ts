import { addWords } from '../../language/words';

// Of a buyer, as its fapiao names it.
addWords(
  'billing',
  {
    buyerFacts: {
      buyerTitle: '名称',
      taxpayerId: '纳税人识别号',
      fapiaoKind: '发票种类',
      registeredAddress: '注册地址',
      phone: '电话',
      bankName: '开户行',
      bankAccount: '银行账号',
      email: '邮箱',
    },
  },
  {
    buyerFacts: {
      buyerTitle: 'Title',
      taxpayerId: 'Taxpayer id',
      fapiaoKind: 'Kind of fapiao',
      registeredAddress: 'Registered address',
      phone: 'Phone',
      bankName: 'Bank',
      bankAccount: 'Bank account',
      email: 'E-mail',
    },
  },
);
