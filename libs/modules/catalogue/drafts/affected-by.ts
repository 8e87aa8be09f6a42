import type { CatalogueBodies, DocumentKind } from '@ciyuan/core/charging';
import { SETTLEMENT_ROLES } from '@ciyuan/core/settlement';
import type { DocumentDraft } from './document-draft';
import type { Touching } from './affected.store';

type Subscriptions = Omit<Touching, 'from'>;

/** Whose subscriptions another version of the document reaches; undefined where it reaches none. */
export function subscriptionsOf({ kind, code, body }: DocumentDraft): Subscriptions | undefined {
  switch (kind) {
    case 'plan':
      return { plan: code };
    case 'price_book':
      return { priceBook: code };
    case 'coefficient_table':
      return { coefficientTable: code };
    case 'split_rule': {
      const { plan } = (body as CatalogueBodies['split_rule']).match;
      return plan === undefined ? {} : { plan };
    }
    case 'holiday_calendar':
      return { holidayCalendar: code };
    case 'eligibility_rule':
      return { eligibilityRule: code };
    case 'exchange_rates':
    case 'cost_book':
    case 'contract':
    case 'served_models':
    case 'notice_policy':
    case 'variance_policy':
    case 'settlement_calendar':
    case 'approval_limits':
      return undefined;
  }
}

const PARTIES: { readonly [K in DocumentKind]: (body: CatalogueBodies[K]) => readonly string[] } = {
  plan: () => [],
  price_book: () => [],
  cost_book: ({ party }) => [party],
  coefficient_table: () => [],
  split_rule: ({ match, rule }) =>
    [
      ...(match.computeOwner === undefined ? [] : [match.computeOwner]),
      rule.residual,
      ...(rule.deductions ?? []).flatMap(({ party }) => (party === undefined ? [] : [party])),
      ...rule.steps.map((step) => step.party),
      ...(rule.minimumGuarantees ?? []).map(({ party }) => party),
    ].filter((name) => !(SETTLEMENT_ROLES as readonly string[]).includes(name)),
  holiday_calendar: () => [],
  served_models: ({ partner }) => (partner === undefined ? [] : [partner]),
  notice_policy: () => [],
  exchange_rates: () => [],
  variance_policy: () => [],
  settlement_calendar: () => [],
  approval_limits: () => [],
  eligibility_rule: () => [],
  contract: ({ partner, serves = [] }) => [
    partner,
    ...serves.flatMap(({ vendor, computeOwner }) => [vendor, computeOwner]),
  ],
};

/** The parties that a document names by their codes, each once; roles of a split rule are filled line by line. */
export function partiesOf<K extends DocumentKind>({ kind, body }: DocumentDraft<K>): readonly string[] {
  return [...new Set(PARTIES[kind](body))].sort();
}
