import { compileExchangeRates, type DocumentFault } from '@ciyuan/core/catalogue';
import type { CatalogueBodies, CatalogueContent, DocumentKind } from '@ciyuan/core/charging';
import { checkDatedPrices } from '@ciyuan/core/rating';
import { SETTLEMENT_ROLES } from '@ciyuan/core/settlement';
import type { Instant } from '@ciyuan/core/kernel';
import { checkCalendar, checkHolidayBands } from './check-holidays';

/** What a document may name: the rest of the catalogue, and the parties. */
export interface Surroundings {
  readonly content: CatalogueContent;
  readonly parties: ReadonlySet<string>;
}

/** Asks, for one body that is to be in force from an instant, whether what it names is there. */
class References {
  readonly faults: DocumentFault[] = [];
  private readonly models: ReadonlySet<string>;

  constructor(
    private readonly around: Surroundings,
    private readonly from: Instant,
  ) {
    this.models = new Set(around.content.models.map((model) => model.code));
  }

  /** A pattern may wait for models to come; a name that nobody knows is a slip of the pen. */
  model(path: string, name: string | undefined): void {
    if (name === undefined || name.includes('*') || this.models.has(name)) return;
    this.add(path, 'unknown_model', name);
  }

  /** A name that is to stand for a model; a model's own code stands for itself. */
  alias(path: string, name: string): void {
    if (this.models.has(name)) this.add(path, 'own_code', `${name} is a model itself`);
  }

  party(path: string, code: string | undefined): void {
    if (code !== undefined && !this.around.parties.has(code)) this.add(path, 'unknown_party', code);
  }

  /** What a rule pays: a role that the lines fill, or a party by its code. */
  partyOrRole(path: string, name: string): void {
    if (!(SETTLEMENT_ROLES as readonly string[]).includes(name)) this.party(path, name);
  }

  /** A document that is in force as soon as the one that names it. */
  document(path: string, kind: DocumentKind, code: string | undefined): void {
    if (code === undefined) return;
    const versions = this.around.content[kind].filter((version) => version.code === code);
    if (versions.length === 0) return this.add(path, `unknown_${kind}`, code);
    if (versions.every((version) => version.effectiveFrom > this.from)) {
      this.add(path, 'not_yet_in_force', `${code} begins later`);
    }
  }

  /** The calendars of holidays that time bands name. */
  bands(book: CatalogueBodies['price_book']): void {
    this.faults.push(...checkHolidayBands(book, this.from, this.around.content.holiday_calendar));
  }

  /** Prices that would be dead from the first day of the version on. */
  dates(book: CatalogueBodies['price_book']): void {
    this.faults.push(...checkDatedPrices(book, this.from));
  }

  calendar(calendar: CatalogueBodies['holiday_calendar']): void {
    this.faults.push(...checkCalendar(calendar, this.from, this.around.content.holiday_calendar));
  }

  /** A version says what holds when it begins. */
  rates(rates: CatalogueBodies['exchange_rates']): void {
    if (compileExchangeRates(rates).rateAt(this.from) !== undefined) return;
    this.add('rates', 'no_rate_at_the_beginning', 'the first one begins later than the version');
  }

  private add(path: string, code: string, detail: string): void {
    this.faults.push({ path, code, detail });
  }
}

const CHECKS: { readonly [K in DocumentKind]: (body: CatalogueBodies[K], references: References) => void } = {
  plan(plan, references) {
    references.document('priceBook', 'price_book', plan.priceBook);
    references.document('eligibilityRule', 'eligibility_rule', plan.eligibilityRule);
    references.document('coefficientTable', 'coefficient_table', plan.coefficientTable);
    plan.eligibility?.holds?.forEach((code, index) =>
      references.document(`eligibility.holds.${index}`, 'plan', code),
    );
    plan.allowance?.models.forEach((model, index) => references.model(`allowance.models.${index}`, model));
    plan.limits?.windows?.forEach(({ models, multipliers }, window) => {
      const path = `limits.windows.${window}`;
      models?.forEach((model, index) => references.model(`${path}.models.${index}`, model));
      multipliers?.forEach((row, index) => references.model(`${path}.multipliers.${index}.model`, row.model));
    });
    plan.commitment?.models.forEach((model, index) => references.model(`commitment.models.${index}`, model));
  },
  price_book: checkBookModels,
  cost_book(book, references) {
    references.party('party', book.party);
    checkBookModels(book, references);
  },
  coefficient_table(table, references) {
    table.rows.forEach((row, index) => references.model(`rows.${index}.model`, row.model));
  },
  split_rule({ match, rule }, references) {
    references.document('match.plan', 'plan', match.plan);
    references.model('match.model', match.model);
    references.party('match.computeOwner', match.computeOwner);
    references.partyOrRole('rule.residual', rule.residual);
    rule.deductions?.forEach(({ party }, index) => {
      if (party !== undefined) references.partyOrRole(`rule.deductions.${index}.party`, party);
    });
    rule.steps.forEach((step, index) => {
      references.partyOrRole(`rule.steps.${index}.party`, step.party);
      if (step.type !== 'perMillion') return;
      step.rates?.forEach(({ model }, row) =>
        references.model(`rule.steps.${index}.rates.${row}.model`, model),
      );
    });
    rule.minimumGuarantees?.forEach(({ party }, index) =>
      references.partyOrRole(`rule.minimumGuarantees.${index}.party`, party),
    );
  },
  contract({ partner, serves, settlement }, references) {
    references.party('partner', partner);
    references.model('settlement.purchase.models', settlement?.purchase?.models);
    serves?.forEach(({ vendor, computeOwner }, index) => {
      references.party(`serves.${index}.vendor`, vendor);
      references.party(`serves.${index}.computeOwner`, computeOwner);
    });
  },
  holiday_calendar: (calendar, references) => references.calendar(calendar),
  served_models({ partner, aliases }, references) {
    references.party('partner', partner);
    aliases.forEach(({ name, model }, index) => {
      references.alias(`aliases.${index}.name`, name);
      references.model(`aliases.${index}.model`, model);
    });
  },
  notice_policy: () => undefined,
  eligibility_rule: () => undefined,
  approval_limits: () => undefined,
  exchange_rates: (rates, references) => references.rates(rates),
  variance_policy: () => undefined,
  settlement_calendar: ({ holidays }, references) =>
    references.document('holidays', 'holiday_calendar', holidays),
};

function checkBookModels(book: CatalogueBodies['price_book'], references: References): void {
  book.entries.forEach((entry, index) => references.model(`entries.${index}.model`, entry.model));
  book.multipliers.forEach((row, index) => references.model(`multipliers.${index}.model`, row.model));
  book.tiers.forEach((row, tier) =>
    row.models.forEach((model, index) => references.model(`tiers.${tier}.models.${index}`, model)),
  );
  references.bands(book);
  references.dates(book);
}

/** A fault for everything that the body names and that is not there, or not yet. */
export function checkReferences<K extends DocumentKind>(
  kind: K,
  body: CatalogueBodies[K],
  from: Instant,
  around: Surroundings,
): readonly DocumentFault[] {
  const references = new References(around, from);
  CHECKS[kind](body, references);
  return references.faults;
}
