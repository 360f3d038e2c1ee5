import type { Browser } from 'playwright-core';
import { CHROMIUM, launch, NO_BROWSER, openPage } from '../app/browser';
import { FakeIndexer, listedAs } from '../app/fake-indexer';
import { World } from '../app/world';
import type { Speed } from './speed';

const AGENTS = 10_000;
const FRAMES = 100;

async function views(browser: Browser, url: string): Promise<Speed[]> {
  const { page, context } = await openPage(browser, url);
  await page.goto('/settings');
  await page.goto('/?unproven=true', { waitUntil: 'commit' });
  const began = performance.now();
  await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor();
  const first = performance.now() - began;
  await page.locator('.agents-item').first().waitFor();
  const useful = performance.now() - began;
  await context.close();
  return [
    { name: 'dashboard, first view', value: first, unit: 'ms', budget: 1_000, atLeast: false },
    { name: 'dashboard, agents listed', value: useful, unit: 'ms', budget: 2_000, atLeast: false },
  ];
}

async function scrolling(browser: Browser, url: string): Promise<Speed> {
  const { page, context } = await openPage(browser, url);
  await page.goto('/');
  await page.getByText('10,000 found').waitFor();
  const times = await page.getByRole('rowgroup').evaluate(async (element, frames) => {
    const taken: number[] = [];
    for (let last = performance.now(); taken.length < frames; ) {
      element.scrollBy(0, 120);
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      taken.push(now - last);
      last = now;
    }
    return taken.sort((a, b) => a - b);
  }, FRAMES);
  await context.close();
  const value = times[Math.floor(FRAMES * 0.9)] ?? Number.NaN;
  return { name: 'a frame of scrolling 10,000 agents, p90', value, unit: 'ms', budget: null, atLeast: false };
}

/** The dashboard in a real browser; nothing, said aloud, where there is none. */
export async function measureApp(): Promise<Speed[]> {
  if (CHROMIUM === undefined) {
    console.log(NO_BROWSER);
    return [];
  }
  const indexer = new FakeIndexer(
    Array.from({ length: AGENTS }, (_, at) => listedAs({ name: `Agent ${at}`, handle: `agent-${at}` })),
  );
  await indexer.start();
  const world = await World.start({ page: () => ({ indexerUrl: indexer.url }) });
  const browser = await launch();
  try {
    return [...(await views(browser, world.app.url)), await scrolling(browser, world.app.url)];
  } finally {
    await browser.close();
    await world.stop();
    await indexer.stop();
  }
}
