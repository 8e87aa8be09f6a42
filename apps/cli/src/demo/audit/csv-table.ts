/** The rows of a CSV text, the header among them; commas and line ends inside quotes belong to their cell. */
export function* csvTable(text: string): Generator<string[]> {
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length; i++) {
    const sign = text[i] as string;
    // A doubled quote closes and opens again: the cells keep their bounds, and no number holds a quote.
    if (sign === '"') quoted = !quoted;
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
