import type { Counter } from '../counters';
import type { UsageReader } from './usage-reader';

export type NamedCounts = Readonly<Partial<Record<Counter, number>>>;

/** Tokens of a count that are not text. */
export interface Modalities {
  readonly image: number;
  readonly audio: number;
  readonly video: number;
}

export const NO_MODALITIES: Modalities = { image: 0, audio: 0, video: 0 };

export interface InclusiveInput {
  /** Everything read in, with what follows inside of it. */
  readonly total: number;
  readonly cached: number;
  readonly written: number;
  readonly modalities: Modalities;
  /** How much of each modality was cached, where the object says. */
  readonly cachedModalities?: Modalities;
  readonly cachedField: string;
  readonly modalitiesField: string;
}

export interface InclusiveOutput {
  readonly total: number;
  readonly reasoning: number;
  readonly modalities: Modalities;
  readonly reasoningField: string;
  readonly modalitiesField: string;
}

const sumOf = ({ image, audio, video }: Modalities): number => image + audio + video;

/** Takes a prompt apart into classes that add up to it; a cached token of any modality is a cached token. */
export function splitInput(reader: UsageReader, input: InclusiveInput): NamedCounts {
  const { total, cached, written, modalities, cachedField, modalitiesField } = input;
  reader.within('cached_exceeds_input', cachedField, cached + written, total);
  reader.within('modalities_exceed_total', modalitiesField, sumOf(modalities), total);
  const overlap = input.cachedModalities ?? knownOverlap(reader, input);
  const fresh = {
    image: modalities.image - overlap.image,
    audio: modalities.audio - overlap.audio,
    video: modalities.video - overlap.video,
  };
  for (const name of ['image', 'audio', 'video'] as const) {
    reader.within('cached_exceeds_input', cachedField, overlap[name], modalities[name]);
  }
  reader.within('cached_exceeds_input', cachedField, cached + written + sumOf(fresh), total);
  return {
    input: total - cached - written - sumOf(fresh),
    cached_input: cached,
    cache_write: written,
    image_input: fresh.image,
    audio_input: fresh.audio,
    video_input: fresh.video,
  };
}

/** What was both cached and not text. Unstated, it is known only where nothing or everything is one of the two. */
function knownOverlap(reader: UsageReader, input: InclusiveInput): Modalities {
  const { total, cached, written, modalities, cachedField } = input;
  const stored = cached + written;
  if (stored === 0 || sumOf(modalities) === 0) return NO_MODALITIES;
  if (stored === total) return modalities;
  if (modalities.image === total) return { ...NO_MODALITIES, image: stored };
  if (modalities.audio === total) return { ...NO_MODALITIES, audio: stored };
  if (modalities.video === total) return { ...NO_MODALITIES, video: stored };
  reader.refuse({ reason: 'overlap_unknown', field: cachedField });
  return NO_MODALITIES;
}

/** Takes an answer apart; reasoning is text, so that it shares no token with another modality. */
export function splitOutput(reader: UsageReader, output: InclusiveOutput): NamedCounts {
  const { total, reasoning, modalities } = output;
  const others = sumOf(modalities);
  reader.within('reasoning_exceeds_output', output.reasoningField, reasoning, total);
  reader.within('modalities_exceed_total', output.modalitiesField, others, total - reasoning);
  return {
    output: total - reasoning - others,
    reasoning,
    image_output: modalities.image,
    audio_output: modalities.audio,
    video_output: modalities.video,
  };
}
