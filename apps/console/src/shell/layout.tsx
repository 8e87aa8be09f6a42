import './words';
import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer, Flex, Grid, Layout as Frame, theme } from 'antd';
import { Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loading } from '../parts/loading';
import { useSession } from '../session/session';
import { Navigation } from './navigation';
import { PersonMenu } from './person-menu';
import { homeOf } from './places';
import { Preferences } from './preferences';
import { SearchBox } from './search-box';

const SIDE_WIDTH = 216;
const HEADER_HEIGHT = 56;

/** The frame of every page: where one can go at its side, what to find and who one is above. */
export function Layout({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation('shell');
  const { md: isWide = true } = Grid.useBreakpoint();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Frame style={{ minHeight: '100vh' }}>
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <TopBar isWide={isWide} onOpen={() => setIsOpen(true)} />
      <Frame>
        {isWide ? <Side /> : <SideDrawer isOpen={isOpen} onClose={() => setIsOpen(false)} />}
        <Frame.Content id="content" role="main" style={{ padding: isWide ? 24 : 12, minWidth: 0 }}>
          <Suspense fallback={<Loading />}>{children}</Suspense>
        </Frame.Content>
      </Frame>
    </Frame>
  );
}

interface TopBarProps {
  readonly isWide: boolean;
  readonly onOpen: () => void;
}

function TopBar({ isWide, onOpen }: TopBarProps): ReactNode {
  const { t } = useTranslation('shell');
  const { role } = useSession();
  const { token } = theme.useToken();
  return (
    <Frame.Header
      style={{
        position: 'sticky',
        top: 0,
        zIndex: 100,
        height: HEADER_HEIGHT,
        paddingInline: 16,
        lineHeight: 1.5,
        background: token.colorBgContainer,
        borderBottom: `1px solid ${token.colorBorderSecondary}`,
      }}
    >
      <Flex align="center" justify="space-between" gap={16} style={{ height: '100%' }}>
        <Flex align="center" gap={12}>
          {isWide ? null : <Button icon={<MenuOutlined />} aria-label={t('navigation')} onClick={onOpen} />}
          <Link to={homeOf(role)} style={{ fontSize: 18, fontWeight: 700, whiteSpace: 'nowrap' }}>
            {t('product')}
          </Link>
        </Flex>
        {role === 'partner' ? null : <SearchBox />}
        <Flex align="center" gap={8}>
          {isWide ? <Preferences /> : null}
          <PersonMenu />
        </Flex>
      </Flex>
    </Frame.Header>
  );
}

function Side(): ReactNode {
  const { token } = theme.useToken();
  return (
    <Frame.Sider
      width={SIDE_WIDTH}
      theme="light"
      style={{
        position: 'sticky',
        top: HEADER_HEIGHT,
        height: `calc(100vh - ${HEADER_HEIGHT}px)`,
        overflow: 'auto',
        borderInlineEnd: `1px solid ${token.colorBorderSecondary}`,
        background: token.colorBgContainer,
      }}
    >
      <Navigation role={useSession().role} />
    </Frame.Sider>
  );
}

interface SideDrawerProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** On narrow screens. */
function SideDrawer({ isOpen, onClose }: SideDrawerProps): ReactNode {
  const { t } = useTranslation('shell');
  return (
    <Drawer
      open={isOpen}
      placement="left"
      size={SIDE_WIDTH + 40}
      title={t('navigation')}
      onClose={onClose}
      styles={{ body: { padding: 0 } }}
      footer={<Preferences />}
    >
      <Navigation role={useSession().role} onChosen={onClose} />
    </Drawer>
  );
}
