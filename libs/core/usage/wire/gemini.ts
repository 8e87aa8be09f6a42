import { splitInput, splitOutput, NO_MODALITIES, type Modalities, type NamedCounts } from './disjoint';
import type { UsageReader } from './usage-reader';

const CACHED = 'cachedContentTokenCount';
const PROMPT_DETAILS = 'promptTokensDetails';

/** A page of a document is counted and billed as an image. */
const KINDS: Readonly<Record<string, keyof Modalities | 'text'>> = {
  TEXT: 'text',
  IMAGE: 'image',
  DOCUMENT: 'image',
  AUDIO: 'audio',
  VIDEO: 'video',
};

/**
 * Thoughts are outside the candidates and prompts of tools outside the prompt; what is cached is inside it. Its JSON
 * leaves out what is zero, so only the prompt must be there.
 */
export function readGemini(reader: UsageReader): NamedCounts {
  const prompt = reader.required('promptTokenCount');
  const toolPrompt = reader.part('toolUsePromptTokenCount');
  const candidates = reader.part('candidatesTokenCount');
  const thoughts = reader.part('thoughtsTokenCount');
  const cached = reader.part(CACHED);
  const ofPrompt = modalitiesOf(reader, PROMPT_DETAILS, prompt);
  const ofTools = modalitiesOf(reader, 'toolUsePromptTokensDetails', toolPrompt);
  const ofCached = modalitiesOf(reader, 'cacheTokensDetails', cached);
  const ofCandidates = modalitiesOf(reader, 'candidatesTokensDetails', candidates);
  const side = {
    cached,
    written: 0,
    modalities: ofPrompt ?? NO_MODALITIES,
    ...(ofCached === undefined ? {} : { cachedModalities: ofCached }),
    cachedField: CACHED,
    modalitiesField: PROMPT_DETAILS,
  };
  const counts = {
    ...withToolPrompt(splitInput(reader, { ...side, total: prompt }), toolPrompt, ofTools ?? NO_MODALITIES),
    ...splitOutput(reader, {
      total: candidates + thoughts,
      reasoning: thoughts,
      modalities: ofCandidates ?? NO_MODALITIES,
      reasoningField: 'thoughtsTokenCount',
      modalitiesField: 'candidatesTokensDetails',
    }),
  };
  const all = prompt + toolPrompt + candidates + thoughts;
  reader.expect('total_differs', 'totalTokenCount', reader.optional('totalTokenCount'), all);
  return counts;
}

/** The cache holds none of what tools put in, so it is added class by class once the prompt is taken apart. */
function withToolPrompt(input: NamedCounts, total: number, { image, audio, video }: Modalities): NamedCounts {
  return {
    ...input,
    input: (input.input ?? 0) + total - image - audio - video,
    image_input: (input.image_input ?? 0) + image,
    audio_input: (input.audio_input ?? 0) + audio,
    video_input: (input.video_input ?? 0) + video,
  };
}

/** Details may leave tokens out, which then are text, and may not have more of them than the count they detail. */
function modalitiesOf(reader: UsageReader, path: string, whole: number): Modalities | undefined {
  const details = reader.list(path);
  if (details === undefined) return undefined;
  const found = { text: 0, ...NO_MODALITIES };
  for (const detail of details) {
    const modality = detail.text('modality');
    const kind = modality !== undefined && Object.hasOwn(KINDS, modality) ? KINDS[modality] : undefined;
    if (kind === undefined)
      detail.refuse({ reason: 'unknown_value', field: 'modality', value: modality ?? '' });
    else found[kind] += detail.part('tokenCount');
  }
  const { text, ...others } = found;
  reader.within('modalities_exceed_total', path, text + others.image + others.audio + others.video, whole);
  return others;
}
