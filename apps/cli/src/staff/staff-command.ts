import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthModule, StaffAccounts, type Role } from '@ciyuan/platform/auth';
import { ClockModule } from '@ciyuan/platform/clock';
import { ConfigModule } from '@ciyuan/platform/config';
import { DatabaseModule } from '@ciyuan/platform/database';
import { openStoredDatabase } from '../verify/stored-database';

export interface StaffOptions {
  readonly role: Role;
  readonly name?: string;
  readonly party?: string | null;
  readonly by: string;
}

/** Lets somebody sign in, such as the first admin, with a password that is said once; the exit code. */
export async function addStaff(
  login: string,
  { role, name: displayName = login, party = null, by }: StaffOptions,
  print: (line: string) => void,
): Promise<number> {
  return withAccounts(async (accounts) => {
    const answer = await accounts.add({ login, displayName, role, party }, by);
    if (!answer.ok) {
      print(`${answer.refusal.code}: ${answer.refusal.path} ${answer.refusal.detail}`);
      return 1;
    }
    print(`${answer.value.account.login} (${role}): ${answer.value.password}`);
    print('This password is said once. It has to be changed at the first signing in.');
    return 0;
  });
}

/** Another password for somebody who cannot sign in any more; the exit code. */
export async function resetStaff(login: string, by: string, print: (line: string) => void): Promise<number> {
  return withAccounts(async (accounts) => {
    const answer = await accounts.resetPassword(login.toLowerCase(), by);
    print(answer.ok ? `${login}: ${answer.value.password}` : `${answer.refusal.code}: ${login}`);
    return answer.ok ? 0 : 1;
  });
}

async function withAccounts(work: (accounts: StaffAccounts) => Promise<number>): Promise<number> {
  const database = await openStoredDatabase(process.env);
  class StaffCommand {}
  Module({
    imports: [
      DatabaseModule.at(database.appUrl, 1),
      ClockModule.forRoot(),
      ConfigModule.forRoot(),
      AuthModule,
    ],
  })(StaffCommand);
  try {
    const context = await NestFactory.createApplicationContext(StaffCommand, { logger: ['error', 'warn'] });
    try {
      return await work(context.get(StaffAccounts, { strict: false }));
    } finally {
      await context.close();
    }
  } finally {
    await database.close();
  }
}
