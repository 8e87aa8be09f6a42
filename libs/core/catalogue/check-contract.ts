import { compare, isDecimal, ratio, ratioOf } from '../kernel';
import { lastPurchaseMonth, monthPart } from './contract-days';
import type { DocumentFault } from './document-fault';
import type { PartnerContract, PurchaseCommitment, SettlementTerms } from './partner-contract';

export type ContractFaultCode =
  | 'missing'
  | 'not_for_this'
  | 'out_of_order'
  | 'out_of_range'
  | 'not_an_amount';
export type ContractFault = DocumentFault<ContractFaultCode>;

const RATE_PLACES = 6;
const AMOUNT_PLACES = 2;

/** All faults of a contract, in the order of its fields; none for one that can be applied. */
export function checkContract(contract: PartnerContract): ContractFault[] {
  const { serves, lateWindowDays, settlement, validity } = contract;
  const faults: ContractFault[] = [];
  if (serves === undefined && lateWindowDays === undefined && settlement === undefined)
    faults.push(fault('', 'missing', 'serves with lateWindowDays, or settlement: as it is, it says nothing'));
  if (serves === undefined && lateWindowDays !== undefined)
    faults.push(fault('serves', 'missing', 'who reports late names what'));
  if (serves !== undefined && lateWindowDays === undefined)
    faults.push(fault('lateWindowDays', 'missing', 'who reports may be late by so much, or by nothing'));
  if (settlement !== undefined && validity === undefined)
    faults.push(fault('validity', 'missing', 'terms hold from a day on'));
  if (validity?.until !== undefined && validity.until < validity.from)
    faults.push(fault('validity.until', 'out_of_order', 'before the first day'));
  if (settlement === undefined) return faults;
  const inside = settlement.purchase === undefined ? [] : checkPeriod(settlement.purchase, validity);
  return [...faults, ...checkSettlement(settlement), ...inside];
}

function checkSettlement(terms: SettlementTerms): ContractFault[] {
  const { vatRate = '0', withholdingRate = '0', holdback, guarantee, purchase, basis } = terms;
  const faults = [
    ...checkFraction('settlement.vatRate', vatRate),
    ...checkFraction('settlement.withholdingRate', withholdingRate),
    ...checkAmount('settlement.minimumPayout', terms.minimumPayout, 0n),
  ];
  const { settlesIn, currency = settlesIn } = terms;
  // What is converted leaves its statement, and nothing of it could wait there.
  if (basis !== 'recognised' && settlesIn !== undefined)
    faults.push(
      fault('settlement.basis', 'not_for_this', 'what is settled in another currency is due at once'),
    );
  if (settlesIn !== undefined && settlesIn !== currency)
    faults.push(fault('settlement.currency', 'not_for_this', `all is settled in ${settlesIn}`));
  if (holdback !== undefined) faults.push(...checkHoldback(holdback));
  if (guarantee !== undefined)
    faults.push(...checkAmount('settlement.guarantee.amount', guarantee.amount, 1n));
  return purchase === undefined ? faults : [...faults, ...checkPurchase(purchase)];
}

function checkHoldback({ share, releaseAfterMonths }: NonNullable<SettlementTerms['holdback']>) {
  const path = 'settlement.holdback';
  const faults = checkFraction(`${path}.share`, share);
  if (faults.length === 0 && ratioOf(share).n === 0n)
    faults.push(fault(`${path}.share`, 'out_of_range', 'nothing would be held back'));
  if (releaseAfterMonths < 1)
    faults.push(fault(`${path}.releaseAfterMonths`, 'out_of_range', '1 month or more'));
  return faults;
}

/** Tokens at a price, or an amount that says itself what is missing. */
function checkPurchase(purchase: PurchaseCommitment): ContractFault[] {
  const { tokens, amount, models, pricePerMillion, shortfallPercent } = purchase;
  const at = (name: keyof PurchaseCommitment): string => `settlement.purchase.${name}`;
  const faults: ContractFault[] = [];
  if (tokens === undefined && amount === undefined)
    faults.push(fault(at('tokens'), 'missing', 'tokens, or amount'));
  if (tokens !== undefined && amount !== undefined)
    faults.push(fault(at('amount'), 'not_for_this', 'tokens are promised already'));
  if (amount !== undefined) {
    faults.push(...checkAmount(at('amount'), amount, 1n));
    for (const name of ['models', 'pricePerMillion'] as const)
      if (purchase[name] !== undefined) faults.push(fault(at(name), 'not_for_this', 'of tokens alone'));
  } else if (pricePerMillion === undefined) {
    faults.push(fault(at('pricePerMillion'), 'missing', 'what a token that is missing is priced at'));
  } else if (!isDecimal(pricePerMillion, RATE_PLACES) || ratioOf(pricePerMillion).n <= 0n) {
    faults.push(fault(at('pricePerMillion'), 'not_an_amount', 'above 0, with at most 6 places'));
  }
  if (models === '') faults.push(fault(at('models'), 'missing', 'a pattern'));
  const percent = isDecimal(shortfallPercent, RATE_PLACES) ? ratioOf(shortfallPercent) : undefined;
  if (percent === undefined || percent.n <= 0n || compare(percent, ratio(100n)) > 0)
    faults.push(fault(at('shortfallPercent'), 'out_of_range', 'above 0, at most 100'));
  return faults;
}

/** What is promised for months outside the contract would be counted by nobody. */
function checkPeriod(purchase: PurchaseCommitment, validity: PartnerContract['validity']): ContractFault[] {
  if (validity === undefined) return [];
  const path = 'settlement.purchase';
  if (purchase.from < monthPart(validity.from))
    return [fault(`${path}.from`, 'out_of_order', 'before the contract begins')];
  const isBeyond = validity.until !== undefined && lastPurchaseMonth(purchase) > monthPart(validity.until);
  return isBeyond ? [fault(`${path}.months`, 'out_of_order', 'beyond the contract’s last day')] : [];
}

function checkFraction(path: string, text: string): ContractFault[] {
  const isFraction =
    isDecimal(text, RATE_PLACES) && ratioOf(text).n >= 0n && compare(ratioOf(text), ratio(1n)) <= 0;
  return isFraction ? [] : [fault(path, 'out_of_range', 'from 0 to 1, with at most 6 places')];
}

function checkAmount(path: string, text: string, leastFen: bigint): ContractFault[] {
  const isAmount = isDecimal(text, AMOUNT_PLACES) && compare(ratioOf(text), ratio(leastFen, 100n)) >= 0;
  return isAmount ? [] : [fault(path, 'not_an_amount', `${leastFen} or more hundredths, none smaller`)];
}

const fault = (path: string, code: ContractFaultCode, detail: string): ContractFault => ({
  path,
  code,
  detail,
});
