import { ALWAYS, at, contentOf, versionOf } from '../../../test/support/core-catalogue';
import { compileCatalogue } from './compile-catalogue';

const LATER = at('2026-11-01T00:00');
const MODELS = ['glm-5', 'glm-6', 'kimi-k2'].map((code) => ({ code, vendor: 'alpha' }));
const served = (
  id: number,
  aliases: Readonly<Record<string, string>>,
  from = ALWAYS,
  own: { readonly partner?: string } = {},
) => {
  const code = own.partner ?? 'general';
  const pairs = Object.entries(aliases).map(([name, model]) => ({ name, model }));
  return versionOf(id, code, { code, ...own, aliases: pairs }, from);
};

describe('the model that a name stands for', () => {
  const catalogue = compileCatalogue(
    contentOf({
      models: MODELS,
      served_models: [
        served(1, { chat: 'glm-5', coder: 'glm-5' }),
        served(2, { chat: 'glm-6' }, LATER),
        served(3, { chat: 'kimi-k2' }, LATER - 1_000, { partner: 'gateway' }),
      ],
    }),
  );
  const model = (name: string, partner: string, instant: number) =>
    catalogue.servedModel(name, partner, instant)?.code;

  it.each<[string, string, string, number, string | undefined]>([
    ['a model’s own code', 'glm-5', 'gateway', ALWAYS - 1, 'glm-5'],
    ['a name before every version', 'chat', 'other', ALWAYS - 1, undefined],
    ['the first version from its first instant on', 'chat', 'other', ALWAYS, 'glm-5'],
    ['the first version in its last instant', 'chat', 'other', LATER - 1, 'glm-5'],
    ['the second version', 'chat', 'other', LATER, 'glm-6'],
    ['a name that the second version has no more', 'coder', 'other', LATER, undefined],
    ['all, before the partner has its own', 'chat', 'gateway', LATER - 1_001, 'glm-5'],
    ['the partner’s own name before that for all', 'chat', 'gateway', LATER - 1_000, 'kimi-k2'],
    ['the name for all that the partner’s document lacks', 'coder', 'gateway', LATER - 1_000, 'glm-5'],
    ['a name that nobody knows', 'unlisted', 'gateway', LATER, undefined],
  ])('is, of %s', (_what, name, partner, instant, expected) => {
    expect(model(name, partner, instant)).toBe(expected);
  });
});
