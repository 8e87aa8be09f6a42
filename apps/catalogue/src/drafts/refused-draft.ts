import { formatInstant } from '@ciyuan/core/kernel';
import type { DraftRefusal } from '@ciyuan/modules/catalogue';
import { Refused, type Fault } from '@ciyuan/platform/http';
import { refusedPublication } from '../documents/documents.convert';

export const unknownDraft = (): Refused =>
  new Refused('not_found', 'unknown_draft', 'There is no draft of this id.');

export function refusedDraft(refusal: DraftRefusal): Refused {
  const { code } = refusal;
  switch (code) {
    case 'not_found':
      return unknownDraft();
    case 'not_the_author':
      return new Refused('forbidden', code, `The draft is ${refusal.author}’s.`);
    case 'own_draft':
      return new Refused('forbidden', code, 'Whoever wrote a draft does not decide about it.');
    case 'wrong_state':
      return new Refused('conflict', code, `The draft is ${refusal.state}.`);
    case 'invalid':
    case 'effective_from_taken':
      return refusedPublication(refusal);
    default:
      return refusedContent(refusal);
  }
}

type Content = Extract<
  DraftRefusal,
  { readonly code: 'stale' | 'effective_from_too_early' | 'changes_nothing' }
>;

function refusedContent(refusal: Content): Refused {
  const { code } = refusal;
  switch (code) {
    case 'stale':
      return at('conflict', 'baseVersion', code, staleDetail(refusal));
    case 'effective_from_too_early': {
      const earliest = formatInstant(refusal.earliest);
      return at('unprocessable', 'effectiveFrom', code, `not before ${earliest}, unless it is back-dated`);
    }
    case 'changes_nothing':
      return at('conflict', 'body', code, `version ${refusal.version} says the same at that instant`);
  }
}

function staleDetail({ baseVersion, latestVersion }: Extract<Content, { readonly code: 'stale' }>): string {
  const made = baseVersion === null ? 'made from no version' : `made from version ${baseVersion}`;
  return `${made}, and the latest is ${latestVersion ?? 'none'}`;
}

function at(kind: 'conflict' | 'unprocessable', path: string, code: string, detail: string): Refused {
  const fault: Fault = { path, code, detail };
  return new Refused(kind, code, `${path}: ${detail}`, [fault]);
}
