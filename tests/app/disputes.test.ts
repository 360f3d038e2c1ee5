import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configPropose, readConfig, readStakeVault } from '@agent-labs/sdk';
import { AxeBuilder } from '@axe-core/playwright';
import type { PublicKey } from '@solana/web3.js';
import type { Browser, Page } from 'playwright-core';
import { connectBurner, launch, openPage, requireBrowser, sign, type WatchedPage } from './browser';
import { World } from './world';

const DAY = 86_400;
const HOUR = 3_600n;

describe('the story of a payer who was not served', function () {
  this.timeout(400_000);
  let world: World;
  let browser: Browser;
  let agent: PublicKey;
  /** by the name of the persona that is connected */
  const pages = new Map<string, WatchedPage>();
  let dispute = '';

  before(async function () {
    requireBrowser(this);
    world = await World.start({ indexer: true });
    browser = await launch();
    // paid in the token that agents are staked in, so that a ruling can slash
    const software = await world.runSoftware('careless-reader', world.localnet.info.stakeMint);
    agent = await world.register(software, world.localnet.personas.owner, HOUR);
  });
  after(async () => {
    await browser?.close();
    await world?.stop();
  });

  /** The page of a person, connected. */
  const as = async (name: string): Promise<Page> => {
    const known = pages.get(name);
    if (known !== undefined) return known.page;
    const watched = await openPage(browser, world.app.url);
    pages.set(name, watched);
    await watched.page.goto('/settings');
    await connectBurner(watched.page, name);
    return watched.page;
  };
  const file = (name: string, text: string): string => {
    const path = join(world.directory, name);
    writeFileSync(path, text);
    return path;
  };
  const onDispute = async (name: string): Promise<Page> => {
    const page = await as(name);
    await page.goto(`/disputes/${dispute}`);
    await page.getByRole('heading', { name: 'What you can do' }).waitFor();
    return page;
  };
  const vault = async () => {
    const found = await readStakeVault(world.chain, world.deployment, agent);
    assert.ok(found);
    return found;
  };

  it('pays for three calls', async () => {
    const page = await as('Payer');
    await page.goto(`/agents/${agent.toBase58()}?tab=call`);
    await page.getByLabel('At most a call').fill('0.02');
    await page.getByRole('button', { name: /^Set aside .* under these limits/ }).click();
    await sign(page, 'Open a mandate');
    for (const call of [1, 2, 3]) {
      const document = file(
        `notes-${call}.md`,
        `# Notes ${call}\n\nA crew changes at the border, ${call} times.\n`,
      );
      await page.getByLabel('Document to send').setInputFiles(document);
      await page.getByRole('button', { name: /^Send and pay/ }).click();
      if (call === 1) await sign(page, 'Allot to the agent');
      await page.getByRole('region', { name: 'Answer' }).getByText(`for call ${call}`).waitFor();
    }
  });

  it('holds settled money back, releases it, and holds it again', async () => {
    const page = await as('Payer');
    await page.goto('/mandates');
    await page.getByRole('link', { name: 'Mandate 1' }).click();
    await page.getByText('3 calls at').waitFor({ timeout: 40_000 });
    await page.getByRole('link', { name: 'Hold or dispute' }).click();
    await page.getByLabel('How much', { exact: true }).fill('0.01');
    await page.getByRole('button', { name: 'Hold it back' }).click();
    await sign(page, 'Hold settled money');
    await page.getByText(/^lapses in/).waitFor();
    await page.getByRole('button', { name: 'Release the hold' }).click();
    await sign(page, 'Release the hold');
    await page.getByLabel('How much', { exact: true }).fill('0.01');
    await page.getByRole('button', { name: 'Hold it back' }).click();
    await sign(page, 'Hold settled money');
    await page.getByText(/^lapses in/).waitFor();
  });

  it('says why a dispute cannot be opened yet, then opens it with a statement', async () => {
    const page = await as('Payer');
    const button = page.getByRole('button', { name: /^Open the dispute, put in/ });
    await page.getByText('Choose the file with your statement first.').waitFor();
    assert.ok(await button.isDisabled());
    const claim = page.getByLabel('How much you claim back');
    await claim.fill('900');
    await page.getByText('That is more than can be claimed here.').waitFor();
    await claim.fill('0.03');
    await page
      .getByLabel('Your statement')
      .setInputFiles(file('statement.txt', 'It gave me the same answer thrice.'));
    await button.click();
    await sign(page, 'Open a dispute');
    await page.waitForURL('**/disputes/*');
    dispute = page.url().split('/disputes/')[1] ?? '';
    await page.getByText('nobody has answered, so the claimant gets').waitFor();
    await page.getByText('No call is cited yet').waitFor();
  });

  it('cites calls that this browser made, in rising order', async () => {
    const page = await as('Payer');
    for (const call of [1, 3]) {
      await page.getByLabel('Which call').selectOption(String(call));
      await page.getByRole('button', { name: `Cite call ${call}` }).click();
      await sign(page, `Cite call ${call}`);
      await page.getByRole('region', { name: 'Cited calls' }).getByText(`Call ${call}`).waitFor();
    }
    await page.getByText('Every call that this browser has is cited').waitFor();
    await page.getByText('2 calls are cited').waitFor();
  });

  it('tells whose statement a file is', async () => {
    const page = await as('Payer');
    const check = page.getByLabel('Statement to check');
    await check.setInputFiles(file('other.txt', 'something else'));
    await page.getByText('This file is none of the statements on the chain.').waitFor();
    await check.setInputFiles(file('statement.txt', 'It gave me the same answer thrice.'));
    await page.getByText("The claimant's statement: this is the very file.").waitFor();
  });

  it('finds the dispute at the agent, and answers as its owner', async () => {
    const page = await as('Owner');
    await page.goto(`/agents/${agent.toBase58()}?tab=stake`);
    await page.getByRole('region', { name: 'Disputes' }).getByRole('link', { name: /0\.03/ }).click();
    await page.getByText("the agent's owner", { exact: true }).waitFor();
    await page.getByText('Choose the file with your statement first.').waitFor();
    await page
      .getByLabel('Statement', { exact: true })
      .setInputFiles(file('answer.txt', 'They asked thrice.'));
    await page.getByRole('button', { name: /^Answer, put in/ }).click();
    await sign(page, 'Answer the dispute');
    await page.getByText('the agent has answered, so the claim comes to nothing').waitFor();
  });

  it('has arbiters wait for their window, and says so', async () => {
    const page = await as('Arbiter1');
    await page.goto('/arbiter');
    await page.getByText('This wallet sits on the first panel').waitFor();
    await page.getByText('Votes begin when the time to answer is over.').waitFor();
    const payer = await as('Payer');
    await payer.goto('/arbiter');
    await payer.getByText('This wallet sits on no panel today.').waitFor();
    await payer.getByRole('link', { name: 'See all disputes' }).waitFor();
  });

  it('takes votes once the time to answer is over, and rules by the middle one', async () => {
    await world.advance(DAY + 1);
    for (const [name, award] of [
      ['Arbiter1', '100'],
      ['Arbiter3', '80'],
    ] as const) {
      const page = await as(name);
      await page.goto('/arbiter');
      await page.getByRole('link', { name: 'Read and vote' }).click();
      await page.getByLabel('Award to the claimant').fill('101');
      await page.getByText('From 0 to 100, with two decimals at most.').waitFor();
      await page.getByLabel('Award to the claimant').fill(award);
      await page.getByRole('button', { name: `Vote for ${award} %` }).click();
      await sign(page, 'Cast your vote');
    }
    const page = await onDispute('Arbiter2');
    await page.getByRole('region', { name: 'Votes of the first panel' }).getByText('90 %').waitFor();
    await page.getByText('Ruled, open to appeal').waitFor();
    await page.getByText('No panel votes now.').waitFor();
    await page.goto('/arbiter');
    await page.getByText('Nothing waits for your vote').waitFor();
  });

  it('is appealed against, and heard by the other panel', async () => {
    const owner = await onDispute('Owner');
    await owner.getByRole('button', { name: /^Appeal, put in/ }).click();
    await sign(owner, 'Appeal');
    const first = await onDispute('Arbiter2');
    await first.getByText('The other panel decides now, on the appeal.').waitFor();
    for (const name of ['Appeal1', 'Appeal2']) {
      const page = await onDispute(name);
      await page.getByLabel('Award to the claimant').fill('100');
      await page.getByRole('button', { name: 'Vote for 100 %' }).click();
      await sign(page, 'Cast your vote');
    }
  });

  it('is carried out by anybody: the hold pays first, then the owner’s stake', async () => {
    const before = await vault();
    const page = await onDispute('Arbiter2');
    await page.getByText('Decided. Anyone can carry it out.').waitFor();
    await page.getByRole('button', { name: 'Carry it out' }).click();
    // the treasury has never had any of the stake token
    await sign(page, 'Make token accounts');
    await sign(page, 'Carry out the end');
    await page.getByRole('heading', { name: 'The second panel ruled' }).waitFor();
    await page.getByText('100 % of the claim').waitFor();
    const after = await vault();
    // 0.03 claimed, 0.01 held: 0.02 are slashed, and a tenth of that on top
    assert.equal(after.slashed - before.slashed, 22_000n);
    assert.equal(after.disputesLost, before.disputesLost + 1);
    assert.equal(after.openDisputes, 0);
    await page.getByRole('region', { name: 'What happened' }).getByText('Carried out').waitFor();
  });

  it('shows the owner which dispute took how much', async () => {
    const page = await as('Owner');
    await page.goto('/stake');
    const slashes = page.getByRole('region', { name: 'Slashes' });
    await slashes.getByText('0.022').first().waitFor();
    await slashes.getByRole('link').first().click();
    await page.waitForURL(`**/disputes/${dispute}`);
  });

  /** One more call, its money held, and a dispute over it. */
  const again = async (call: number): Promise<Page> => {
    const page = await as('Payer');
    await page.goto(`/agents/${agent.toBase58()}?tab=call`);
    const document = file(`more-${call}.md`, `# More\n\nOnce more, for the ${call}th time.\n`);
    await page.getByLabel('Document to send').setInputFiles(document);
    await page.getByRole('button', { name: /^Send and pay/ }).click();
    await page.getByRole('region', { name: 'Answer' }).getByText(`for call ${call}`).waitFor();
    await page.goto('/mandates');
    await page.getByRole('link', { name: 'Mandate 1' }).click();
    await page.getByText(`${call} calls at`).waitFor({ timeout: 40_000 });
    await page.getByRole('link', { name: 'Hold or dispute' }).click();
    await page.getByLabel('How much', { exact: true }).fill('0.01');
    await page.getByRole('button', { name: 'Hold it back' }).click();
    await sign(page, 'Hold settled money');
    await page.getByLabel('Your statement').setInputFiles(file('statement.txt', 'Again.'));
    await page.getByRole('button', { name: /^Open the dispute, put in/ }).click();
    await sign(page, 'Open a dispute');
    await page.waitForURL('**/disputes/*');
    await page.getByRole('heading', { name: 'What you can do' }).waitFor();
    return page;
  };

  it('takes a claim back, and releases what it held', async () => {
    const page = await again(4);
    await page.getByRole('button', { name: 'Take the claim back' }).click();
    await page.getByText('The claim comes to nothing, and cannot be brought again.').waitFor();
    await page.getByRole('button', { name: 'Take the claim back' }).click();
    await sign(page, 'Take the claim back');
    await page.getByRole('heading', { name: 'The claimant took the claim back' }).waitFor();
  });

  it('comes to what was said where nobody acts: the hold to the payer, no stake touched', async () => {
    const before = await vault();
    const page = await again(5);
    await page.getByLabel('Which call').selectOption('5');
    await page.getByRole('button', { name: 'Cite call 5' }).click();
    await sign(page, 'Cite call 5');
    await page.getByText('nobody has answered, so the claimant gets 0.01 tSTAKE out of the hold').waitFor();
    await page.getByText('It is not decided yet.').waitFor();
    await world.advance(2 * DAY + 1);
    await page.getByText('Decided. Anyone can carry it out.').waitFor();
    await page.getByRole('button', { name: 'Carry it out' }).click();
    await sign(page, 'Carry out the end');
    await page.getByRole('heading', { name: 'Nobody answered, and the panel was silent' }).waitFor();
    await page.getByText('nothing was slashed').waitFor();
    const after = await vault();
    assert.deepEqual([after.slashed, after.disputesLost], [before.slashed, before.disputesLost + 1]);
  });

  it('tells of a change of the settings before it comes', async () => {
    const { operator } = world.localnet.personas;
    const config = await readConfig(world.chain, world.deployment);
    const params = { admin: operator.publicKey, rentPayer: operator.publicKey };
    const { instruction } = await configPropose(world.deployment, {
      ...params,
      number: config?.nextProposal ?? 0n,
      changes: { feeBps: 50, windows: { response: 172_800n } },
    });
    await world.chain.send([instruction], { payer: operator });
    const page = await as('Payer');
    await page.goto('/settings');
    const waiting = page.getByRole('region', { name: 'Changes that wait' });
    await waiting.getByText('fee: 1 % → 0.5 %').waitFor();
    await waiting.getByText('window of response: 1 d → 2 d').waitFor();
    await waiting.getByText(/20 d 23 h|21 d/).waitFor();
  });

  for (const dark of [false, true]) {
    for (const width of [390, 1440]) {
      it(`is clean to axe and fits, ${dark ? 'dark' : 'light'} at ${width} pixels`, async () => {
        const { page, context, faults } = await openPage(browser, world.app.url, { dark, width });
        await page.goto('/settings');
        await connectBurner(page, 'Payer');
        const { channel } = (await world.indexer?.database
          .query<{ channel: string }>('SELECT subject AS channel FROM disputes LIMIT 1')
          .then(([row]) => row ?? { channel: '' })) ?? { channel: '' };
        for (const path of [
          `/disputes/${dispute}`,
          '/disputes',
          '/disputes?all=true',
          '/arbiter',
          `/channels/${channel}`,
          '/stake',
          '/settings',
        ]) {
          await page.goto(path);
          await page.locator('main h1, main h2').first().waitFor();
          await page.waitForFunction(() => document.querySelector('main .skeleton') === null);
          const { violations } = await new AxeBuilder({ page }).analyze();
          const found = violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
          );
          assert.deepEqual(found, [], path);
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          assert.equal(over, 0, `${path} is wider than the screen`);
        }
        assert.deepEqual(faults, []);
        await context.close();
      });
    }
  }

  it('breaks no script and no policy on the way', () => {
    const faults = [...pages.values()].flatMap((watched) => watched.faults);
    assert.deepEqual(
      faults.filter((text) => !text.startsWith('Failed to load resource')),
      [],
    );
  });
});
