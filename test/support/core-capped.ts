import type { Plan } from '@ciyuan/core/catalogue';
import { compileCatalogue, type CatalogueContent } from '@ciyuan/core/charging';
import { CONTENT } from './core-market';

/** The market in memory without tiers, where everything that is not a trial caps what is charged beyond it. */

export const CAPS: Readonly<Record<string, string>> = {
  base: '0.02',
  monthly: '0.01',
  anchored: '0.03',
  pack: '60.01',
};

const capped = (plan: Plan): Plan => {
  const overageCap = CAPS[plan.code];
  return overageCap === undefined ? plan : { ...plan, exhaustion: 'payg_cap', overageCap };
};

export const CAPPED: CatalogueContent = {
  ...CONTENT,
  plan: CONTENT.plan.map((plan) => ({ ...plan, body: capped(plan.body) })),
  price_book: CONTENT.price_book.map((book) => ({ ...book, body: { ...book.body, tiers: [] } })),
};

export const cappedCatalogue = compileCatalogue(CAPPED);
