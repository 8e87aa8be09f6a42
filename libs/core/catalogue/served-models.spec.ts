import { checkServedModels, compileServedModels } from './served-models';

const alias = (name: string, model: string) => ({ name, model });

describe('names of served models', () => {
  it('stand for one model each', () => {
    const aliases = [alias('chat', 'glm-5'), alias('coder', 'glm-5')];
    expect(checkServedModels({ code: 'general', aliases })).toEqual([]);
    expect([...compileServedModels({ code: 'general', aliases })]).toEqual([
      ['chat', 'glm-5'],
      ['coder', 'glm-5'],
    ]);
  });

  it('are refused where one stands twice, even for the same model', () => {
    const aliases = [alias('chat', 'glm-5'), alias('coder', 'glm-5'), alias('chat', 'glm-5')];
    expect(checkServedModels({ code: 'general', aliases })).toEqual([
      { path: 'aliases.2.name', code: 'name_twice', detail: 'aliases.0 is chat, too' },
    ]);
  });
});
