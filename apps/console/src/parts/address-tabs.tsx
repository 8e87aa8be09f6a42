import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';

export interface AddressTab {
  readonly key: string;
  readonly label: ReactNode;
  readonly children: ReactNode;
}

interface AddressTabsProps {
  readonly tabs: readonly AddressTab[];
  /** What of the address belongs to all of them. */
  readonly keep?: readonly string[];
}

/** Tabs of which the address says the open one. Sort, place and filters of the one that is left are dropped. */
export function AddressTabs({ tabs, keep = [] }: AddressTabsProps): ReactNode {
  const [search, setSearch] = useSearchParams();
  const [first] = tabs;
  const asked = search.get('tab');
  const open = tabs.find(({ key }) => key === asked) ?? first;
  const choose = (key: string): void => {
    const kept = [...search].filter(([name]) => keep.includes(name));
    setSearch([...kept, ...(key === first?.key ? [] : [['tab', key] as [string, string]])]);
  };
  return (
    <Tabs
      data-address-tabs
      {...(open === undefined ? {} : { activeKey: open.key })}
      items={[...tabs]}
      destroyOnHidden
      onChange={choose}
    />
  );
}
