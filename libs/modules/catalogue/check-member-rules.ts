import {
  isForOrganisations,
  type DocumentFault,
  type EligibilityRule,
  type Plan,
} from '@ciyuan/core/catalogue';
import type { CatalogueBodies, CatalogueContent, DocumentKind } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import { supersededAt, versionsWithin } from './versions-within';

/**
 * Nobody but an organisation has members: a plan that gives them something and names a rule is sold to organisations
 * alone, by what the rule says then and later, and a rule that such plans name stays one for organisations.
 */
export function checkMemberRules<K extends DocumentKind>(
  kind: K,
  body: CatalogueBodies[K],
  from: Instant,
  content: CatalogueContent,
): readonly DocumentFault[] {
  if (kind === 'plan') return checkPlan(body as Plan, from, content);
  if (kind === 'eligibility_rule') return checkRule(body as EligibilityRule, from, content);
  return [];
}

function checkPlan(
  { code, members, eligibilityRule }: Plan,
  from: Instant,
  { plan: plans, eligibility_rule: rules }: CatalogueContent,
): DocumentFault[] {
  if (members === undefined || eligibilityRule === undefined) return [];
  const until = supersededAt(ofCode(plans, code), from);
  const wider = versionsWithin(ofCode(rules, eligibilityRule), from, until).filter(
    ({ body }) => !isForOrganisations(body),
  );
  if (wider.length === 0) return [];
  const detail = `${eligibilityRule} is not for organisations alone: nobody else has members`;
  return [{ path: 'eligibilityRule', code: 'out_of_range', detail }];
}

function checkRule(
  rule: EligibilityRule,
  from: Instant,
  { plan: plans, eligibility_rule: rules }: CatalogueContent,
): DocumentFault[] {
  if (isForOrganisations(rule)) return [];
  const until = supersededAt(ofCode(rules, rule.code), from);
  const codes = new Set(plans.map(({ code }) => code));
  const givers = [...codes].filter((code) =>
    versionsWithin(ofCode(plans, code), from, until).some(
      ({ body }) => body.members !== undefined && body.eligibilityRule === rule.code,
    ),
  );
  if (givers.length === 0) return [];
  const detail = `organisation alone: ${givers.join(', ')} has members, and nobody else has`;
  return [{ path: 'customerKinds', code: 'out_of_range', detail }];
}

const ofCode = <V extends { readonly code: string }>(versions: readonly V[], code: string): V[] =>
  versions.filter((version) => version.code === code);
