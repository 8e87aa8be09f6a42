import type { View } from '@ciyuan/client';
import type { StateTone } from '../../parts/state-tag';

export type Clawback = View<'ClawbackView'>;

export const CLAWBACK_STATES = ['asked', 'approved', 'rejected'] as const;

export const CLAWBACK_TONES: Readonly<Record<string, StateTone>> = {
  asked: 'attention',
  approved: 'good',
  rejected: 'bad',
};

/** What nobody has decided yet was asked for, and no more. */
export const stateOf = ({ decision }: Pick<Clawback, 'decision'>): string => decision?.state ?? 'asked';
