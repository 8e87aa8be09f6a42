import { ROLES, type Role } from '@ciyuan/platform/auth';
import { HttpMarket } from '../support/http-market';

interface Place {
  readonly name: string;
  readonly path: string;
  readonly roles: readonly Role[];
}

// Pages are written for browsers; this file of theirs is data.
const { PLACE_GROUPS } = jest.requireActual<{
  PLACE_GROUPS: readonly { readonly places: readonly Place[] }[];
}>('../../apps/console/src/shell/places');
const places = PLACE_GROUPS.flatMap((group) => group.places);

/** What a page asks the API for first, where that is not the page's own address. */
const FIRST_READS: Readonly<Record<string, string>> = {
  '/': '/v1/overview?from=2026-11-01&to=2026-11-05',
  '/price-preview': '/v1/catalogue/plan',
  '/records': '/v1/usage',
  '/ledger': '/v1/ledger/trial-balance?month=2026-10',
  '/margin': '/v1/reports/margin?from=2026-10&until=2026-10',
  '/breakage': '/v1/reports/breakage?from=2026-10&until=2026-10',
  '/own/statements': '/v1/statements',
  '/own/records': '/v1/usage',
  '/own/disputes': '/v1/disputes',
  '/own/files': '/v1/reconciliations',
};

describe('the places of the console', () => {
  let market: HttpMarket;
  beforeAll(async () => {
    market = await HttpMarket.open('2026-11-05T09:00:00+08:00');
  }, 60_000);
  afterAll(() => market.close());

  it.each(places.map((place) => [place.path, place] as const))(
    '%s is shown to nobody whom the API refuses, and to all others of the staff',
    async (path, { roles }) => {
      const isOwn = path.startsWith('/own/');
      const asked = ROLES.filter((role) => (role === 'partner') === isOwn);
      const statuses = await Promise.all(
        asked.map(async (role) => {
          const { status } = await market.get(
            FIRST_READS[path] ?? `/v1${path}`,
            role,
            role === 'partner' ? 'gateway' : role,
          );
          return [role, status === 403 ? 'refused' : status] as const;
        }),
      );
      expect(statuses).toEqual(asked.map((role) => [role, roles.includes(role) ? 200 : 'refused']));
    },
  );
});
