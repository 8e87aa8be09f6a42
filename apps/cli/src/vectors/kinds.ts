import { reproduceCalendar, type CalendarCase } from './kinds/calendar';
import { reproduceCommitment, type CommitmentCase } from './kinds/commitments';
import { reproduceDrawdown, type DrawdownCase } from './kinds/drawdown';
import { reproducePrices, type PriceCase } from './kinds/prices';
import { reproduceProration, type ProrationCase } from './kinds/proration';
import { reproduceRecognition, type RecognitionCase } from './kinds/recognition';
import { reproduceSplit, type SplitCase } from './kinds/splits';
import { reproduceTiers, type TiersCase } from './kinds/tiers';

/**
 * The same case with everything that must be reproduced computed anew, by the functions that the services use.
 * A case that does not have the shape of its kind makes it throw.
 */
type Reproduce = (given: unknown) => unknown;

export const KINDS: ReadonlyMap<string, Reproduce> = new Map<string, Reproduce>([
  ['calendar', (given) => reproduceCalendar(given as CalendarCase)],
  ['commitments', (given) => reproduceCommitment(given as CommitmentCase)],
  ['drawdown', (given) => reproduceDrawdown(given as DrawdownCase)],
  ['prices', (given) => reproducePrices(given as PriceCase)],
  ['proration', (given) => reproduceProration(given as ProrationCase)],
  ['recognition', (given) => reproduceRecognition(given as RecognitionCase)],
  ['splits', (given) => reproduceSplit(given as SplitCase)],
  ['tiers', (given) => reproduceTiers(given as TiersCase)],
]);
