import { chromium, type Browser } from 'playwright-core';
import { QUIET_CHROMIUM, installedChromium } from './installed-chromium';

/** The Chromium of the machine, or the one that comes with the packages. */
export const startChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: installedChromium(), args: [...QUIET_CHROMIUM] });
