import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { PartiesStore } from '@ciyuan/modules/parties';
import { Database } from '@ciyuan/platform/database';
import type { Progress } from '@ciyuan/platform/jobs';
import { focusFaults } from './check-focus-row';
import { FocusAccountsStore, type FocusAccount, type FocusScope } from './focus-accounts.store';
import type { FocusCharge } from './focus-charge';
import { FOCUS_COLUMNS, type FocusRow } from './focus-columns';
import { focusLine } from './focus-csv';
import { focusRow } from './focus-row';
import type { FocusControl } from './focus-totals';
import { ReadAccountCharges } from './read-account-charges';

const ACCOUNTS_A_PAGE = 100;

export interface FocusToStream {
  /** The accounting month, `YYYY-MM`. */
  readonly month: string;
  readonly scope: FocusScope;
  /** Told of accounts. */
  readonly onProgress?: Progress | undefined;
  /** Adds up what goes by. */
  readonly control?: FocusControl;
}

export type FocusRefusal = { readonly code: 'not_found' };

/** A customer's cost and usage of a month as CSV, account by account: memory is that of one account's rows. */
@Injectable()
export class StreamFocus {
  constructor(
    private readonly database: Database,
    private readonly accounts: FocusAccountsStore,
    private readonly parties: PartiesStore,
    private readonly readAccountCharges: ReadAccountCharges,
  ) {}

  async run(request: FocusToStream): Promise<Result<AsyncGenerator<string>, FocusRefusal>> {
    const { scope } = request;
    const isKnown = await this.database.transaction((tx) => this.accounts.isKnown(tx, scope));
    return isKnown ? ok(this.pieces(request)) : refuse({ code: 'not_found' });
  }

  /** The header, then the rows of each account in turn. */
  private async *pieces({ month, scope, control, onProgress }: FocusToStream): AsyncGenerator<string> {
    const parties = await this.database.transaction((tx) => this.parties.list(tx));
    const names = new Map(parties.map(({ code, name }) => [code, name]));
    const operator = parties.find(({ kinds }) => kinds.includes('operator'))?.name ?? '';
    const partyName = (code: string): string => names.get(code) ?? code;
    yield focusLine(FOCUS_COLUMNS.map(({ name }) => name));
    let done = 0;
    for await (const account of this.accountsOf(scope)) {
      const charges = await this.database.snapshot((tx) =>
        this.readAccountCharges.run(tx, account.id, month),
      );
      const context = { month, billing: account.billing, account, operator, partyName };
      for (const charge of charges) {
        control?.add(charge);
        yield lineOf(charge, focusRow(charge, context));
      }
      await onProgress?.(++done, null);
    }
  }

  private async *accountsOf(scope: FocusScope): AsyncGenerator<FocusAccount> {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const from: string = after;
      const page = await this.database.transaction((tx) =>
        this.accounts.page(tx, scope, ACCOUNTS_A_PAGE, from),
      );
      yield* page;
      after = page.length < ACCOUNTS_A_PAGE ? undefined : page[page.length - 1]?.code;
    }
  }
}

/** A row that breaks the specification is a bug, and never goes out. */
function lineOf(charge: FocusCharge, row: FocusRow): string {
  const [fault] = focusFaults(row);
  if (fault !== undefined) throw new Error(`${charge.description}: ${fault}`);
  return focusLine(FOCUS_COLUMNS.map(({ name }) => row[name] ?? null));
}
