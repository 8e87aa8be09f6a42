import type { View } from '@ciyuan/client';
import type { Body } from '../catalogue/places-in';

/** What somebody writes of a draft. */
export interface DraftContent {
  readonly body: Body;
  readonly effectiveFrom: string;
  readonly backDated: boolean;
  readonly baseVersion: number | null;
  readonly notice: View<'PriceNotice'> | null;
}
