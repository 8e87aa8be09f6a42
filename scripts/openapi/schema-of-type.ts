import ts from 'typescript';
import { anyOf, described, orNull, type Schema } from './schema';
import { isOurs, namedSymbolOf } from './type-names';

const NEVER_JSON =
  ts.TypeFlags.BigIntLike | ts.TypeFlags.ESSymbolLike | ts.TypeFlags.Any | ts.TypeFlags.Never;
const NOTHING = ts.TypeFlags.Undefined | ts.TypeFlags.Void;
const REFERENCE = '#/components/schemas/';

/**
 * The schemas of types, as JSON carries their values. A type with a name becomes a schema with a name, which others refer
 * to. What JSON does not carry, or carries otherwise (bigint, dates, maps, functions), throws and says where it stands.
 */
export class TypeSchemas {
  /** What was referred to on the way. */
  readonly named = new Map<ts.Symbol, Schema>();
  private readonly open = new Set<ts.Type>();
  private readonly endless = new Set<ts.Type>();

  /** `nameOf` may be asked for symbols that are not in `named` yet. */
  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly nameOf: (symbol: ts.Symbol) => string,
  ) {}

  of(type: ts.Type, at: string): Schema {
    if (type.isUnion()) return isOfValues(type) ? this.union(type, at) : this.unlessEndless(type, at);
    if (type.flags & NEVER_JSON) throw new Error(`${at} is ${this.text(type)}, which JSON does not carry`);
    if (type.flags & ts.TypeFlags.Unknown) return {};
    if (type.flags & ts.TypeFlags.Null) return { nullable: true, enum: [null] };
    if (type.flags & ts.TypeFlags.StringLike) return literal('string', type);
    if (type.flags & ts.TypeFlags.NumberLike) return literal('number', type);
    if (type.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean', enum: [this.text(type) === 'true'] };
    const primitive = type.isIntersection() && type.types.find((one) => !(one.flags & ts.TypeFlags.Object));
    return primitive ? this.of(primitive, at) : this.object(type, at);
  }

  /** A union that is made of itself, as that of all values of JSON is, may be anything. */
  private unlessEndless(type: ts.UnionType, at: string): Schema {
    if (this.open.has(type)) {
      this.endless.add(type);
      return {};
    }
    this.open.add(type);
    const schema = this.union(type, at);
    this.open.delete(type);
    const symbol = namedSymbolOf(type);
    if (this.endless.has(type)) return {};
    return symbol === undefined ? schema : this.referTo(symbol, () => schema);
  }

  private union(type: ts.UnionType, at: string): Schema {
    const parts = type.types.filter((one) => !(one.flags & NOTHING));
    const values = parts.filter((one) => !(one.flags & ts.TypeFlags.Null));
    const schema = anyOf(joined(values.map((one) => this.of(one, at))));
    return values.length === parts.length ? schema : orNull(schema);
  }

  private object(type: ts.Type, at: string): Schema {
    const symbol = namedSymbolOf(type);
    if (symbol === undefined || this.checker.isArrayLikeType(type)) return this.structure(type, at);
    return this.referTo(symbol, () => this.structure(type, symbol.name));
  }

  private referTo(symbol: ts.Symbol, schema: () => Schema): Schema {
    if (!this.named.has(symbol)) {
      this.named.set(symbol, {});
      this.named.set(symbol, described(schema(), this.comment(symbol)));
    }
    return { $ref: `${REFERENCE}${this.nameOf(symbol)}` };
  }

  private structure(type: ts.Type, at: string): Schema {
    if (this.checker.isTupleType(type)) return this.tuple(type as ts.TupleTypeReference, at);
    if (this.checker.isArrayType(type)) return { type: 'array', items: this.items(type, at) };
    if (type.getCallSignatures().length > 0 || isOfTheLanguage(type)) {
      throw new Error(`${at} is ${this.text(type)}, which JSON does not carry as it is`);
    }
    const others = this.checker.getIndexInfoOfType(type, ts.IndexKind.String)?.type;
    const members = this.members(type, at);
    if (members.length === 0)
      return { type: 'object', ...(others && { additionalProperties: this.of(others, `${at}.*`) }) };
    const required = members.filter(([, , isOptional]) => !isOptional).map(([name]) => name);
    return {
      type: 'object',
      properties: Object.fromEntries(members.map(([name, schema]) => [name, schema])),
      ...(required.length > 0 && { required }),
      ...(others && { additionalProperties: this.of(others, `${at}.*`) }),
    };
  }

  /** As they are written down; those that a mapped type makes have no such order, and get the one of their names. */
  private members(type: ts.Type, at: string): [name: string, schema: Schema, isOptional: boolean][] {
    const symbols = [...this.checker.getPropertiesOfType(type)];
    const isMapped = isObject(type) && (type.objectFlags & ts.ObjectFlags.Mapped) !== 0;
    if (isMapped || type.isIntersection()) symbols.sort((one, other) => (one.name < other.name ? -1 : 1));
    return symbols.map((symbol) => {
      const member = this.checker.getTypeOfSymbol(symbol);
      const place = `${at}.${symbol.name}`;
      const isOptional = (symbol.flags & ts.SymbolFlags.Optional) !== 0 || mayBeMissing(member);
      return [symbol.name, described(this.of(member, place), this.comment(symbol)), isOptional];
    });
  }

  private tuple(type: ts.TupleTypeReference, at: string): Schema {
    const { minLength, hasRestElement, fixedLength } = type.target;
    const items = anyOf(joined(this.checker.getTypeArguments(type).map((one) => this.of(one, `${at}[]`))));
    return { type: 'array', items, minItems: minLength, ...(!hasRestElement && { maxItems: fixedLength }) };
  }

  private items(type: ts.Type, at: string): Schema {
    const [item] = this.checker.getTypeArguments(type as ts.TypeReference);
    return item === undefined ? {} : this.of(item, `${at}[]`);
  }

  private comment(symbol: ts.Symbol): string {
    return ts.displayPartsToString(symbol.getDocumentationComment(this.checker)).replace(/\s+/g, ' ').trim();
  }

  private text(type: ts.Type): string {
    return this.checker.typeToString(type);
  }
}

