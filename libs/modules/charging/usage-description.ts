/** What the description of the API says of a record beyond its fields' types. */

export const RECORD = [
  'One call of a model. Its quantities are given in one of two forms. Counted by class: `"tokens": {"input": 40,',
  '"cached_input": 60, "output": 7}`. Or as the provider reported them, with the tag of the endpoint that did:',
  '`"semantics": "openai_chat", "usage": {"prompt_tokens": 100, "completion_tokens": 7, "prompt_tokens_details":',
  '{"cached_tokens": 60}}`, which is charged as the same. An object that cannot be made into counts without a guess',
  'is accepted and waits in suspense (`unreadable_usage`).',
].join(' ');

export const USAGE = [
  'The usage object, or the answer that it stands in; kept whole, so leave out what is not to be kept. With',
  '`anthropic`, an answer says of which model it is. Numbers are read as double-precision numbers.',
].join(' ');

export const SERVICE_TIER = [
  'What is charged: a provider’s own words for it are kept, and price nothing. Must be given where a usage object',
  'says that the call was served in another way than the provider’s standard one (a service tier, a speed or a',
  'type of traffic): whether that has another price is not guessed.',
].join(' ');

const form = (...fields: readonly [string, string][]): object => ({
  type: 'object',
  required: fields.map(([name]) => name),
  properties: Object.fromEntries(fields.map(([name, type]) => [name, { type }])),
});

export const FORMS = [form(['tokens', 'object']), form(['semantics', 'string'], ['usage', 'object'])];
