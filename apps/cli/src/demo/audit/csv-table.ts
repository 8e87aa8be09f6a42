/** The rows of a CSV text, the header among them: quotes, doubled quotes and line ends inside quotes included. */
export function* csvTable(text: string): Generator<string[]> {
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length; i++) {
    const sign = text[i] as string;
    if (quoted && sign === '"' && text[i + 1] === '"') cell += text[++i];
    else if (sign === '"') quoted = !quoted;
    else if (quoted || !',\r\n'.includes(sign)) cell += sign;
    else if (sign === ',') [row, cell] = [[...row, cell], ''];
    else if (sign === '\n') {
      if (row.length > 0 || cell !== '') yield [...row, cell];
      [row, cell] = [[], ''];
    }
  }
  if (quoted) throw new Error('a quote is not closed');
  if (row.length > 0 || cell !== '') yield [...row, cell];
}
