/** What may come next: after `[` or `{` the list may end at once. */
type Next = 'value' | 'value or end' | 'name' | 'name or end' | 'colon' | 'comma or end' | 'nothing';

const WHITE = /[ \t\n\r]*/y;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const FIRST_PRINTABLE = ' ';

/**
 * Where a text stops being JSON (RFC 8259), as line and column from 1; undefined where it does not. Engines name the
 * place in words of their own, or not at all. Linear, and without recursion: the text is a stranger's.
 */
export function brokenJsonAt(text: string): { readonly line: number; readonly column: number } | undefined {
  const at = new Scan(text).firstFault();
  if (at === undefined) return undefined;
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before[before.length - 1] as string).length + 1 };
}

class Scan {
  private at = 0;
  private next: Next = 'value';
  private readonly open: ('[' | '{')[] = [];

  constructor(private readonly text: string) {}

  firstFault(): number | undefined {
    for (;;) {
      this.skip(WHITE);
      if (this.at === this.text.length) return this.next === 'nothing' ? undefined : this.at;
      if (!this.step()) return this.at;
    }
  }

  private step(): boolean {
    const sign = this.text[this.at] as string;
    switch (this.next) {
      case 'nothing':
        return false;
      case 'colon':
        return sign === ':' && this.take('value');
      case 'comma or end':
        if (sign === ',') return this.take(this.open.at(-1) === '[' ? 'value' : 'name');
        return this.close(sign);
      case 'name':
      case 'name or end':
        if (sign === '"') return this.string('colon');
        return this.next === 'name or end' && this.close(sign);
      case 'value':
      case 'value or end':
        return this.value(sign) || (this.next === 'value or end' && this.close(sign));
    }
  }

  private value(sign: string): boolean {
    if (sign === '"') return this.string(this.afterValue());
    if (sign === '[' || sign === '{') {
      this.open.push(sign);
      return this.take(sign === '[' ? 'value or end' : 'name or end');
    }
    if (!this.skip(LITERAL)) return false;
    this.next = this.afterValue();
    return true;
  }

  private close(sign: string): boolean {
    const opened = this.open.at(-1);
    if (!(opened === '[' && sign === ']') && !(opened === '{' && sign === '}')) return false;
    this.open.pop();
    return this.take(this.afterValue());
  }

  private string(next: Next): boolean {
    this.at += 1;
    for (;;) {
      const sign = this.text[this.at];
      if (sign === '"') return this.take(next);
      if (sign === undefined || sign < FIRST_PRINTABLE) return false;
      if (sign !== '\\') this.at += 1;
      else if (!this.skip(ESCAPE)) return false;
    }
  }

  private afterValue(): Next {
    return this.open.length === 0 ? 'nothing' : 'comma or end';
  }

  private take(next: Next): boolean {
    this.at += 1;
    this.next = next;
    return true;
  }

  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) this.at += found[0].length;
    return found !== null;
  }
}
