import type { PriceEntry, TimeBand } from '@ciyuan/core/catalogue';
import { atLocalTime, localTimeOf } from '../../parts/local-time';

/** A column of a price book: how an entry's text is read out of it, and how a text is written into it. */
export interface EntryColumn {
  readonly name: string;
  readonly width: number;
  readonly read: (entry: PriceEntry) => string;
  readonly write: (entry: PriceEntry, text: string) => PriceEntry;
  readonly options?: 'classes' | 'days';
  readonly isLocalTime?: boolean;
  readonly isFigure?: boolean;
}

type Optional = 'effectiveTo' | 'serviceTier' | 'when' | 'promptOver' | 'completionOver' | 'timeBand';

/** The entry with one thing said or, for undefined, not said any more. */
function saying<Name extends Optional>(
  entry: PriceEntry,
  name: Name,
  value: PriceEntry[Name] | undefined,
): PriceEntry {
  const { [name]: _before, ...rest } = entry;
  return value === undefined ? (rest as PriceEntry) : { ...(rest as PriceEntry), [name]: value };
}

/** A whole number where it is one; else as it was typed, for the check to refuse. */
const bound = (text: string): number | undefined => {
  if (text === '') return undefined;
  return /^\d+$/.test(text) ? Number(text) : (text as unknown as number);
};

function bandOf(entry: PriceEntry, own: Partial<TimeBand>): PriceEntry {
  const band = { from: '', to: '', ...entry.timeBand, ...own };
  const said = Object.fromEntries(Object.entries(band).filter(([, value]) => value !== undefined));
  const isNothing = band.from === '' && band.to === '';
  return saying(entry, 'timeBand', isNothing ? undefined : (said as unknown as TimeBand));
}

const pairsOf = (text: string): Record<string, string> | undefined => {
  const pairs = text.split(';').flatMap((pair) => {
    const [name = '', ...value] = pair.split('=');
    return name.trim() === '' ? [] : [[name.trim(), value.join('=').trim()] as const];
  });
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
};

export const whenText = (when: Readonly<Record<string, string>> | undefined): string =>
  Object.entries(when ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');

const daysOf = (text: string): number[] | undefined => {
  const days = text.split(/[\s,，、]+/).filter((day) => day !== '');
  return days.length === 0 ? undefined : days.map(Number);
};

export const ENTRY_COLUMNS: readonly EntryColumn[] = [
  {
    name: 'model',
    width: 150,
    read: ({ model }) => model,
    write: (entry, model) => ({ ...entry, model }),
  },
  {
    name: 'class',
    width: 130,
    options: 'classes',
    read: (entry) => entry.class,
    write: (entry, text) => ({ ...entry, class: text }),
  },
  {
    name: 'price',
    width: 100,
    isFigure: true,
    read: ({ price }) => price,
    write: (entry, price) => ({ ...entry, price }),
  },
  {
    name: 'effectiveFrom',
    width: 180,
    isLocalTime: true,
    read: ({ effectiveFrom }) => localTimeOf(effectiveFrom),
    write: (entry, text) => ({ ...entry, effectiveFrom: atLocalTime(text) ?? '' }),
  },
  {
    name: 'effectiveTo',
    width: 180,
    isLocalTime: true,
    read: ({ effectiveTo }) => localTimeOf(effectiveTo),
    write: (entry, text) => saying(entry, 'effectiveTo', atLocalTime(text)),
  },
  {
    name: 'serviceTier',
    width: 100,
    read: ({ serviceTier }) => serviceTier ?? '',
    write: (entry, text) => saying(entry, 'serviceTier', text === '' ? undefined : text),
  },
  {
    name: 'promptOver',
    width: 100,
    isFigure: true,
    read: ({ promptOver }) => String(promptOver ?? ''),
    write: (entry, text) => saying(entry, 'promptOver', bound(text)),
  },
  {
    name: 'completionOver',
    width: 100,
    isFigure: true,
    read: ({ completionOver }) => String(completionOver ?? ''),
    write: (entry, text) => saying(entry, 'completionOver', bound(text)),
  },
  {
    name: 'band',
    width: 120,
    read: ({ timeBand }) => (timeBand === undefined ? '' : `${timeBand.from}-${timeBand.to}`),
    write: (entry, text) => {
      const [from = '', to = ''] = text.split(/[-–~]/).map((part) => part.trim());
      return bandOf(entry, { from, to });
    },
  },
  {
    name: 'bandDays',
    width: 100,
    read: ({ timeBand }) => (timeBand?.days ?? []).join(','),
    write: (entry, text) => bandOf(entry, { days: daysOf(text) } as Partial<TimeBand>),
  },
  {
    name: 'bandHolidays',
    width: 140,
    read: ({ timeBand }) => [timeBand?.holidays, timeBand?.on].filter((one) => one !== undefined).join(':'),
    write: (entry, text) => {
      const [holidays, on] = text.split(':').map((part) => part.trim());
      const said = { holidays: holidays === '' ? undefined : holidays, on: on === '' ? undefined : on };
      return bandOf(entry, said as Partial<TimeBand>);
    },
  },
  {
    name: 'when',
    width: 160,
    read: ({ when }) => whenText(when),
    write: (entry, text) => saying(entry, 'when', pairsOf(text)),
  },
];
