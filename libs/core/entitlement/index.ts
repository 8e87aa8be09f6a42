export { inBurnOrder, isEligible, isInForce, type DrawableGrant } from './grant';
export { drawRecord, type Draw, type Drawdown } from './drawdown';
