import { Injectable } from '@nestjs/common';
import type { Party } from '@ciyuan/core/catalogue';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { differences, readWith } from '@ciyuan/platform/validation';
import { PartiesStore, canonical } from './parties.store';
import type { RegistrationRefusal } from './registration-refusal';
import { partySchema } from './schemas';

/** Makes a party known. Saying the same again changes nothing and is no refusal. */
@Injectable()
export class RegisterParty {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly parties: PartiesStore,
  ) {}

  async run(candidate: unknown): Promise<Result<Party, RegistrationRefusal>> {
    const read = readWith(partySchema, candidate);
    if (!read.ok) return refuse({ code: 'invalid', faults: read.refusal });
    return this.database.retrying(async (tx) => {
      const party = canonical(read.value);
      if (await this.parties.insert(tx, party, this.clock.now())) return ok(party);
      const known = await this.parties.byCode(tx, party.code);
      if (known === undefined) throw new Error(`party ${party.code} is neither new nor known`);
      const faults = differences(party, known);
      return faults.length === 0 ? ok(known) : refuse({ code: 'code_taken', faults });
    });
  }
}
