export { inBurnOrder, isEligible, type DrawableGrant } from './grant';
export { drawRecord, type Draw, type Drawdown } from './drawdown';
