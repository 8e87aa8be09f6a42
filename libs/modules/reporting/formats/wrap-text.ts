/** A name of many parts may go on in the next line after one of these. */
const BREAKS_AFTER = /[\s\-_/.:@+]/;

/** A line is not broken off earlier than this for the sake of a word. */
const SHORTEST = 0.25;

/** Lines that are no wider than the width, broken after a sign that parts words where there is one. */
export function wrapText(text: string, width: number, widthOf: (text: string) => number): string[] {
  if (widthOf(text) <= width) return [text];
  const lines: string[] = [];
  let rest = Array.from(text);
  while (rest.length > 0) {
    const length = fitting(rest, width, widthOf);
    lines.push(rest.slice(0, length).join('').trimEnd());
    rest = rest.slice(length);
  }
  return lines;
}

/** How many characters make the next line: one at least. */
function fitting(characters: readonly string[], width: number, widthOf: (text: string) => number): number {
  let [low, high] = [1, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(characters.slice(0, middle).join('')) <= width) low = middle;
    else high = middle - 1;
  }
  if (low === characters.length) return low;
  for (let length = low; length >= low * SHORTEST; length--)
    if (BREAKS_AFTER.test(characters[length - 1] ?? '')) return length;
  return low;
}
