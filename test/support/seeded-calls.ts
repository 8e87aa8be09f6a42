/** The models of the seeds, and whose they are. */
const VENDORS: Readonly<Record<string, string>> = {
  'glm-5': 'zhipu',
  'glm-5-air': 'zhipu',
  'minimax-m2': 'minimax',
  'kimi-k2': 'moonshot',
  'deepseek-v3.2': 'deepseek',
  'telechat-2-115b': 'chinatelecom-xingchen',
  'doubao-seed-1.6': 'volcano',
  'doubao-seedance-1.0-pro': 'volcano',
  'xinghai-med-12b': 'xinghai-medical',
  'ernie-5': 'baidu',
  'ernie-4.5-turbo': 'baidu',
  'hunyuan-t1': 'tencent',
  'hunyuan-turbos': 'tencent',
  'qwen3-max': 'alibaba',
  'qwen-plus': 'alibaba',
};

/** The chip kinds of the seeds, and who runs them. */
const OWNERS: Readonly<Record<string, string>> = {
  'ascend-910c': 'tianyi-ascend',
  'ascend-910b': 'tianyi-ascend',
  'hygon-dcu': 'hygon-cloud',
  'mlu-590': 'cambricon-cloud',
  'gpu-h20': 'volcano-cluster',
  'kunlun-p800': 'kunlun-cloud',
  'kunlun-k200': 'kunlun-cloud',
  'metax-c500': 'metax-cloud',
  'metax-c600': 'metax-cloud',
  'mtt-s4000': 'moore-cloud',
  'enflame-s60': 'enflame-cloud',
  'zhenwu-810e': 'pingtouge-cloud',
};

/**
 * Calls as a gateway posts them, from a table with a line for each:
 * `id | account | local time of Shanghai | model | chip kind | class count, class count`.
 */
export function calls(table: string): object[] {
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [id, account, time, model, chipKind, counts] = line.split('|').map((cell) => cell.trim());
    const [vendor, computeOwner] = [VENDORS[model ?? ''], OWNERS[chipKind ?? '']];
    if (!vendor || !computeOwner || !counts) throw new Error(`not a call of the seeded market: ${line}`);
    return {
      id,
      account,
      at: `${time}+08:00`,
      model,
      vendor,
      computeOwner,
      chipKind,
      tokens: tokens(counts),
    };
  });
}

function tokens(counts: string): Record<string, number> {
  const pairs = counts.split(',').map((part) => part.trim().split(' '));
  return Object.fromEntries(
    pairs.map(([name, count]) => [name, Number((count ?? '').replaceAll('_', ''))] as const),
  ) as Record<string, number>;
}
