import { Tag, theme } from 'antd';
import type { ReactNode } from 'react';

/** Kinds of states, by what somebody should do: nothing, wait, look, or worry. */
export type StateTone = 'good' | 'waiting' | 'attention' | 'bad' | 'quiet';

const COLOURS = {
  good: 'green',
  waiting: 'blue',
  attention: 'orange',
  bad: 'red',
  quiet: 'default',
} as const satisfies Readonly<Record<StateTone, string>>;

export function StateTag({
  tone,
  children,
}: {
  readonly tone: StateTone;
  readonly children: ReactNode;
}): ReactNode {
  const { token } = theme.useToken();
  const colour = COLOURS[tone];
  // A shade further than antd's own text, which is too faint for small letters on either ground.
  const text = colour === 'default' ? {} : { color: token[`${colour}-8`] };
  return (
    <Tag color={colour} variant="outlined" style={{ marginInlineEnd: 0, ...text }}>
      {children}
    </Tag>
  );
}
