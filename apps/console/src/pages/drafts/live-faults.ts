import type { ProblemFault } from '@ciyuan/client';
import { checkBody, type DocumentKind } from '@ciyuan/core/charging';
import type { Body } from '../catalogue/places-in';

/**
 * What the rules find in a body that is being written: the very ones that a version has to pass. They expect its shape,
 * which is the API's to check when it is saved: of a body that has not got it yet they can say nothing.
 */
export function liveFaults(kind: DocumentKind, body: Body): readonly ProblemFault[] {
  try {
    return checkBody(kind, body as never);
  } catch {
    return [];
  }
}
