import { formatScaled, isDecimal, ok, parseScaled, refuse, type PicoYuan, type Result } from '../kernel';
import type { FlatFeeTier, TierComponent, UnitPriceTier } from './tier-component';

/** A row of a ladder as it is written down: whole numbers and yuan, as text. */
export interface TierRowDocument {
  readonly upTo: string | null;
  /** Yuan for `per` units; absent for 0. */
  readonly unitPrice?: string;
  /** Yuan; absent for 0. */
  readonly flatFee?: string;
}

export type TierComponentDocument =
  | {
      readonly mode: 'graduated' | 'volume' | 'stairstep';
      /** How many units the unit prices are for; absent for 1,000,000. */
      readonly per?: string;
      readonly tiers: readonly TierRowDocument[];
    }
  | {
      readonly mode: 'package';
      readonly packageSize: string;
      readonly packagePrice: string;
      readonly freeUnits?: string;
    };

/** What cannot be read. `price_not_exact`: one unit's price is no whole number of pico-yuan. */
export interface UnreadableTier {
  readonly path: string;
  readonly code: 'not_a_whole_number' | 'not_an_amount' | 'price_not_exact';
}

const MILLION = '1000000';
const PRICE_PLACES = 12;

class Unreadable extends Error {
  constructor(readonly fault: UnreadableTier) {
    super(`${fault.path}: ${fault.code}`);
  }
}

/** Reads a component. Whether it makes sense as a price is another question, which a book's check asks. */
export function readTierComponent(document: TierComponentDocument): Result<TierComponent, UnreadableTier> {
  try {
    return ok(read(document));
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.fault);
    throw error;
  }
}

function read(document: TierComponentDocument): TierComponent {
  if (document.mode === 'package') {
    return {
      mode: 'package',
      packageSize: whole(document.packageSize, 'packageSize'),
      packagePricePico: yuan(document.packagePrice, 'packagePrice'),
      freeUnits: whole(document.freeUnits ?? '0', 'freeUnits'),
    };
  }
  if (document.mode === 'stairstep') return { mode: 'stairstep', tiers: document.tiers.map(flatFeeTier) };
  const per = whole(document.per ?? MILLION, 'per');
  return { mode: document.mode, tiers: document.tiers.map((row, index) => unitPriceTier(row, index, per)) };
}

function flatFeeTier(row: TierRowDocument, index: number): FlatFeeTier {
  const path = `tiers.${index}`;
  return {
    upTo: row.upTo === null ? null : whole(row.upTo, `${path}.upTo`),
    flatFeePico: yuan(row.flatFee ?? '0', `${path}.flatFee`),
  };
}

function unitPriceTier(row: TierRowDocument, index: number, per: bigint): UnitPriceTier {
  const path = `tiers.${index}.unitPrice`;
  const price = yuan(row.unitPrice ?? '0', path);
  if (per === 0n || price % per !== 0n) throw new Unreadable({ path, code: 'price_not_exact' });
  return { ...flatFeeTier(row, index), unitPricePico: price / per };
}

function whole(text: string, path: string): bigint {
  if (!isDecimal(text, 0) || text.startsWith('-')) throw new Unreadable({ path, code: 'not_a_whole_number' });
  return parseScaled(text, 0);
}

function yuan(text: string, path: string): PicoYuan {
  if (!isDecimal(text, PRICE_PLACES)) throw new Unreadable({ path, code: 'not_an_amount' });
  return parseScaled(text, PRICE_PLACES);
}

/** The document of a component, with unit prices per million: what is stored, and what a person reads. */
export function writeTierComponent(component: TierComponent): TierComponentDocument {
  switch (component.mode) {
    case 'package':
      return {
        mode: 'package',
        packageSize: String(component.packageSize),
        packagePrice: formatScaled(component.packagePricePico, PRICE_PLACES),
        freeUnits: String(component.freeUnits),
      };
    case 'stairstep':
      return { mode: 'stairstep', tiers: component.tiers.map(writeFlatFee) };
    case 'graduated':
    case 'volume':
      return { mode: component.mode, per: MILLION, tiers: component.tiers.map(writeUnitPrice) };
  }
}

const writeFlatFee = (tier: FlatFeeTier): TierRowDocument => ({
  upTo: tier.upTo === null ? null : String(tier.upTo),
  flatFee: formatScaled(tier.flatFeePico, PRICE_PLACES),
});

const writeUnitPrice = (tier: UnitPriceTier): TierRowDocument => ({
  ...writeFlatFee(tier),
  unitPrice: formatScaled(tier.unitPricePico * BigInt(MILLION), PRICE_PLACES),
});
