import { Refused, type Fault } from '@ciyuan/platform/http';

/** A registration is refused for what it says, or because its code was given to something else. */
export interface Registration {
  readonly code: 'invalid' | 'code_taken' | 'identity_taken';
  readonly faults: readonly Fault[];
}

export function refusedRegistration({ code, faults }: Registration, what: string): Refused {
  const [first] = faults;
  const detail = `${first?.path || what}: ${first?.detail ?? first?.code}`;
  if (code === 'identity_taken') return new Refused('conflict', code, detail, faults);
  return code === 'code_taken'
    ? new Refused('conflict', 'code_taken', `This code is another ${what}’s. ${detail}`, faults)
    : new Refused('unprocessable', `invalid_${what}`, detail, faults);
}
