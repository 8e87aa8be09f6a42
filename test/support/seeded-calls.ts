/** The models of the seeds, and whose they are. */
const VENDORS = {
  'glm-5': 'zhipu',
  'glm-5-air': 'zhipu',
  'minimax-m2': 'minimax',
  'kimi-k2': 'moonshot',
  'deepseek-v3.2': 'deepseek',
  'telechat-2-115b': 'chinatelecom-xingchen',
} as const;

/** The chip kinds of the seeds, and who runs them. */
const OWNERS = {
  'ascend-910c': 'tianyi-ascend',
  'ascend-910b': 'tianyi-ascend',
  'hygon-dcu': 'hygon-cloud',
  'mlu-590': 'cambricon-cloud',
} as const;

export type SeededModel = keyof typeof VENDORS;
export type SeededChip = keyof typeof OWNERS;

/** One call of a model as a gateway posts it; `on` is the chip kind that served it. */
export function call(
  id: string,
  account: string,
  at: string,
  model: SeededModel,
  on: SeededChip,
  tokens: Readonly<Record<string, number>>,
): Record<string, string | Readonly<Record<string, number>>> {
  const served = { model, vendor: VENDORS[model], computeOwner: OWNERS[on], chipKind: on };
  return { id, account, at, ...served, tokens };
}
