export { differences } from './differences';
export { readWith, type ValueFault } from './read-with';
export {
  codeText,
  currencyCode,
  decimalText,
  displayName,
  fractionText,
  instantText,
  regionCode,
  zoneName,
} from './values';
