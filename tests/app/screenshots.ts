// Writes the pictures of the dashboard in docs/images: `npm run screenshots`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { connectBurner, launch, openPage, sign } from './browser';
import { World } from './world';

const IMAGES = join(__dirname, '../../docs/images');
const DOCUMENT = readDocument('cold-store-design.md');

function readDocument(name: string): string {
  return join(__dirname, '../../examples/document-analyst/documents', name);
}

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.skeleton') === null);
  await page.evaluate(() => document.fonts.ready);
}

async function main(): Promise<void> {
  const world = await World.start({ indexer: true });
  const browser = await launch();
  const agent = `/agents/${world.agent.toBase58()}`;
  const shoot = async (page: Page, name: string) => {
    await settled(page);
    writeFileSync(join(IMAGES, `${name}.png`), await page.screenshot());
    console.log(`docs/images/${name}.png`);
  };

  const { page } = await openPage(browser, world.app.url, { height: 860 });
  await page.goto(agent);
  await connectBurner(page, 'Payer');
  await page.getByRole('link', { name: 'Call it' }).first().click();
  await page.getByLabel('At most a call').fill('0.02');
  await page.getByRole('button', { name: /under these limits$/ }).click();
  const review = page.getByRole('dialog', { name: 'Review: Open a mandate' });
  await review.getByText(/^expires in/).waitFor();
  await shoot(page, 'app-review');
  await sign(page, 'Open a mandate');
  await page.getByLabel('Document to send').setInputFiles(DOCUMENT);
  await page.getByRole('button', { name: /^Send and pay/ }).click();
  await sign(page, 'Allot to the agent');
  await page.getByRole('region', { name: 'Answer' }).waitFor();
  for (const name of ['night-trains.html', 'bakery-sales.csv', 'salzwiesen.txt']) {
    await page.getByLabel('Document to send').setInputFiles(readDocument(name));
    await page.getByRole('button', { name: /^Send and pay/ }).click();
    await page
      .getByText(/^for call \d/)
      .first()
      .waitFor();
    await page.waitForTimeout(1_500);
  }
  await world.advance(61);
  await page.goto('/mandates');
  await page.getByRole('link', { name: 'Mandate 1' }).click();
  await page.getByRole('button', { name: 'Pay out' }).click();
  await sign(page, 'Pay out');
  await page.reload();
  await page.getByText(/calls at/).waitFor();
  await page.waitForTimeout(1_500);
  await shoot(page, 'app-mandate');
  await page.goto(`${agent}?tab=receipts`);
  await page.getByRole('button', { name: /^Rate 5 of 5/ }).click();
  await sign(page, 'Rate 5 of 5');
  await page.reload();
  await page.getByRole('article', { name: 'Receipt' }).filter({ hasText: 'rated it' }).waitFor();
  for (const seal of await page.getByRole('button', { name: /^Seal/ }).all()) await seal.click();
  await page.waitForTimeout(1_500);
  await page.setViewportSize({ width: 1440, height: 1180 });
  await page.evaluate(() => scrollTo(0, 0));
  await shoot(page, 'app-receipts');
  await page.setViewportSize({ width: 1440, height: 860 });
  await page.goto(agent);
  await page.getByText('hash checked here').waitFor();
  await shoot(page, 'app-agent');
  await page.goto('/');
  await page.locator('.agents-item').first().waitFor();
  await shoot(page, 'app-registry');
  await page.goto('/activity');
  await page.locator('tbody tr').first().waitFor();
  await shoot(page, 'app-activity');

  const dark = await openPage(browser, world.app.url, { dark: true, height: 860 });
  await dark.page.goto(agent);
  await dark.page.getByText('hash checked here').waitFor();
  await shoot(dark.page, 'app-agent-dark');
  const phone = await openPage(browser, world.app.url, { width: 390, height: 844, scale: 2 });
  await phone.page.goto(agent);
  await phone.page.getByText('hash checked here').waitFor();
  await shoot(phone.page, 'app-phone');

  await browser.close();
  await world.stop();
  process.exit(0);
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
