import { Select, type SelectProps } from 'antd';
import type { ReactElement, ReactNode } from 'react';

type ChoiceProps<Value> = Omit<SelectProps<Value>, 'aria-label' | 'popupRender'> & {
  /** What is chosen: of the field, and of the list that opens below it. */
  readonly label: string;
};

/** A field with a list to choose from, both with a name: antd gives its lists none. */
export function Choice<Value>({ label, ...props }: ChoiceProps<Value>): ReactNode {
  const name = (node: HTMLElement | null): void => {
    for (const list of node?.querySelectorAll('[role=listbox]') ?? []) list.setAttribute('aria-label', label);
  };
  const labelled = (menu: ReactElement): ReactElement => <div ref={name}>{menu}</div>;
  return <Select<Value> {...props} aria-label={label} popupRender={labelled} />;
}
