import './words';
import { Alert, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Body } from '../catalogue/places-in';

interface JsonSideProps {
  readonly value: Body;
  readonly onChange: (value: Body) => void;
}

interface Typed {
  readonly text: string;
  /** The body that the text was typed over, or says. */
  readonly of: Body;
}

/** It does not grow with its text: antd measures that with styles that the policy for content refuses. */
const ROWS = 26;

/** The document as JSON, in step with the form: what is typed counts as soon as it can be read. */
export function JsonSide({ value, onChange }: JsonSideProps): ReactNode {
  const { t } = useTranslation('drafts');
  const [typed, setTyped] = useState<Typed>();
  const text = typed?.of === value ? typed.text : JSON.stringify(value, null, 2);
  const read = readObject(text);
  const type = (changed: string): void => {
    const body = readObject(changed);
    setTyped({ text: changed, of: body ?? value });
    if (body !== undefined) onChange(body);
  };
  return (
    <>
      {read === undefined ? <Alert type="error" showIcon title={t('notJson')} /> : null}
      <Input.TextArea
        aria-label={t('asJson')}
        spellCheck={false}
        rows={ROWS}
        style={{ fontFamily: 'ui-monospace, Menlo, Consolas, monospace', fontSize: 12.5 }}
        value={text}
        onChange={({ target }) => type(target.value)}
      />
    </>
  );
}

function readObject(text: string): Body | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Body) : undefined;
  } catch {
    return undefined;
  }
}
