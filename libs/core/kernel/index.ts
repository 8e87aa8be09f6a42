export { isDecimal, parseScaled, formatScaled } from './decimal-text';
export { CURRENCIES, isCurrency, type Currency } from './currency';
export {
  PICO_PER_FEN,
  PICO_PER_YUAN,
  divideFloor,
  divideHalfAway,
  fenToPico,
  formatFen,
  formatYuan,
  parseFen,
  parseYuan,
  type Fen,
  type PicoYuan,
} from './money';
export {
  ZERO,
  add,
  compare,
  divide,
  floor,
  max,
  min,
  multiply,
  ratio,
  ratioOf,
  round,
  subtract,
  sum,
  type Ratio,
} from './ratio';
export { bySpecificity, pattern, type Pattern } from './pattern';
export { impossible, ok, refuse, type Result } from './result';
export {
  MS_PER_DAY,
  MS_PER_MINUTE,
  civilFromDays,
  daysFromCivil,
  daysInMonth,
  type CivilDate,
} from './civil';
export { formatInstant, parseInstant, type Instant } from './instant';
export { OPERATOR_ZONE, isZone } from './zone';
export type { Period } from './period-table';
export {
  dayOf,
  dayStart,
  daysBetween,
  monthAfter,
  monthBounds,
  monthOf,
  monthlyPeriodStart,
  nextMonth,
  periodContaining,
  previousMonth,
} from './calendar';
export { contractYearStart, localDayOfMonth, plusLocalDays } from './anniversary';
export { localClock, type LocalClock } from './local-clock';
export {
  prorate,
  type AllowanceRounding,
  type Prorated,
  type ProrationDenominator,
  type ProrationInput,
} from './proration';
export { apportion } from './largest-remainder';
