import { parseInstant, type Instant } from '@ciyuan/core/kernel';
import { instantText } from '@ciyuan/platform/validation';

/** An instant that a list may be filtered by. */
export const instantFilter = instantText.optional().meta({ format: 'date-time' });

export const askedInstant = (text: string | undefined): Instant | undefined =>
  text === undefined ? undefined : parseInstant(text);
