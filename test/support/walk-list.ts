import type { Role } from '@ciyuan/platform/auth';
import type { HttpMarket } from './http-market';

export type ListRow = Record<string, unknown>;
type Page = Record<string, unknown> & { readonly next: string | null };

/** A list of the API as its readers walk it. */
export class WalkedList {
  constructor(
    private readonly market: HttpMarket,
    private readonly path: string,
    /** What the answer calls the rows. */
    private readonly member: string,
    private readonly role: Role = 'admin',
  ) {}

  async page(query: string): Promise<{ readonly rows: ListRow[]; readonly next: string | null }> {
    const { status, body } = await this.market.get<Page>(`${this.path}?${query}`, this.role);
    if (status !== 200) throw new Error(`${this.path}?${query}: ${JSON.stringify(body)}`);
    return { rows: body[this.member] as ListRow[], next: body.next };
  }

  /** Every page, to the last. */
  async walk(query: string): Promise<ListRow[]> {
    const rows: ListRow[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const found = await this.page(`${query}${after === '' ? '' : `&after=${after}`}`);
      rows.push(...found.rows);
      after = found.next;
    }
    return rows;
  }

  async status(query: string): Promise<number> {
    return (await this.market.get(`${this.path}?${query}`, this.role)).status;
  }
}
