import { Flex, Progress, theme } from 'antd';
import type { ReactNode } from 'react';

interface PaceProps {
  readonly bars: readonly {
    readonly label: string;
    /** A share, such as 0.25. */
    readonly share: number;
    readonly isGood?: boolean;
  }[];
}

/** How far things are, one bar below the other, so that the eye compares them. */
export function Pace({ bars }: PaceProps): ReactNode {
  const { token } = theme.useToken();
  return (
    <Flex vertical gap={4} style={{ minWidth: 180 }}>
      {bars.map(({ label, share, isGood }) => (
        <Flex key={label} gap={8} align="center">
          <span style={{ width: 72, flexShrink: 0 }}>{label}</span>
          <Progress
            aria-label={label}
            percent={Math.min(100, Math.round(share * 1_000) / 10)}
            format={() => `${Math.round(share * 1_000) / 10}%`}
            size="small"
            status="normal"
            {...(isGood === true ? { strokeColor: token.colorSuccess } : {})}
          />
        </Flex>
      ))}
    </Flex>
  );
}
