import { compileCoefficients, type CoefficientRow } from '@ciyuan/core/catalogue';
import { drawRecord, inBurnOrder, type DrawableGrant } from '@ciyuan/core/entitlement';
import { parseInstant, pattern, type Instant } from '@ciyuan/core/kernel';
import { countsOf, namedCounts, type Counter } from '@ciyuan/core/usage';

type NamedCounts = Readonly<Partial<Record<Counter, number>>>;

interface GrantDocument {
  readonly id: string;
  readonly priority: number;
  readonly models: readonly string[];
  readonly quantity: string;
  readonly grantedAt: string;
  readonly effectiveAt: string;
  readonly expiresAt: string | null;
}

interface UsageDocument {
  readonly id: string;
  readonly at: string;
  readonly model: string;
  readonly tokens: NamedCounts;
}

export interface DrawdownCase {
  readonly coefficients: readonly CoefficientRow[];
  readonly grants: readonly GrantDocument[];
  readonly usage: readonly UsageDocument[];
  readonly expected: readonly {
    readonly id: string;
    readonly movements: readonly { readonly grant: string; readonly milliTokens: string }[];
    readonly overage: NamedCounts;
  }[];
  readonly balancesMilliTokens: Readonly<Record<string, string>>;
}

const MILLI = 1000n;

export function reproduceDrawdown(given: DrawdownCase): DrawdownCase {
  const coefficients = compileCoefficients(given.coefficients);
  const grants = given.grants.map((grant) => grantOf(grant, coefficients)).sort(inBurnOrder);
  const expected = given.usage.map((usage) => reproduceRecord(grants, usage));
  const balances = grants.map(({ id, leftMilli }) => [id, String(leftMilli)]);
  return { ...given, expected, balancesMilliTokens: Object.fromEntries(balances) as Record<string, string> };
}

function reproduceRecord(
  grants: readonly DrawableGrant[],
  usage: UsageDocument,
): DrawdownCase['expected'][number] {
  const record = { model: usage.model, at: instantOf(usage.at), counts: countsOf(usage.tokens) };
  const { draws, overage } = drawRecord(grants, record);
  const movements = draws
    .filter(({ milliTokens }) => milliTokens !== 0n)
    .map(({ grant, milliTokens }) => ({ grant: grant.id, milliTokens: String(milliTokens) }));
  return { id: usage.id, movements, overage: namedCounts(overage) };
}

function grantOf(grant: GrantDocument, coefficients: DrawableGrant['coefficients']): DrawableGrant {
  const models = grant.models.map(pattern);
  return {
    id: grant.id,
    priority: grant.priority,
    grantedAt: instantOf(grant.grantedAt),
    effectiveAt: instantOf(grant.effectiveAt),
    expiresAt: grant.expiresAt === null ? null : instantOf(grant.expiresAt),
    matchesModel: (name) => models.some((model) => model.matches(name)),
    coefficients,
    leftMilli: BigInt(grant.quantity) * MILLI,
  };
}

function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`not an instant: ${text}`);
  return instant;
}
