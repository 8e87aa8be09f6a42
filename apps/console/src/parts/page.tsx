import { Breadcrumb, Flex, Typography } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useDocumentTitle } from './use-document-title';

export interface Crumb {
  readonly title: string;
  readonly to: string;
}

interface PageProps {
  readonly title: string;
  /** Beside the heading, such as a state. */
  readonly aside?: ReactNode;
  readonly crumbs?: readonly Crumb[];
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page's frame: its heading takes the focus when the address changes, so that a screen reader says where one is. */
export function Page({ title, aside, crumbs = [], actions, children }: PageProps): ReactNode {
  useDocumentTitle(title);
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => heading.current?.focus({ preventScroll: true }), [pathname]);
  const items = crumbs.map((crumb) => ({ title: <Link to={crumb.to}>{crumb.title}</Link> }));
  return (
    <>
      {items.length === 0 ? null : <Breadcrumb items={[...items, { title }]} style={{ marginBottom: 8 }} />}
      <div className="page-header">
        <Flex align="center" gap={12} wrap>
          <Typography.Title level={1} ref={heading} tabIndex={-1} style={{ fontSize: 22, margin: 0 }}>
            {title}
          </Typography.Title>
          {aside}
        </Flex>
        <Flex gap={8} wrap>
          {actions}
        </Flex>
      </div>
      {children}
    </>
  );
}
