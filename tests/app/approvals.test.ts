import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AllowTree,
  acceptJob,
  allowRootOf,
  channelOpen,
  deliverJob,
  mandateAddress,
  mandateDeposit,
  readAgent,
  readApproval,
  readChannel,
  readJob,
  readMandate,
} from '@agent-labs/sdk';
import { AxeBuilder } from '@axe-core/playwright';
import { PublicKey } from '@solana/web3.js';
import type { Browser, Page } from 'playwright-core';
import { connectBurner, launch, openPage, requireBrowser, sign, type WatchedPage } from './browser';
import { type AgentSoftware, World } from './world';

const DAY = 86_400n;
const UNIT = 1_000_000n;
const TERMS = '# Translate nine chapters\n';
const sha256 = (text: string) => createHash('sha256').update(text).digest();

describe('approvals, on the page', function () {
  this.timeout(600_000);
  let world: World;
  let browser: Browser;
  let software: AgentSoftware;
  let agent: PublicKey;
  let mandate: PublicKey;
  const watched: WatchedPage[] = [];
  let payer: Page;
  let first: Page;
  let second: Page;
  let asked = '';
  let job: PublicKey;

  before(async function () {
    requireBrowser(this);
    world = await World.start({ indexer: true });
    software = await world.runSoftware('translator');
    agent = await world.register(software, world.localnet.personas.owner);
    mandate = mandateAddress(world.deployment, world.localnet.personas.payer.publicKey, 1n);
    browser = await launch();
    for (const name of ['Payer', 'Arbiter1', 'Arbiter2']) {
      const one = await openPage(browser, world.app.url, name === 'Payer' ? {} : { width: 390, height: 840 });
      watched.push(one);
      await one.page.goto('/settings');
      await connectBurner(one.page, name);
    }
    [payer, first, second] = watched.map(({ page }) => page) as [Page, Page, Page];
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
  const budget = async () => {
    const found = await readMandate(world.chain, world.deployment, mandate);
    assert.ok(found);
    return found;
  };
  const approval = () => readApproval(world.chain, world.deployment, new PublicKey(asked));

  /** Fills the offer of a job for so much. */
  async function fillOffer(amount: string): Promise<void> {
    await payer.goto(`/jobs?offer=true&agent=${agent.toBase58()}`);
    await payer.getByLabel('Out of').selectOption(mandate.toBase58());
    await payer.getByLabel('What it is paid').fill(amount);
    await payer.getByLabel('Terms of the job').setInputFiles(file('terms.md', TERMS));
  }

  /** Asks by the button that is there, and follows to the request. */
  async function ask(title: string): Promise<void> {
    await payer.getByRole('button', { name: 'Ask for approval' }).click();
    await sign(payer, `Ask for approval: ${title}`);
    await payer.waitForURL(/\/approvals\/[1-9A-HJ-NP-Za-km-z]{32,}$/);
    asked = payer.url().split('/approvals/')[1] ?? '';
  }

  async function approve(page: Page): Promise<void> {
    await page.goto(`/approvals/${asked}`);
    await page.getByRole('button', { name: 'Approve this call', exact: true }).click();
    await sign(page, 'Approve this call');
    await page.getByRole('button', { name: 'Take my signature back' }).waitFor();
  }

  /** By an indexer that tells what became of it, or by the chain alone. */
  const used = (page: Page) =>
    page.getByRole('heading', { name: /^(There is no request here|It was approved, and .*)$/ }).waitFor();
  const ended = (page: Page) =>
    page.getByRole('heading', { name: /^(There is no request here|It was ended, and .*)$/ }).waitFor();

  it('opens a mandate with approvers, both triggers and a list of agents', async () => {
    const { arbiter1, arbiter2, arbiter3, payer: own } = world.localnet.personas;
    const approvers = [arbiter1, arbiter2, arbiter3].map(({ publicKey }) => publicKey);
    await payer.goto('/mandates');
    await payer.getByRole('button', { name: 'Open a mandate' }).first().click();
    await payer.getByLabel('Set aside').fill('100');
    await payer.getByLabel('At most a day').fill('1000');
    await payer.getByText('Whom it may pay').click();
    const list = payer.getByLabel('Or a longer list of agents');
    await list.fill('not-an-address');
    await payer.getByText('not-an-address is no address.').first().waitFor();
    const agents = [agent, world.agent];
    await list.fill(agents.map((each) => each.toBase58()).join('\n'));
    const [saved] = await Promise.all([
      payer.waitForEvent('download'),
      payer.getByRole('button', { name: 'Save the list of 2 agents' }).click(),
    ]);
    const tree = new AllowTree(agents);
    const kept = JSON.parse(readFileSync(await saved.path(), 'utf8'));
    assert.equal(kept.root, Buffer.from(tree.root).toString('hex'));
    assert.deepEqual(
      kept.proofs[agent.toBase58()],
      tree.proof(agent).map((hash) => Buffer.from(hash).toString('hex')),
    );
    await payer.getByLabel('Attestor of owners').fill('nobody');
    await payer.getByText('That is no address.').first().waitFor();
    await payer.getByLabel('Attestor of owners').fill('');

    await payer.getByText('Who signs off larger sums').click();
    await payer.getByLabel('Approvers').fill(own.publicKey.toBase58());
    await payer.getByText('Who pays cannot approve its own payments.').first().waitFor();
    await payer.getByLabel('Approvers').fill(approvers.map((key) => key.toBase58()).join(', '));
    await payer.getByText('Say from which amount on the approvers are asked.').waitFor();
    await payer.getByLabel('How many must sign').selectOption('2');
    await payer.getByLabel('Asked for an allotment from').fill('50');
    await payer.getByLabel('Asked for a release from').fill('60');
    await payer.getByRole('button', { name: 'Set aside 100 under these limits' }).click();
    await sign(payer, 'Open a mandate');
    await payer.waitForURL(`**/mandates/${mandate.toBase58()}`);
    await payer.getByText('2 of 3 must sign').waitFor();
    await payer.getByText('2 agents, kept in this browser').waitFor();
    const account = await budget();
    assert.deepEqual(
      account.approvers.map((key) => key.toBase58()),
      approvers.map((key) => key.toBase58()),
    );
    assert.deepEqual(
      [account.approvalThreshold, account.approvalAbove, account.releaseApprovalAbove],
      [2, 50n * UNIT, 60n * UNIT],
    );
    assert.deepEqual(Buffer.from(allowRootOf(account) ?? []), Buffer.from(tree.root));
  });

  it('says in another browser that the list is missing, and takes its file', async () => {
    const { page, context } = await openPage(browser, world.app.url);
    await page.goto('/settings');
    await connectBurner(page, 'Payer');
    await page.goto(`/mandates/${mandate.toBase58()}`);
    const drop = page.getByLabel('List of agents');
    await drop.setInputFiles(file('other.json', '{}'));
    await page.getByText('That is no list of agents').waitFor();
    const agents = [agent.toBase58()];
    await drop.setInputFiles(
      file('wrong.json', JSON.stringify({ format: 'agent-labs/allow-list/v1', agents })),
    );
    await page.getByText('That is the list of another mandate.').waitFor();
    agents.push(world.agent.toBase58());
    await drop.setInputFiles(
      file('list.json', JSON.stringify({ format: 'agent-labs/allow-list/v1', agents })),
    );
    await page.getByText('2 agents, kept in this browser').waitFor();
    await context.close();
  });

  it('asks for a job that is large, in the place of offering it', async () => {
    await fillOffer('10');
    await payer.getByRole('button', { name: /^Offer it for/ }).waitFor();
    await fillOffer('150');
    await payer.getByText("So large a job needs 2 of the mandate's 3 approvers.").waitFor();
    assert.equal(await payer.getByRole('button', { name: /^Offer it for/ }).count(), 0);
    await ask('offer a job');
    await payer.getByText('0 signed, 2 needed').waitFor();
    const account = await approval();
    assert.deepEqual([account?.threshold, account?.signers.length], [2, 0]);
  });

  it('shows the exact call, what changes by it, and its digest made anew', async () => {
    await payer.getByText('made anew here: the same').waitFor();
    const changes = payer.getByRole('region', { name: 'What changes by it' });
    await changes
      .getByRole('row')
      .filter({ hasText: 'Free in the mandate' })
      .getByText('0.00 tUSD', { exact: true })
      .waitFor();
    await changes
      .getByRole('row')
      .filter({ hasText: 'Allotted today' })
      .getByText('150.00')
      .first()
      .waitFor();
    await payer.getByText("After: by the programs' arithmetic.").waitFor();
    await payer.locator('.instruction').getByText('150.00').first().waitFor();
    await payer.getByText('who asked', { exact: true }).waitFor();
  });

  it('waits in the inbox of each approver, counted in the navigation', async () => {
    await first.goto('/');
    await first.locator('.bottom-bar').getByText('1', { exact: false }).first().waitFor();
    await first.locator('.bottom-bar').getByText('for you to sign').waitFor({ state: 'attached' });
    await first
      .locator('.bottom-bar')
      .getByRole('link', { name: /Approvals/ })
      .click();
    const row = first.getByRole('region', { name: 'Approvals' }).getByRole('row').nth(1);
    await row.getByText('0 of 2 signed').waitFor();
    await row.getByRole('link').click();
    await first.getByText('You are').waitFor();
  });

  it('is signed, taken back, and signed again', async () => {
    await approve(first);
    assert.equal((await approval())?.signers.length, 1);
    await first.getByRole('button', { name: 'Take my signature back' }).click();
    await sign(first, 'Take your signature back');
    await first.getByRole('button', { name: 'Approve this call', exact: true }).waitFor();
    assert.equal((await approval())?.signers.length, 0);
    await approve(first);
    await first.goto('/approvals?show=signed');
    await first.getByText('1 of 2 signed').waitFor();
    await first.goto('/approvals');
    await first.getByRole('heading', { name: 'Nothing waits for your signature' }).waitFor();
  });

  it('is not shown for signing where the node tells another call than was signed', async () => {
    const lie = async (route: Parameters<Parameters<Page['route']>[1]>[0]) => {
      const response = await route.fetch();
      const text = await response.text();
      const { method, params } = route.request().postDataJSON() ?? {};
      if (method !== 'getAccountInfo' || params?.[0] !== asked)
        return route.fulfill({ response, body: text });
      const answer = JSON.parse(text);
      const bytes = Buffer.from(answer.result.value.data[0], 'base64');
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      answer.result.value.data[0] = bytes.toString('base64');
      return route.fulfill({ response, body: JSON.stringify(answer) });
    };
    await second.route(`${world.localnet.rpcUrl}/**`, lie);
    await second.route(world.localnet.rpcUrl, lie);
    await second.goto(`/approvals/${asked}`);
    await second.getByText('made anew here: another').waitFor();
    await second.getByText('Blocked: the digest does not match.').waitFor();
    assert.equal(
      await second.getByRole('button', { name: 'Approve this call', exact: true }).isDisabled(),
      true,
    );
    await second.unrouteAll({ behavior: 'wait' });
  });

  it('is sent once enough have signed, simulated first, and is used up by that', async () => {
    await approve(second);
    await payer.goto(`/approvals/${asked}`);
    await payer.getByText('After: as the node simulates this very call.').waitFor();
    const before = await budget();
    await payer.getByRole('button', { name: /^Send it:/ }).click();
    const title = (await payer.locator('main h1').textContent()) ?? '';
    await sign(payer, title);
    await used(payer);
    assert.equal(await approval(), null);
    const after = await budget();
    assert.deepEqual([before.free, after.free, after.allotted], [100n * UNIT, 0n, 150n * UNIT]);
    assert.equal(after.jobs, 1);
    const told = { state: 'Consumed', endedAt: Number(await world.chain.unixTime()) - 90 };
    const headers = { 'access-control-allow-origin': '*' };
    await first.route(`${world.indexer?.url}/v1/approvals/*`, (route) =>
      route.fulfill({ json: told, headers }),
    );
    await first.goto(`/approvals/${asked}`);
    await first.getByRole('heading', { name: 'It was approved, and the call was made.' }).waitFor();
    await first.getByText('A signature given now would be too late').waitFor();
    await first.unrouteAll({ behavior: 'wait' });
  });

  it('asks for the release of that job, which is large as well', async () => {
    await payer.goto('/jobs');
    await payer.getByRole('link', { name: 'See the job' }).first().click();
    await payer.waitForURL(/\/jobs\/[1-9A-HJ-NP-Za-km-z]{32,}$/);
    job = new PublicKey(payer.url().split('/jobs/')[1] ?? '');
    const { personas } = world.localnet;
    const on = { job, agentKey: software.key, feePayer: personas.operator };
    await acceptJob(world.chain, world.deployment, { ...on, termsHash: sha256(TERMS) });
    await deliverJob(world.chain, world.deployment, { ...on, resultHash: sha256('done') });
    await payer.reload();
    await payer.getByText("So large a release needs 2 of the mandate's 3 approvers.").waitFor();
    await ask('accept the result');
    const changes = payer.getByRole('region', { name: 'What changes by it' });
    await changes.getByRole('row').filter({ hasText: "The agent's for good" }).getByText('150.00').waitFor();
    await payer.goto(`/jobs/${job.toBase58()}`);
    await payer.getByRole('region', { name: 'Asked of the approvers' }).getByText('0 of 2 signed').waitFor();
    await approve(first);
    await approve(second);
    await payer.goto(`/approvals/${asked}`);
    const title = (await payer.locator('main h1').textContent()) ?? '';
    await payer.getByRole('button', { name: /^Send it:/ }).click();
    await sign(payer, title);
    await used(payer);
    const account = await readJob(world.chain, world.deployment, job);
    assert.deepEqual([account?.status, account?.earned], ['Released', 150n * UNIT]);
  });

  it('asks for a larger allotment of a channel', async () => {
    const { chain, deployment } = world;
    const { payer: own } = world.localnet.personas;
    const registered = await readAgent(chain, deployment, world.agent);
    const { instruction, channel } = await channelOpen(deployment, {
      authority: own.publicKey,
      rentPayer: own.publicKey,
      mandate,
      agent: world.agent,
      versionNumber: registered?.latestVersion ?? 0,
      amount: 10n * UNIT,
      expiresAt: (await chain.unixTime()) + DAY,
      allowProof: new AllowTree([agent, world.agent]).proof(world.agent),
    });
    const { mint, tokenProgram } = await budget();
    const ref = { mandate, payer: own.publicKey, mint, tokenProgram };
    const deposit = await mandateDeposit(deployment, ref, 10n * UNIT);
    await chain.send([deposit, instruction], { payer: own });
    await payer.goto(`/channels/${channel.toBase58()}`);
    await payer.getByLabel('How much more').fill('70');
    await payer.getByText("So large an allotment needs 2 of the mandate's 3 approvers.").waitFor();
    await ask('allot more');
    await approve(first);
    await approve(second);
    await payer.goto(`/approvals/${asked}`);
    await payer.getByText('After: as the node simulates this very call.').waitFor();
    const title = (await payer.locator('main h1').textContent()) ?? '';
    await payer.getByRole('button', { name: /^Send it:/ }).click();
    await sign(payer, title);
    await used(payer);
    assert.equal((await readChannel(chain, deployment, channel))?.allotted, 80n * UNIT);
  });

  it('asks for the channel of a call, and the call goes on over it', async () => {
    await payer.goto('/mandates');
    await payer.getByRole('button', { name: 'Open a mandate' }).first().click();
    await payer.getByLabel('Set aside').fill('5');
    await payer.getByText('Who signs off larger sums').click();
    const { arbiter1 } = world.localnet.personas;
    await payer.getByLabel('Approvers').fill(arbiter1.publicKey.toBase58());
    await payer.getByLabel('Asked for an allotment from').fill('0.5');
    await payer.getByRole('button', { name: 'Set aside 5 under these limits' }).click();
    await sign(payer, 'Open a mandate');
    await payer.waitForURL(/\/mandates\/[1-9A-HJ-NP-Za-km-z]{32,}$/);
    const small = payer.url().split('/mandates/')[1] ?? '';
    await payer.goto(`/agents/${world.agent.toBase58()}?tab=call`);
    await payer.getByLabel('Pay out of').selectOption(small);
    await payer.getByLabel('Document to send').setInputFiles(file('notes.md', '# Notes\n\nOf a day.\n'));
    await payer.getByRole('button', { name: /^Send and pay/ }).click();
    await payer.getByText("The channel that this call is paid over needs 1 of the mandate's").waitFor();
    await ask('open a channel');
    await approve(first);
    await payer.goto(`/approvals/${asked}`);
    const title = (await payer.locator('main h1').textContent()) ?? '';
    await payer.getByRole('button', { name: /^Send it:/ }).click();
    await sign(payer, title);
    await used(payer);
    await payer.goto(`/agents/${world.agent.toBase58()}?tab=call`);
    await payer.getByLabel('Pay out of').selectOption(small);
    await payer.getByLabel('Document to send').setInputFiles(file('notes.md', '# Notes\n\nOf a day.\n'));
    await payer.getByRole('button', { name: /^Send and pay/ }).click();
    await payer.getByRole('region', { name: 'Answer' }).getByRole('article', { name: 'Receipt' }).waitFor();
  });

  it('says that a decision is late, and anyone may end it then', async () => {
    await fillOffer('55');
    await payer.getByLabel('They can sign for').selectOption({ label: '1 h' });
    await ask('offer a job');
    await approve(first);
    await world.advance(3_600);
    await second.goto(`/approvals/${asked}`);
    await second.getByText('Too late.').waitFor();
    await second.getByText('Too late: it has ended.').waitFor();
    assert.equal(
      await second.getByRole('button', { name: 'Approve this call', exact: true }).isDisabled(),
      true,
    );
    await second.getByRole('button', { name: 'End the request' }).click();
    await sign(second, 'End the request');
    await ended(second);
    assert.equal(await approval(), null);
  });

  it('is ended by who asked', async () => {
    await fillOffer('56');
    await ask('offer a job');
    await payer.goto('/approvals?show=asked');
    await payer.getByRole('row').filter({ hasText: '56.00' }).getByRole('link').first().click();
    await payer.getByRole('button', { name: 'End the request' }).click();
    await sign(payer, 'End the request');
    await ended(payer);
  });

  for (const dark of [false, true]) {
    it(`is clean to axe and fits, ${dark ? 'dark' : 'light'}`, async () => {
      if (!dark) {
        await fillOffer('57');
        await ask('offer a job');
      }
      for (const width of [390, 1440]) {
        const own = await openPage(browser, world.app.url, { dark, width });
        await own.page.goto('/settings');
        await connectBurner(own.page, 'Arbiter1');
        for (const path of ['/approvals', '/approvals?show=signed', `/approvals/${asked}`]) {
          await own.page.goto(path);
          await own.page.locator('main h1').first().waitFor();
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
