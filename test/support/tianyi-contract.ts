/** What is agreed with the compute owner of the small market: nothing is carried, ten days to dispute, thirty to pay. */
export const tianyiContract = (more: object = {}) => ({
  partner: 'tianyi',
  validity: { from: '2026-10-01' },
  settlement: {
    ...{ legalEntity: 'Tianyi Cloud Ltd', bankAccount: '6222 0001', basis: 'recognised' },
    ...{ minimumPayout: '0', disputeDays: 10, paymentDays: 30 },
    ...more,
  },
});
