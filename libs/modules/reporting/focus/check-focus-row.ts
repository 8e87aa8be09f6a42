import { isCurrency, isDecimal, parseInstant } from '@ciyuan/core/kernel';
import { FOCUS_COLUMNS, type FocusColumn, type FocusRow } from './focus-columns';
import { isProduct } from './focus-pricing';

const MOST_PLACES = 12;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** What breaks the specification in one row: of columns by themselves, then of one column beside another. */
export function focusFaults(row: FocusRow): string[] {
  return [
    ...Object.keys(row)
      .filter((name) => !FOCUS_COLUMNS.some((column) => column.name === name))
      .map((name) => `${name} is no column`),
    ...FOCUS_COLUMNS.flatMap((column) => columnFaults(column, row[column.name])),
    ...RULES.filter(({ holds }) => !holds(row)).map(({ what }) => what),
  ];
}

function columnFaults(column: FocusColumn, value: string | null | undefined): string[] {
  const { name, isNullable, allowed, isNeverNegative } = column;
  if (value === undefined) return [`${name} is missing`];
  if (value === null) return isNullable ? [] : [`${name} is null`];
  const faults: string[] = [];
  if (value === '') faults.push(`${name} is empty and not null`);
  if (!isOfType(column, value)) faults.push(`${name} is no ${column.type}: ${value}`);
  if (allowed !== undefined && !allowed.includes(value)) faults.push(`${name} may not be ${value}`);
  if (isNeverNegative === true && value.startsWith('-')) faults.push(`${name} is below nothing`);
  return faults;
}

function isOfType({ type }: FocusColumn, value: string): boolean {
  switch (type) {
    case 'decimal':
      return isDecimal(value, MOST_PLACES);
    case 'instant':
      return INSTANT.test(value) && parseInstant(value) !== undefined;
    case 'currency':
      return isCurrency(value);
    case 'json':
      return value.startsWith('{') && isJson(value);
    case 'text':
      return true;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

interface Rule {
  readonly what: string;
  readonly holds: (row: FocusRow) => boolean;
}

const isNull = (row: FocusRow, name: string): boolean => (row[name] ?? null) === null;
/** Both or neither. */
const together = (name: string, other: string): Rule => ({
  what: `${name} goes with ${other}`,
  holds: (row) => isNull(row, name) === isNull(row, other),
});
const isPriced = (row: FocusRow): boolean =>
  ['Usage', 'Purchase'].includes(row['ChargeCategory'] ?? '') && isNull(row, 'ChargeClass');
const whenPriced = (name: string): Rule => ({
  what: `${name} of usage and purchases`,
  holds: (row) => !isPriced(row) || !isNull(row, name),
});
const notOfTax = (name: string): Rule => ({
  what: `${name} of tax`,
  holds: (row) => row['ChargeCategory'] !== 'Tax' || isNull(row, name),
});
const product = (price: string, cost: string): Rule => ({
  what: `${cost} is ${price} times the quantity`,
  holds: (row) =>
    row['ChargeClass'] === 'Correction' ||
    isNull(row, price) ||
    isNull(row, 'PricingQuantity') ||
    isProduct(row[price] ?? '', row['PricingQuantity'] ?? '', row[cost] ?? ''),
});
const PRICED = [
  'ContractedUnitPrice',
  'ListUnitPrice',
  'PricingCategory',
  'PricingQuantity',
  'SkuId',
  'SkuPriceId',
];

/** What one column says of another. */
const RULES: readonly Rule[] = [
  ...PRICED.flatMap((name) => [whenPriced(name), notOfTax(name)]),
  together('PricingUnit', 'PricingQuantity'),
  together('ConsumedUnit', 'ConsumedQuantity'),
  together('CommitmentDiscountCategory', 'CommitmentDiscountId'),
  together('CommitmentDiscountType', 'CommitmentDiscountId'),
  together('CommitmentDiscountUnit', 'CommitmentDiscountQuantity'),
  together('RegionName', 'RegionId'),
  together('ResourceType', 'ResourceId'),
  together('SubAccountName', 'SubAccountId'),
  product('ContractedUnitPrice', 'ContractedCost'),
  product('ListUnitPrice', 'ListCost'),
  {
    what: 'CommitmentDiscountName without an id',
    holds: (row) => !isNull(row, 'CommitmentDiscountId') || isNull(row, 'CommitmentDiscountName'),
  },
  {
    what: 'CommitmentDiscountStatus of usage under a commitment',
    holds: (row) =>
      isNull(row, 'CommitmentDiscountId')
        ? isNull(row, 'CommitmentDiscountStatus')
        : row['ChargeCategory'] !== 'Usage' || !isNull(row, 'CommitmentDiscountStatus'),
  },
  {
    what: 'CommitmentDiscountQuantity under a commitment',
    holds: (row) =>
      isNull(row, 'CommitmentDiscountId')
        ? isNull(row, 'CommitmentDiscountQuantity')
        : row['ChargeClass'] === 'Correction' || !isNull(row, 'CommitmentDiscountQuantity'),
  },
  {
    what: 'ConsumedQuantity of what was used',
    holds: (row) => {
      const isUsed = row['ChargeCategory'] === 'Usage' && row['CommitmentDiscountStatus'] !== 'Unused';
      if (!isUsed) return isNull(row, 'ConsumedQuantity');
      return row['ChargeClass'] === 'Correction' || !isNull(row, 'ConsumedQuantity');
    },
  },
  {
    what: 'ChargeFrequency of a purchase',
    holds: (row) => row['ChargeCategory'] !== 'Purchase' || row['ChargeFrequency'] !== 'Usage-Based',
  },
  {
    what: 'PricingCategory under a commitment',
    holds: (row) => isNull(row, 'CommitmentDiscountStatus') || row['PricingCategory'] === 'Committed',
  },
  {
    what: 'InvoiceId of what was billed with its purchase',
    holds: (row) =>
      isNull(row, 'InvoiceId') ||
      row['ChargeCategory'] !== 'Usage' ||
      row['CommitmentDiscountType'] !== 'Prepaid Tokens',
  },
  {
    what: 'SkuMeter and SkuPriceDetails without what they are of',
    holds: (row) =>
      (!isNull(row, 'SkuId') || isNull(row, 'SkuMeter')) &&
      (!isNull(row, 'SkuPriceId') || isNull(row, 'SkuPriceDetails')),
  },
  {
    what: 'a period that ends before it begins',
    holds: (row) =>
      (row['ChargePeriodStart'] ?? '') < (row['ChargePeriodEnd'] ?? '') &&
      (row['BillingPeriodStart'] ?? '') < (row['BillingPeriodEnd'] ?? ''),
  },
];
