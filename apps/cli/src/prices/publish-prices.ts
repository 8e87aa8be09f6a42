import type { DocumentFault, PriceBook } from '@ciyuan/core/catalogue';
import { parseInstant, type Instant } from '@ciyuan/core/kernel';
import { ListModels, MODEL_ORDER, PublishDocument, SaveDraft, SubmitDraft } from '@ciyuan/modules/catalogue';
import { MAXIMUM_PAGE, everyItem } from '@ciyuan/platform/lists';
import type { Engine } from '../scratch/scratch-engine';
import { PriceListError } from '../vectors/litellm/read-price-list';

export interface BookToPublish {
  readonly book: PriceBook;
  /** When the version begins, as the prices in it do. */
  readonly effectiveFrom: string;
  /** Who writes the draft that a second person approves; else the book comes with the installation, and is published. */
  readonly author?: string | undefined;
  /** Whether a draft may begin before its approval. */
  readonly backDated?: boolean | undefined;
}

const MOST_NAMED = 20;
const BY = 'prices';

/**
 * Brings a book into a catalogue through the gate that every document passes; answers with what there is to tell.
 * Prices of models that the catalogue does not know are left out, for whose they are nobody has said; throws
 * {@link PriceListError} on what the gate refuses.
 */
export async function publishPrices(engine: Pick<Engine, 'get'>, input: BookToPublish): Promise<string[]> {
  const models = await everyItem({ order: MODEL_ORDER, limit: MAXIMUM_PAGE }, (page) =>
    engine.get(ListModels).run(page),
  );
  const known = new Set(models.map(({ code }) => code));
  const isKnown = ({ model }: { readonly model: string }): boolean => known.has(model);
  const { book } = input;
  const unknown = new Set(book.entries.filter((row) => !isKnown(row)).map(({ model }) => model));
  const body = {
    ...book,
    entries: book.entries.filter(isKnown),
    multipliers: book.multipliers.filter(isKnown),
  };
  if (body.entries.length === 0)
    throw new PriceListError('the catalogue knows none of the models: define some first');
  const at = parseInstant(input.effectiveFrom) as Instant;
  const said =
    input.author === undefined
      ? await publishAtOnce(engine, body, at)
      : await submit(engine, body, at, input);
  return unknown.size === 0
    ? [said]
    : [said, `left out, not defined in the catalogue: ${namesOf([...unknown])}`];
}

async function publishAtOnce(
  engine: Pick<Engine, 'get'>,
  body: PriceBook,
  effectiveFrom: Instant,
): Promise<string> {
  const answer = await engine.get(PublishDocument).run({ kind: 'price_book', body, effectiveFrom, by: BY });
  if (!answer.ok) throw refused(answer.refusal);
  const { document, isNew } = answer.value;
  return isNew
    ? `${body.code}: version ${document.version} with ${body.entries.length} prices is published`
    : `${body.code}: version ${document.version} says the same already`;
}

async function submit(
  engine: Pick<Engine, 'get'>,
  body: PriceBook,
  effectiveFrom: Instant,
  { author = BY, backDated = false }: BookToPublish,
): Promise<string> {
  const saved = await engine
    .get(SaveDraft)
    .run({ kind: 'price_book', body, effectiveFrom, backDated, by: author });
  if (!saved.ok) throw refused(saved.refusal);
  const submitted = await engine.get(SubmitDraft).run({ draftId: saved.value.id, by: author });
  if (!submitted.ok) throw refused(submitted.refusal);
  return `${body.code}: draft ${saved.value.id} with ${body.entries.length} prices waits for somebody else than ${author} to approve it`;
}

const refused = (refusal: {
  readonly code: string;
  readonly faults?: readonly DocumentFault[];
}): PriceListError =>
  new PriceListError(
    [
      `refused: ${refusal.code}`,
      ...(refusal.faults ?? [])
        .slice(0, MOST_NAMED)
        .map(({ path, code, detail }) => `${path}: ${code} (${detail})`),
    ].join('\n'),
  );

const namesOf = (names: readonly string[]): string =>
  `${names.length} models${names.length === 0 ? '' : `, such as ${names.slice(0, MOST_NAMED).join(', ')}`}`;
