import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentAddress } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { Browser, Page } from 'playwright-core';
import {
  connectBurner,
  connectNewcomer,
  launch,
  openPage,
  requireBrowser,
  sign,
  type WatchedPage,
} from './browser';
import { type AgentSoftware, World } from './world';

const DOCUMENT = `# Night trains

Sleepers leave at dusk and arrive at dawn. Night trains need crews, couchettes and a timetable that holds.

## Crews

A crew changes at the border. The couchettes stay warm.
`;

describe('the story of a newcomer', function () {
  this.timeout(240_000);
  let world: World;
  let browser: Browser;
  let software: AgentSoftware;
  let owner: Page;
  let payer: Page;
  let agent = '';
  let watched: WatchedPage[] = [];

  before(async function () {
    requireBrowser(this);
    world = await World.start({ indexer: true });
    browser = await launch();
    software = await world.runSoftware('night-reader');
    const [first, second] = [await openPage(browser, world.app.url), await openPage(browser, world.app.url)];
    watched = [first, second];
    owner = first.page;
    payer = second.page;
  });
  after(async () => {
    await browser?.close();
    await world?.stop();
  });

  it('connects a wallet that has money to try things', async () => {
    await owner.goto('/');
    await connectNewcomer(owner);
    await owner.getByRole('button', { name: /^Wallet Newcomer/ }).click();
    await owner.getByText('5,000.00').first().waitFor();
    await owner.keyboard.press('Escape');
  });

  it('is told by name what is wrong in a manifest', async () => {
    await owner.getByRole('link', { name: 'Register an agent' }).click();
    const file = join(world.directory, 'wrong.json');
    writeFileSync(file, JSON.stringify({ ...software.manifest, handle: 'Not A Handle', price: 1 }));
    await owner.getByLabel('Manifest file').setInputFiles(file);
    await owner.getByText(/things are wrong in this file/).waitFor();
    await owner.getByText('handle', { exact: true }).first().waitFor();
  });

  it('registers an agent from a file', async () => {
    const file = join(world.directory, 'manifest.json');
    writeFileSync(file, JSON.stringify(software.manifest, null, 2));
    await owner.getByLabel('Manifest file').setInputFiles(file);
    await owner.getByLabel('Let this server keep it').check();
    await owner.getByLabel('Agent key').fill(software.key.publicKey.toBase58());
    await owner.getByRole('button', { name: /^Register night-reader/ }).click();
    await sign(owner, 'Register night-reader');
    await owner.getByRole('heading', { name: 'It is on the chain' }).waitFor();
    await owner.getByRole('link', { name: 'Stake on it' }).click();
    await owner.getByRole('heading', { name: 'Stake on your agent' }).waitFor();
    agent = owner.url().split('/agents/')[1]?.split('?')[0] ?? '';
    const wallet = await owner.evaluate(() => localStorage.getItem('agent-labs:burners'));
    const [{ address }] = JSON.parse(wallet ?? '[]') as [{ address: string }];
    const expected = agentAddress(world.deployment, new PublicKey(address), 'night-reader');
    assert.equal(agent, expected.toBase58());
    await world.runAs(expected, software);
  });

  it('stakes what the protocol asks for before anybody can pay it', async () => {
    await owner.getByText('Not enough to take business.').waitFor();
    await owner.getByRole('button', { name: /^Stake 2000/ }).click();
    await sign(owner, 'Stake on night-reader');
    await owner.getByText('It has what the protocol asks for').waitFor();
    await owner.getByRole('navigation', { name: 'About this agent' }).getByText('Overview').click();
    await owner.getByText('hash checked here').waitFor();
  });

  it('is found by somebody else, once asked for those not proven yet', async () => {
    await payer.goto('/');
    await connectBurner(payer, 'Payer');
    await payer.getByLabel('Search the registry').fill('night-reader');
    await payer.getByRole('heading', { name: 'No proven agent matches' }).waitFor();
    await payer.getByRole('button', { name: 'Show those not proven yet' }).click();
    const row = payer.getByRole('row').filter({ hasText: 'night-reader' });
    await row.getByRole('link').click();
    await payer.getByText('hash checked here').waitFor();
    assert.ok(payer.url().endsWith(`/agents/${agent}`));
  });

  it('is paid: a mandate, a channel, a document, an answer', async () => {
    const document = join(world.directory, 'night-trains.md');
    writeFileSync(document, DOCUMENT);
    await payer.getByRole('link', { name: 'Call it' }).first().click();
    await payer.getByRole('button', { name: /^Set aside .* under these limits/ }).click();
    await sign(payer, 'Open a mandate');
    await payer.getByLabel('Document to send').setInputFiles(document);
    await payer.getByRole('button', { name: /^Send and pay/ }).click();
    await sign(payer, 'Allot to the agent');
    const answer = payer.getByRole('region', { name: 'Answer' });
    await answer.getByText('"Night trains"').first().waitFor();
    await answer.getByRole('article', { name: 'Receipt' }).waitFor();
  });

  it('asks the wallet no more for the second call', async () => {
    await payer.getByLabel('Document to send').setInputFiles(join(world.directory, 'night-trains.md'));
    await payer.getByRole('button', { name: /^Send and pay/ }).click();
    await payer.getByRole('region', { name: 'Answer' }).getByText('for call 2').waitFor();
  });

  it('checks the seal in the browser once the chain has settled', async () => {
    await payer.getByRole('navigation', { name: 'About this agent' }).getByText('Receipts').click();
    const receipt = payer.getByRole('article', { name: 'Receipt' }).first();
    const seal = receipt.getByRole('button', { name: /^Seal/ });
    await receipt.getByText('not checked').waitFor();
    for (let look = 0; look < 40; look += 1) {
      await seal.click();
      await receipt.getByText(/signed this call and its answer/).waitFor();
      if (await receipt.getByText('checked', { exact: true }).isVisible()) break;
      await payer.waitForTimeout(500);
    }
    await receipt.getByText(/The chain has settled 2 calls/).waitFor();
  });

  it('sees the money move, and pays out what has matured', async () => {
    await world.advance(61);
    await payer.getByRole('navigation', { name: 'Main' }).getByText('Money').click();
    await payer.getByRole('link', { name: 'Mandate 1' }).click();
    await payer.getByText('2 calls at').waitFor();
    await payer.getByRole('button', { name: 'Pay out' }).click();
    const account = payer.getByRole('dialog', { name: 'Review: Make a token account' });
    const pay = payer.getByRole('dialog', { name: 'Review: Pay out' });
    await account.or(pay).waitFor();
    if (await account.isVisible()) await sign(payer, 'Make a token account');
    await sign(payer, 'Pay out');
    await payer
      .getByRole('row', { name: /Paid out/ })
      .first()
      .waitFor();
  });

  it('rates it, and checks the receipt of that against the root on the chain', async () => {
    await payer.goto(`/agents/${agent}?tab=receipts`);
    await payer.getByRole('radio', { name: 'good' }).check({ force: true });
    await payer.getByRole('button', { name: 'Rate 4 of 5' }).click();
    await sign(payer, 'Rate 4 of 5');
    await payer.getByText('4.00').first().waitFor();
    const rated = payer.getByRole('article', { name: 'Receipt' }).filter({ hasText: 'rated it' });
    await rated.waitFor({ timeout: 30_000 });
    await rated.getByRole('button', { name: /^Seal/ }).click();
    await rated.getByText('checked', { exact: true }).waitFor();
    await rated.getByText('The protocol registered this tree.').waitFor();
  });

  it('shows its score where agents are compared', async () => {
    await payer.goto('/?q=night-reader');
    await payer.getByRole('table', { name: 'Agents' }).getByText('4.00').waitFor();
  });

  it('takes stake out: it cools, counts down, and comes back', async () => {
    await owner.goto('/stake');
    await owner.getByRole('button', { name: 'Take out' }).click();
    await owner.getByLabel('How much').fill('500');
    await owner.getByRole('button', { name: 'Begin to cool' }).click();
    await sign(owner, 'Begin to take stake out');
    const positions = owner.getByRole('region', { name: 'Positions' });
    await positions.getByText('1,500.00').waitFor();
    await positions.getByText(/^20 d 23 h/).waitFor();
    await world.advance(21 * 86_400 + 1);
    await owner.getByRole('button', { name: 'Withdraw' }).click();
    await sign(owner, 'Withdraw stake');
    await positions.getByText('0.00 tSTAKE', { exact: true }).waitFor();
  });

  it('stops all spending by one switch', async () => {
    await payer.goto('/mandates');
    await payer.getByRole('link', { name: 'Mandate 1' }).click();
    await payer.getByRole('button', { name: 'Stop all spending' }).click();
    await payer.getByText('Nothing more is allotted, for good.').waitFor();
    await payer.getByRole('button', { name: 'Stop all spending' }).click();
    await sign(payer, 'Stop all spending');
    await payer.getByText('Stopped').first().waitFor();
  });

  it('breaks no script and no policy on the way', () => {
    // an answer of 404 or 503 is one, and is shown on the page
    const faults = watched.flatMap((page) => page.faults);
    assert.deepEqual(
      faults.filter((text) => !text.startsWith('Failed to load resource')),
      [],
    );
  });
});
