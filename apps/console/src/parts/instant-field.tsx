import { Form, Input } from 'antd';
import type { ReactNode } from 'react';

/** The books' zone has no summer time. */
const OFFSET = '+08:00';
const OFFSET_MS = 8 * 3_600_000;
const MINUTES_LENGTH = 'YYYY-MM-DDTHH:mm'.length;

/** What the field says, as the API wants it: local time of the books. */
export const instantOfField = (local: string): string =>
  `${local}${local.length === MINUTES_LENGTH ? ':00' : ''}${OFFSET}`;

/** An instant as the field says it; the present one where none is given. */
export function fieldOfInstant(at: Date | string = new Date()): string {
  return new Date(new Date(at).getTime() + OFFSET_MS).toISOString().slice(0, MINUTES_LENGTH);
}

interface InstantFieldProps {
  readonly name: string;
  readonly label: string;
  readonly isRequired?: boolean;
  readonly help?: string;
}

/** A minute of the books' zone, wherever the browser is. */
export function InstantField({ name, label, isRequired = false, help }: InstantFieldProps): ReactNode {
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: isRequired }]}
      {...(help === undefined ? {} : { extra: help })}
    >
      <Input type="datetime-local" step={1} />
    </Form.Item>
  );
}
