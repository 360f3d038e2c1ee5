/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Where a Chromium may be; the first that is there is used. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const CHROMIUM = PLACES.find(existsSync);

export const NO_BROWSER = `no browser at ${PLACES.join(', ')}: install chromium to run this`;

/** Skips the suite, and says so, where there is no browser. */
export function requireBrowser(context: Mocha.Context): void {
  if (CHROMIUM !== undefined) return;
  console.log(NO_BROWSER);
  context.skip();
}

export function launch(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error(NO_BROWSER);
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

export interface PageWish {
  width?: number;
  height?: number;
  dark?: boolean;
  scale?: number;
}

/** A page in a context of its own, and everything that went wrong in it. */
export interface WatchedPage {
  page: Page;
  context: BrowserContext;
  /** errors of scripts, refusals of the content security policy, and what the console called errors */
  faults: string[];
}

export async function openPage(browser: Browser, url: string, wish: PageWish = {}): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: wish.width ?? 1440, height: wish.height ?? 900 },
    deviceScaleFactor: wish.scale ?? 1,
    colorScheme: wish.dark === true ? 'dark' : 'light',
    reducedMotion: 'reduce',
    baseURL: url,
  });
  await context.grantPermissions(['clipboard-write'], { origin: url });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${error.name}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.setDefaultTimeout(20_000);
  return { page, context, faults };
}

/** Connects one of the burners by the menu, as a person would. */
export async function connectBurner(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Connect a wallet' }).click();
  await page.getByRole('button', { name: `${name} (burner)` }).click();
  await page.getByRole('button', { name: `Wallet ${name} (burner)` }).waitFor();
}

/** Connects a new burner with money from the faucet. */
export async function connectNewcomer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect a wallet' }).click();
  await page.getByRole('button', { name: 'New burner' }).click();
  await page.getByRole('button', { name: /^Wallet Newcomer/ }).waitFor();
}

/** Reads the review to its end, and signs. */
export async function sign(page: Page, title: string): Promise<void> {
  const review = page.getByRole('dialog', { name: `Review: ${title}` });
  await review.getByRole('button', { name: `Sign: ${title}` }).click();
  await page.locator('.toast.confirmed', { hasText: title }).first().waitFor();
}
