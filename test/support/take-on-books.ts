import type { TakeOnFile } from '@ciyuan/modules/subscriptions';

const HEADERS: Readonly<Record<TakeOnFile, string>> = {
  customers: 'customer,kind,name,region,registrationNumber,documentNumber,verifiedAt',
  accounts: 'account,customer,name,segment,anchorDay',
  subscriptions: 'account,subscription,plan,planVersionAt,startsAt,anchorDay,nextCycleAt,channel',
  grants:
    'account,grant,subscription,originalTokens,usedTokens,priceGross,priceNet,restGross,restNet,effectiveAt,expiresAt',
  control: 'file,measure,total',
};

/** The files of a take-on, from a table for each: a line for each line, its cells between bars. */
export function takeOnFiles(
  tables: Readonly<Record<TakeOnFile, string>>,
): Readonly<Record<TakeOnFile, Uint8Array>> {
  const names = Object.keys(HEADERS) as TakeOnFile[];
  return Object.fromEntries(names.map((name) => [name, fileOf(HEADERS[name], tables[name])])) as Record<
    TakeOnFile,
    Uint8Array
  >;
}

function fileOf(header: string, table: string): Uint8Array {
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  const rows = lines.map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim().replace(/(?<=\d)_(?=\d)/g, ''))
      .join(','),
  );
  return Buffer.from([header, ...rows, ''].join('\n'));
}
