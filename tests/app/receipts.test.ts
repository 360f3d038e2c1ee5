import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  acceptJob,
  deliverJob,
  ensureMandate,
  openJob,
  payOutJob,
  readResponse,
  readScore,
  releaseJob,
  responseTextHash,
} from '@agent-labs/sdk';
import { AxeBuilder } from '@axe-core/playwright';
import { Keypair, PublicKey } from '@solana/web3.js';
import type { Browser, Page } from 'playwright-core';
import { connectBurner, launch, openPage, requireBrowser, sign, type WatchedPage } from './browser';
import { type AgentSoftware, World } from './world';

const DAY = 86_400n;
const UNIT = 1_000_000n;
const ANSWER = 'We are sorry about chapter nine.\nIt is done anew.';
const sha256 = (text: string) => createHash('sha256').update(text).digest();

describe('receipts, on the page', function () {
  this.timeout(400_000);
  let world: World;
  let browser: Browser;
  let software: AgentSoftware;
  let agent: PublicKey;
  let job: PublicKey;
  let payer: Page;
  let owner: Page;
  let watched: WatchedPage[] = [];
  let saved = '';

  before(async function () {
    requireBrowser(this);
    world = await World.start({ indexer: true });
    software = await world.runSoftware('translator');
    agent = await world.register(software, world.localnet.personas.owner);
    job = await paidJob();
    browser = await launch();
    watched = [await openPage(browser, world.app.url), await openPage(browser, world.app.url)];
    [payer, owner] = watched.map(({ page }) => page) as [Page, Page];
    for (const [at, name] of ['Payer', 'Owner'].entries()) {
      const { page } = watched[at] as WatchedPage;
      await page.goto('/settings');
      await connectBurner(page, name);
    }
  });
  after(async () => {
    await browser?.close();
    await world?.stop();
  });

  /** A job that was done, accepted and paid out. */
  async function paidJob(): Promise<PublicKey> {
    const { chain, deployment } = world;
    const { operator, payer: own } = world.localnet.personas;
    const { mandate } = await ensureMandate(chain, deployment, {
      payer: own,
      session: Keypair.generate(),
      mint: new PublicKey(world.localnet.info.mint),
      perCallMax: UNIT,
      dailyCap: 500n * UNIT,
      totalCap: 500n * UNIT,
      lifetime: 30n * DAY,
      deposit: 50n * UNIT,
    });
    const opened = await openJob(chain, deployment, {
      ...{ payer: own, session: own, mandate, agent, id: 1n, amount: 20n * UNIT },
      termsHash: sha256('terms'),
      acceptWithin: 3_600n,
      deliverWithin: DAY,
      reviewWindow: DAY,
    });
    const on = { job: opened.job, agentKey: software.key, feePayer: operator };
    await acceptJob(chain, deployment, { ...on, termsHash: sha256('terms') });
    await deliverJob(chain, deployment, { ...on, resultHash: sha256('result') });
    await releaseJob(chain, deployment, opened.job, own);
    await payOutJob(chain, deployment, opened.job, operator);
    return opened.job;
  }

  const file = (name: string, text: string): string => {
    const path = join(world.directory, name);
    writeFileSync(path, text);
    return path;
  };
  const strip = (on: Page) =>
    on.getByRole('article', { name: 'Receipt' }).filter({ hasText: 'rated it' }).first();

  it('rates an agent by a job, on the job’s page', async () => {
    await payer.goto(`/jobs/${job.toBase58()}`);
    await payer.getByText('3', { exact: true }).first().click();
    await payer.getByRole('button', { name: 'Rate 3 of 5' }).click();
    await sign(payer, 'Rate 3 of 5');
    await payer.getByRole('button', { name: /^Rate \d of 5/ }).waitFor({ state: 'detached' });
    assert.equal((await readScore(world.chain, world.deployment, agent))?.ratings, 1n);
    await owner.goto(`/jobs/${job.toBase58()}`);
    await owner.getByText('What cannot be done now, and why').click();
    await owner.getByText('Only its payer rates the agent by it.').waitFor();
  });

  it('says what speaks for the agent, in one look', async () => {
    await payer.goto(`/agents/${agent.toBase58()}`);
    const sheet = payer.locator('.sheet').filter({ hasText: 'What speaks for it' });
    await sheet.getByText('3.00 by 1 payer, 1 rating').waitFor();
    await sheet.getByText('runs').waitFor();
    await sheet.getByText('Disputes lost').waitFor();
  });

  it('is answered once by the agent’s owner; the text is shown to everybody', async () => {
    await payer.goto(`/agents/${agent.toBase58()}?tab=receipts`);
    await strip(payer).waitFor({ timeout: 40_000 });
    assert.equal(await payer.getByText('Answer this rating').count(), 0);
    await owner.goto(`/agents/${agent.toBase58()}?tab=receipts`);
    await owner.getByText('Answer this rating').click();
    await owner.getByText('Say something first.').waitFor();
    await owner.getByLabel('Your answer').fill('x'.repeat(2_001));
    await owner.getByText('an answer has 1 to 2000 bytes, got 2001').first().waitFor();
    await owner.getByLabel('Your answer').fill(ANSWER);
    await owner.getByRole('button', { name: 'Answer, once and for good' }).click();
    await sign(owner, 'Answer the rating');
    await strip(owner).getByText('It is done anew.').waitFor({ timeout: 30_000 });
    const found = await readResponse(world.chain, world.deployment, agent, 0n);
    assert.deepEqual(Buffer.from(found?.textHash ?? []), Buffer.from(responseTextHash(ANSWER)));
    await payer.reload();
    await strip(payer).getByText('We are sorry about chapter nine.').waitFor();
    assert.equal(await owner.getByText('Answer this rating').count(), 0);
  });

  it('shows no text whose hash is another than the one on the chain', async () => {
    const { page, context } = await openPage(browser, world.app.url);
    await page.route(`${world.indexer?.url}/v1/agents/*/ratings*`, async (route) => {
      const response = await route.fetch();
      const text = (await response.text()).replace('We are sorry', 'We are not sorry');
      await route.fulfill({ response, body: text });
    });
    await page.goto(`/agents/${agent.toBase58()}?tab=receipts`);
    await strip(page).getByText('Nobody here has its text').click();
    assert.equal(await page.getByText('not sorry').count(), 0);
    const drop = strip(page).getByLabel('Text of the answer');
    await drop.setInputFiles(file('other.txt', 'We are not sorry'));
    await page.getByText('That is another text than the one that was answered.').waitFor();
    await drop.setInputFiles(file('answer.txt', ANSWER));
    await strip(page).getByText('We are sorry about chapter nine.').waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    await context.close();
  });

  it('is saved with its proof as one file', async () => {
    const [download] = await Promise.all([
      payer.waitForEvent('download'),
      strip(payer).getByRole('button', { name: 'Save with its proof' }).click(),
    ]);
    saved = readFileSync(await download.path(), 'utf8');
    const document = JSON.parse(saved);
    assert.equal(document.format, 'agent-labs/receipt/v1');
    assert.equal(document.facts.subject, job.toBase58());
  });

  it('is checked from its file, against the chain, by anybody', async () => {
    await payer.getByRole('link', { name: 'Check a receipt from a file' }).click();
    const drop = payer.getByLabel('Receipt file');
    await drop.setInputFiles(file('none.json', '{"format": "something"}'));
    await payer.getByText(/^That is no receipt:/).waitFor();
    await drop.setInputFiles(file('receipt.json', saved));
    await strip(payer).getByText('not checked').waitFor();
    await payer.getByRole('button', { name: 'Check it against the chain' }).click();
    await payer.getByText('The receipt holds.').waitFor();
    await strip(payer).getByText('The protocol registered this tree.').waitFor();
    await payer.getByText('We are sorry about chapter nine.').waitFor();
  });

  it('is checked against a root that the reader has, with no node', async () => {
    const document = JSON.parse(saved);
    const { page, context } = await openPage(browser, world.app.url);
    await page.goto('/verify');
    await page.getByLabel('Receipt file').setInputFiles(file('receipt.json', saved));
    await page.getByText('Check it without a node').click();
    await page.getByLabel('Root of the tree').fill('not a root');
    await page.getByRole('button', { name: 'Check it against this root' }).click();
    await page.getByText('A root is 32 bytes').first().waitFor();
    await page.getByLabel('Root of the tree').fill('ab'.repeat(32));
    await page.getByRole('button', { name: 'Check it against this root' }).click();
    await page.getByText('The receipt does not hold.').waitFor();
    await page.getByLabel('Root of the tree').fill(document.root);
    await page.getByRole('button', { name: 'Check it against this root' }).click();
    await page.getByText('The receipt holds.').waitFor();
    await page.getByText('No node was asked.', { exact: false }).waitFor();
    await context.close();
  });

  it('does not hold where a star was added', async () => {
    const document = JSON.parse(saved);
    document.facts.stars = 5;
    await payer.goto('/verify');
    await payer.getByLabel('Receipt file').setInputFiles(file('more.json', JSON.stringify(document)));
    await payer.getByRole('button', { name: 'Check it against the chain' }).click();
    await payer.getByText('The receipt does not hold.').waitFor();
    await strip(payer).getByText('does not hold', { exact: true }).waitFor();
  });

  for (const dark of [false, true]) {
    it(`is clean to axe and fits, ${dark ? 'dark' : 'light'}`, async () => {
      for (const width of [390, 1440]) {
        const own = await openPage(browser, world.app.url, { dark, width });
        await own.page.goto('/settings');
        await connectBurner(own.page, 'Payer');
        for (const path of [
          '/verify',
          `/agents/${agent.toBase58()}?tab=receipts`,
          `/agents/${agent.toBase58()}`,
          `/jobs/${job.toBase58()}`,
        ]) {
          await own.page.goto(path);
          await own.page.locator('main h1').first().waitFor();
          if (path === '/verify') {
            await own.page.getByLabel('Receipt file').setInputFiles(file('receipt.json', saved));
            await own.page.getByRole('button', { name: 'Check it against the chain' }).click();
            await own.page.getByText('The receipt holds.').waitFor();
          }
          await own.page.waitForFunction(() => document.querySelector('main .skeleton') === null);
          const { violations } = await new AxeBuilder({ page: own.page }).analyze();
          const found = violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
          );
          assert.deepEqual(found, [], path);
          const over = await own.page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          assert.equal(over, 0, `${path} is wider than the screen`);
          if (process.env.SHOTS !== undefined) {
            const name = `receipts${path.replaceAll('/', '_').replaceAll('?', '-').slice(0, 16)}${path.includes('tab') ? 'r' : ''}`;
            const shot = `${process.env.SHOTS}/${name}-${width}-${dark ? 'dark' : 'light'}.png`;
            await own.page.screenshot({ path: shot, fullPage: true });
          }
        }
        assert.deepEqual(own.faults, []);
        await own.context.close();
      }
    });
  }

  it('breaks no script and no policy on the way', () => {
    const faults = watched.flatMap((one) => one.faults);
    assert.deepEqual(
      faults.filter((text) => !text.startsWith('Failed to load resource')),
      [],
    );
  });
});