const literal = (kind: 'string' | 'number', type: ts.Type): Schema =>
  type.isLiteral() ? { type: kind, enum: [type.value as string | number] } : { type: kind };

/** Of literals, null and the like: such a list is said where it is used. */
const isOfValues = (type: ts.UnionType): boolean =>
  !type.types.some((one) => one.flags & ts.TypeFlags.Object);

const isObject = (type: ts.Type): type is ts.ObjectType => (type.flags & ts.TypeFlags.Object) !== 0;

const mayBeMissing = (type: ts.Type): boolean =>
  (type.flags & NOTHING) !== 0 || (type.isUnion() && type.types.some(mayBeMissing));

const isOfTheLanguage = (type: ts.Type): boolean =>
  type.isClassOrInterface() && type.symbol !== undefined && !isOurs(type.symbol);

/** Literals of one kind are one list of values; both booleans are a boolean. */
function joined(schemas: readonly Schema[]): Schema[] {
  const others = schemas.filter((schema) => schema.type === undefined || schema.enum === undefined);
  const lists = (['string', 'number', 'boolean'] as const).map((type): Schema | undefined => {
    const values = schemas.filter((one) => one.type === type).flatMap((one) => one.enum ?? []);
    if (values.length === 0) return undefined;
    return type === 'boolean' && values.length === 2 ? { type } : { type, enum: values.sort(inOrder) };
  });
  return [...others, ...lists.filter((list) => list !== undefined)];
}

const inOrder = (one: unknown, other: unknown): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : String(one) < String(other) ? -1 : 1;
