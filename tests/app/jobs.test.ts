import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deliverJob, ensureMandate, readJob, readMandate } from '@agent-labs/sdk';
import { AxeBuilder } from '@axe-core/playwright';
import { Keypair, PublicKey } from '@solana/web3.js';
import type { Browser, Page } from 'playwright-core';
import { connectBurner, launch, openPage, requireBrowser, sign, type WatchedPage } from './browser';
import { type AgentSoftware, World } from './world';

const DAY = 86_400n;
const RESULT = 'All nine chapters are translated.';

describe('the story of a job, on the page', function () {
  this.timeout(400_000);
  let world: World;
  let browser: Browser;
  let software: AgentSoftware;
  let agent: PublicKey;
  let mandate: PublicKey;
  let payer: Page;
  let owner: Page;
  let watched: WatchedPage[] = [];
  let job = '';

  before(async function () {
    requireBrowser(this);
    world = await World.start({ indexer: true });
    const { personas, info } = world.localnet;
    software = await world.runSoftware('translator');
    agent = await world.register(software, personas.owner);
    ({ mandate } = await ensureMandate(world.chain, world.deployment, {
      payer: personas.payer,
      session: Keypair.generate(),
      mint: new PublicKey(info.mint),
      perCallMax: 10_000n,
      dailyCap: 500_000_000n,
      totalCap: 900_000_000n,
      lifetime: 30n * DAY,
      deposit: 50_000_000n,
    }));
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

  const file = (name: string, text: string): string => {
    const path = join(world.directory, name);
    writeFileSync(path, text);
    return path;
  };
  const account = async () => {
    const found = await readJob(world.chain, world.deployment, new PublicKey(job));
    assert.ok(found);
    return found;
  };
  const deliver = () =>
    deliverJob(world.chain, world.deployment, {
      job: new PublicKey(job),
      agentKey: software.key,
      resultHash: createHash('sha256').update(RESULT).digest(),
      feePayer: world.localnet.personas.operator,
    });

  /** Offers a job for so much from the form that is open, with terms of its own. */
  async function offer(amount: string, terms: string): Promise<void> {
    await payer.getByLabel('What it is paid').fill(amount);
    await payer.getByLabel('Terms of the job').setInputFiles(file(`${terms}.md`, `# ${terms}\n`));
    await payer.getByRole('button', { name: /^Offer it for/ }).click();
    await sign(payer, 'Offer the job');
    await payer.waitForURL(/\/jobs\/[1-9A-HJ-NP-Za-km-z]{32,}$/);
    job = payer.url().split('/jobs/')[1] ?? '';
  }

  it('is offered from the agent’s page, with terms, for more than is free', async () => {
    await payer.goto(`/agents/${agent.toBase58()}`);
    await payer.getByRole('link', { name: 'Offer a job' }).click();
    await payer.getByText('translator').first().waitFor();
    await payer.getByText('Say what it is paid.').waitFor();
    await payer.getByLabel('What it is paid').fill('600');
    await payer.getByText('Choose the file with the terms first.').waitFor();
    await payer.getByLabel('Terms of the job').setInputFiles(file('none.md', '#'));
    await payer.getByText("Today's limit of the mandate does not allow that.").waitFor();
    await offer('80', 'Translate nine chapters');
    const { amount, status } = await account();
    assert.deepEqual([amount, status], [80_000_000n, 'Funded']);
    await payer.getByText('On offer').first().waitFor();
    assert.equal((await readMandate(world.chain, world.deployment, mandate))?.free, 0n);
  });

  it('is accepted by the agent’s owner, for the very terms', async () => {
    await owner.goto('/jobs?as=payee');
    await owner.getByRole('link', { name: 'See the job' }).click();
    await owner.getByText("the agent's owner").first().waitFor();
    const terms = owner.getByLabel('Terms that you were sent');
    await terms.setInputFiles(file('other.md', '# Translate ten chapters\n'));
    await owner.getByText('These are not the terms that the job was offered with').waitFor();
    await terms.setInputFiles(file('same.md', '# Translate nine chapters\n'));
    await owner.getByRole('button', { name: 'Accept the job' }).click();
    await sign(owner, 'Accept the job');
    await owner.getByText('Being worked on').first().waitFor();
    await payer.reload();
    await payer.getByText('Nothing, by this wallet and at this time.').waitFor();
    await payer.getByText('What cannot be done now, and why').click();
    await payer.getByText(/^The agent may still deliver.*Possible in/).waitFor();
  });

  it('is reviewed: the result is checked against its hash', async () => {
    await deliver();
    await payer.reload();
    await payer.getByText('To be reviewed').first().waitFor();
    const check = payer.getByLabel('File to check');
    await check.setInputFiles(file('wrong.txt', 'nothing'));
    await payer.getByText('This file is neither the terms nor the result.').waitFor();
    await check.setInputFiles(file('result.txt', RESULT));
    await payer.getByText('This is the result, to the byte.').waitFor();
  });

  it('ends in a part: the payee gives back, the payer accepts the rest', async () => {
    await owner.reload();
    await owner.getByLabel('How much to give back').fill('90');
    await owner.getByText('That is more than is not decided yet.').waitFor();
    await owner.getByLabel('How much to give back').fill('20');
    await owner.getByRole('button', { name: 'Give it back' }).click();
    await sign(owner, 'Give back');
    await payer.reload();
    await payer.getByRole('button', { name: /^Accept it, release 60\.00 tUSD/ }).click();
    await payer.getByText("It is the agent's for good after this").waitFor();
    await payer.getByRole('button', { name: /^Accept it, release 60\.00 tUSD/ }).click();
    await sign(payer, 'Accept the result');
    const { earned, returned, status } = await account();
    assert.deepEqual([earned, returned, status], [60_000_000n, 20_000_000n, 'Released']);
  });

  it('is paid out and taken off the chain', async () => {
    await owner.reload();
    await owner.getByRole('button', { name: /^Pay out 60\.00 tUSD/ }).click();
    await sign(owner, 'Pay out the job');
    await owner.reload();
    await owner.getByText('Paid out last').waitFor();
    assert.equal(await owner.getByRole('button', { name: /^Rate/ }).count(), 0, 'the payee rates nothing');
    await payer.reload();
    await payer.getByText('fair', { exact: true }).first().locator('..').click();
    await payer.getByRole('button', { name: 'Rate 3 of 5' }).click();
    await sign(payer, 'Rate 3 of 5');
    await payer.getByRole('button', { name: /^Rate/ }).waitFor({ state: 'detached' });
    const { ratedPaid, ratedReturned } = await account();
    assert.deepEqual([ratedPaid, ratedReturned], [60_000_000n, 20_000_000n]);
    await payer.getByRole('button', { name: 'Take it off the chain' }).click();
    await sign(payer, 'Take the job off the chain');
    await payer.getByRole('heading', { name: 'There is no job here' }).waitFor();
  });

  it('is told in the history of both', async () => {
    const line = (on: Page, text: string) => on.getByRole('row').filter({ hasText: text }).first();
    await payer.goto('/payments?show=work');
    await line(payer, 'Paid out to the agent').getByText('60.00').waitFor();
    await line(payer, 'Money of a job returned').getByText('20.00').waitFor();
    await owner.goto('/payments?show=work');
    await line(owner, 'Paid out to you').getByText('+').waitFor();
  });

  it('is taken back before it is accepted', async () => {
    await payer.goto(`/jobs?offer=true&agent=${agent.toBase58()}`);
    await offer('5', 'Something that is not needed');
    await payer.getByRole('button', { name: 'Take it back' }).click();
    await sign(payer, 'Take the offer back');
    await payer.getByText('Money returned').first().waitFor();
  });

  it('is disputed on its page, where the result is not what was agreed', async () => {
    await payer.goto(`/jobs?offer=true&agent=${agent.toBase58()}`);
    await offer('10', 'Translate one more chapter');
    await owner.goto(`/jobs/${job}`);
    await owner
      .getByLabel('Terms that you were sent')
      .setInputFiles(file('terms.md', '# Translate one more chapter\n'));
    await owner.getByRole('button', { name: 'Accept the job' }).click();
    await sign(owner, 'Accept the job');
    await deliver();
    await payer.reload();
    await payer.getByLabel('How much you claim back').fill('4');
    await payer
      .getByLabel('Your statement')
      .setInputFiles(file('statement.txt', 'It is the same chapter again.'));
    await payer.getByRole('button', { name: /^Open the dispute, put in/ }).click();
    await sign(payer, 'Open a dispute');
    await payer.waitForURL('**/disputes/*');
    const { earned, claimed, status } = await account();
    assert.deepEqual([earned, claimed, status], [6_000_000n, 4_000_000n, 'Disputed']);
    await payer.getByRole('link', { name: 'job' }).click();
    await payer.getByText('Disputed').first().waitFor();
  });

  it('is listed by where it stands', async () => {
    await payer.goto('/jobs?state=Disputed');
    await payer.getByRole('region', { name: 'Jobs' }).getByText('Disputed').waitFor();
    await payer.locator('.job-filter select').selectOption('Accepted');
    await payer.getByRole('heading', { name: 'None stands there' }).waitFor();
    await payer.getByRole('button', { name: 'Show all' }).click();
    await payer.getByRole('region', { name: 'Jobs' }).getByText('Money returned').waitFor();
  });

  for (const dark of [false, true]) {
    it(`is clean to axe and fits, ${dark ? 'dark' : 'light'}`, async () => {
      for (const width of [390, 1440]) {
        const own = await openPage(browser, world.app.url, { dark, width });
        await own.page.goto('/settings');
        await connectBurner(own.page, 'Payer');
        for (const path of ['/jobs', '/jobs?offer=true', `/jobs/${job}`]) {
          await own.page.goto(path);
          await own.page.locator('main h1').first().waitFor();
          await own.page.waitForFunction(() => document.querySelector('main .skeleton.line') === null);
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
            const name = path.replaceAll('/', '_').replaceAll('?', '-').slice(0, 24);
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
