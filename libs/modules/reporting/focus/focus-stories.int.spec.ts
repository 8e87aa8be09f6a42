import { openCommittedMarket } from '../../../../test/support/committed-market';
import { reportFaults } from '../../../../test/support/report-faults';
import { SeededMarket } from '../../../../test/support/seeded-market';
import { openStoriedMarket } from '../../../../test/support/storied-market';
import { openVerifiedMarket } from '../../../../test/support/verified-market';

/** Of markets with corrections, tiers, caps, contracts, suspense and roll-over in them. */
describe.each([
  [
    'with voids and late records',
    async () => {
      const engine = await openStoriedMarket();
      const market = await SeededMarket.at(engine.urls, '2026-11-10T00:00:00+08:00');
      const stop = async (): Promise<void> => {
        await market.engine.stop();
        await engine.stop();
      };
      return { market, stop };
    },
  ],
  [
    'with contracts of each mode',
    async () => {
      const market = await openCommittedMarket();
      return { market, stop: () => market.stop() };
    },
  ],
  [
    'with tiers and several catalogues',
    async () => {
      const opened = await openVerifiedMarket();
      return { market: opened.market, stop: () => opened.stop() };
    },
  ],
])('a market %s', (_name, open) => {
  let opened: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.stop());

  it('has no row that breaks the specification, and no fen that has no row', async () => {
    expect(await reportFaults((type) => opened.market.engine.get(type))).toEqual([]);
  });
});
