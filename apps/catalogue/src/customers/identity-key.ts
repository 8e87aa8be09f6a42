import { Injectable, Optional } from '@nestjs/common';
import { documentDigest, personIdentity } from '@ciyuan/modules/parties';
import { Config } from '@ciyuan/platform/config';
import { Refused } from '@ciyuan/platform/http';
import type { DocumentOfPerson } from './customers.dto';

/** The one place that a person's document number gets to: behind it there is only the keyed digest. */
@Injectable()
export class IdentityKey {
  private readonly key: string | undefined;

  constructor(@Optional() config?: Config) {
    this.key = config?.identityKey;
  }

  /** Of the number, or of its SHA-256 from a caller who does not give the number away: both come to the same. */
  identityOf({ documentNumber, documentSha256 }: DocumentOfPerson): string {
    if (this.key === undefined)
      throw new Refused(
        'unavailable',
        'no_identity_key',
        'IDENTITY_KEY is not set: people cannot be told apart.',
      );
    return personIdentity(documentSha256 ?? documentDigest(documentNumber ?? ''), this.key);
  }
}
