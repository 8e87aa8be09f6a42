/** What is done about a difference. Nobody has to say anything of one that lies within the tolerance. */
export const RESOLUTIONS = ['accepted_ours', 'accepted_theirs', 'to_dispute'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];
export type ResolutionState = Resolution | 'open';

const AFTER: Readonly<Record<ResolutionState, readonly Resolution[]>> = {
  open: RESOLUTIONS,
  to_dispute: ['accepted_ours', 'accepted_theirs'],
  accepted_ours: [],
  accepted_theirs: [],
};

/** Whether a difference may go from one to the other: what was accepted stays so, a dispute ends in one of both. */
export const mayResolve = (from: ResolutionState, to: Resolution): boolean => AFTER[from].includes(to);
