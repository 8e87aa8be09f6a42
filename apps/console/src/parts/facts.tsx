import { Descriptions } from 'antd';
import type { ReactNode } from 'react';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  /** Takes a line of its own, below the others: what is long would squeeze those beside it. */
  readonly isWide?: boolean;
}

const COLUMNS = { xs: 1, sm: 1, md: 2, xl: 3 };

/** What a thing is, each with its name. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  const wide = facts.filter(({ isWide }) => isWide === true);
  const others = facts.filter(({ isWide }) => isWide !== true);
  return (
    <div style={{ display: 'grid', gap: 8, marginBottom: 16 }}>
      {others.length === 0 ? null : (
        <Descriptions bordered size="small" column={COLUMNS} items={itemsOf(others)} />
      )}
      {wide.length === 0 ? null : <Descriptions bordered size="small" column={1} items={itemsOf(wide)} />}
    </div>
  );
}

const itemsOf = (facts: readonly Fact[]) =>
  facts.map(({ label, value }) => ({ key: label, label, children: value ?? '–' }));
