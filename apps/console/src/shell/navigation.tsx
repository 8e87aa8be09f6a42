import './words';
import { Menu, type MenuProps } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Role } from '../session/session';
import { PLACE_GROUPS, type Place } from './places';

type Items = NonNullable<MenuProps['items']>;

const allPlaces = PLACE_GROUPS.flatMap(({ places }) => places);

/** The place that a path belongs to: the longest that it begins with. */
function placeAt(pathname: string): Place | undefined {
  const around = allPlaces.filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  return around.sort((a, b) => b.path.length - a.path.length)[0];
}

interface NavigationProps {
  readonly role: Role;
  readonly onChosen?: () => void;
}

export function Navigation({ role, onChosen }: NavigationProps): ReactNode {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  const here = placeAt(pathname)?.path ?? '';
  const list = useRef<HTMLElement>(null);
  // Whoever comes by a link sees where that is, however long the list.
  useEffect(() => {
    list.current?.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  const items: Items = PLACE_GROUPS.flatMap(({ name, places }): Items => {
    const children = places
      .filter((place) => place.roles.includes(role))
      .map((place) => ({
        key: place.path,
        label: (
          <Link to={place.path} {...(place.path === here ? { 'aria-current': 'page' as const } : {})}>
            {t(`places.${place.name}`)}
          </Link>
        ),
      }));
    if (children.length === 0) return [];
    return name === 'overview'
      ? children
      : [{ type: 'group', key: name, label: t(`groups.${name}`), children }];
  });
  return (
    <nav aria-label={t('navigation')} ref={list}>
      <Menu
        mode="inline"
        // The links in it are what the keyboard stops at.
        tabIndex={-1}
        items={items}
        selectedKeys={[here]}
        style={{ borderInlineEnd: 0 }}
        {...(onChosen === undefined ? {} : { onClick: onChosen })}
      />
    </nav>
  );
}
