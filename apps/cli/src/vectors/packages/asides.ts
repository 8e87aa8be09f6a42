/** What is sold by other rules than ours, by the beginning of the row's name, and which. */
const ASIDES: readonly (readonly [id: string, reason: string])[] = [
  [
    'bailian-credits-lines',
    'rounds each line before it adds them up; here amounts stay exact until a document',
  ],
  ['minimax-credits', 'a balance of money that calls are paid from; grants hold tokens'],
  ['minimax-units', 'characters, songs and lyrics drawn from a pool; grants cover token classes alone'],
  ['ark-coding-windows', 'how one vendor sizes a dearer plan; what a window lets through is decided online'],
  [
    'aliyun-tpm-standard',
    'capacity rented by the day, whether used or not; assured supply is part of a contract',
  ],
  [
    'aliyun-tpm-expiry',
    'a validity that ends with a local day, by the hour of buying; ours counts days from the order',
  ],
  ['byteplus-storage', 'tokens kept in a cache for hours; nothing reports token-hours'],
];

/** Why a row is none of ours; nothing where it is. */
export const asideOf = (id: string): string | undefined =>
  ASIDES.find(([beginning]) => id.startsWith(beginning))?.[1];
