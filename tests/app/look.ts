import { writeFileSync } from 'node:fs';
import { connectBurner, launch, openPage, sign } from './browser';
import { World } from './world';

async function main() {
  const world = await World.start();
  console.log('world', world.app.url);
  const browser = await launch();
  const shot = async (page: any, name: string) => {
    await page.waitForTimeout(700);
    await page.screenshot({ path: `/tmp/shots/${name}.png` });
  };
  const { page, faults } = await openPage(browser, world.app.url);
  try {
    await page.goto('/?unproven=true');
    await page.locator('.agents-item').first().waitFor();
    await shot(page, 'registry');
    await connectBurner(page, 'Payer');
    await page.locator('.agents-item a').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(1500);
    await shot(page, 'agent');
    await page.getByRole('link', { name: 'Call it' }).first().click();
    await page.getByRole('button', { name: /Set aside/ }).waitFor();
    await shot(page, 'call-mandate');
    await page.getByRole('button', { name: /Set aside/ }).click();
    await page.getByRole('dialog').waitFor();
    await page.waitForTimeout(1500);
    await shot(page, 'review');
    await sign(page, 'Open a mandate');
    await shot(page, 'call');
    writeFileSync(
      '/tmp/doc.md',
      '# Hello\n\nThis is a document about night trains and sleepers.\n\n## Second\n\nMore words here.\n',
    );
    await page.locator('input[type=file]').setInputFiles('/tmp/doc.md');
    await page.getByRole('button', { name: /Send and pay/ }).click();
    await sign(page, 'Allot to the agent');
    await page.getByRole('region', { name: 'Answer' }).waitFor();
    await shot(page, 'answer');
    await page.waitForTimeout(2500);
    await page.getByRole('button', { name: /^Seal/ }).first().click();
    await page.waitForTimeout(800);
    await shot(page, 'sealed');
    for (const [name, path] of [
      ['mandates', '/mandates'],
      ['activity', '/activity'],
      ['settings', '/settings'],
      ['publish', '/publish'],
    ]) {
      await page.goto(path as string);
      await page.waitForTimeout(1500);
      await shot(page, name as string);
    }
    await page.goto('/mandates');
    await page.locator('tbody a').first().click();
    await page.waitForTimeout(1500);
    await shot(page, 'mandate');
  } catch (e) {
    console.log('FAILED', e);
    await shot(page, 'failed');
  }
  console.log('faults', faults);
  await browser.close();
  await world.stop();
  process.exit(0);
}
void main();
