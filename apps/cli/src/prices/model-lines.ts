import type { LiteLlmList } from '../vectors/litellm/price-list';

const HEAD = `# Models of a price list. Whose a model is the list does not say: it names who runs it. Write each vendor in, take out
# the lines that nobody will report, and load what is left with \`npm run prices -- FILE --define THIS_FILE\`.
`;

/** Lines of a models file without their vendors, by code; who runs a model stands beside it as a hint. */
export function modelLines(models: readonly string[], list: LiteLlmList): string {
  const lines = [...models].sort().map((model) => {
    const provider = list[model]?.['litellm_provider'];
    const hint = typeof provider === 'string' ? ` # run by ${provider.replace(/\s+/g, ' ')}` : '';
    return `- { code: ${JSON.stringify(model)}, name: ${JSON.stringify(model)}, vendor: '' }${hint}\n`;
  });
  return HEAD + lines.join('');
}
