import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import { Passwords } from './passwords';
import { Sessions } from './sessions';
import {
  loginOf,
  type NewStaffAccount,
  type StaffAccount,
  type StaffPage,
  type StaffRefusal,
  type StaffTerms,
} from './staff-account';
import { StaffAccountsStore } from './staff-accounts.store';

/** Said once, and nowhere kept. */
export interface GivenPassword {
  readonly account: StaffAccount;
  readonly password: string;
}

/** Makes and changes accounts of people. One admin at least may always sign in, once there is one. */
@Injectable()
export class StaffAccounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly store: StaffAccountsStore,
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
  ) {}

  list(page: StaffPage): Promise<Listed<StaffAccount>> {
    return this.database.transaction((tx) => this.store.list(tx, page));
  }

  find(login: string): Promise<StaffAccount | undefined> {
    return this.database.transaction((tx) => this.store.byLogin(tx, loginOf(login)));
  }

  /** With a password of its own making; `mustChange` unless it goes straight into a file of the owner's. */
  async add(
    wanted: NewStaffAccount,
    by: string,
    mustChange = true,
  ): Promise<Result<GivenPassword, StaffRefusal>> {
    const login = loginOf(wanted.login);
    const password = this.passwords.oneTime();
    const passwordHash = await this.passwords.hashOf(password);
    return this.database.transaction(async (tx) => {
      const fault = await this.partyFault(tx, wanted);
      if (fault !== undefined) return refuse(fault);
      const account = { ...wanted, login, passwordHash, mustChange };
      if (!(await this.store.insert(tx, account, this.signature(by))))
        return refuse({ code: 'login_taken', path: 'login', detail: login });
      return ok({ account: await this.known(tx, login), password });
    });
  }

  /** Takes effect at once: role and party with the next request, and whoever is disabled is signed out. */
  change(login: string, terms: StaffTerms, by: string): Promise<Result<StaffAccount, StaffRefusal>> {
    return this.database.retrying(async (tx) => {
      await this.store.lockAll(tx);
      const account = await this.store.byLogin(tx, login);
      if (account === undefined) return refuse(unknownLogin(login));
      const fault = await this.partyFault(tx, terms);
      if (fault !== undefined) return refuse(fault);
      if ((terms.role !== 'admin' || terms.disabled) && (await this.isLastAdmin(tx, account)))
        return refuse({ code: 'last_admin', path: terms.disabled ? 'disabled' : 'role', detail: login });
      const signature = this.signature(by);
      await this.store.change(tx, login, terms, signature);
      if (terms.disabled) await this.sessions.endAllOf(tx, login, 'disabled');
      return ok(await this.known(tx, login));
    });
  }

  /** Another password, to be changed by its owner; whoever was signed in with the old one is signed out. */
  async resetPassword(login: string, by: string): Promise<Result<GivenPassword, StaffRefusal>> {
    const password = this.passwords.oneTime();
    const passwordHash = await this.passwords.hashOf(password);
    return this.database.transaction(async (tx) => {
      if ((await this.store.byLogin(tx, login)) === undefined) return refuse(unknownLogin(login));
      const signature = this.signature(by);
      await this.store.setPassword(tx, login, { passwordHash, mustChange: true }, signature);
      await this.sessions.endAllOf(tx, login, 'password_changed');
      return ok({ account: await this.known(tx, login), password });
    });
  }

  private async isLastAdmin(tx: Tx, { login, role, disabled }: StaffAccount): Promise<boolean> {
    return role === 'admin' && !disabled && !(await this.store.hasOtherAdmin(tx, login));
  }

  private async partyFault(
    tx: Tx,
    { role, party }: Pick<StaffTerms, 'role' | 'party'>,
  ): Promise<StaffRefusal | undefined> {
    if ((role === 'partner') !== (party !== null)) {
      const detail = role === 'partner' ? 'a partner acts for a party' : 'staff act for no party';
      return { code: 'party_of_a_partner', path: 'party', detail };
    }
    if (party === null || (await this.store.hasParty(tx, party))) return undefined;
    return { code: 'unknown_party', path: 'party', detail: party };
  }

  private async known(tx: Tx, login: string): Promise<StaffAccount> {
    const account = await this.store.byLogin(tx, login);
    if (account === undefined) throw new Error(`the account ${login} is gone`);
    return account;
  }

  private signature(by: string) {
    return { by, at: this.clock.now() };
  }
}

const unknownLogin = (login: string): StaffRefusal => ({
  code: 'unknown_login',
  path: 'login',
  detail: login,
});
