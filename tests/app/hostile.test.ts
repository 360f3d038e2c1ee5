import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { launch, openPage, requireBrowser, type WatchedPage } from './browser';
import { FakeIndexer, listedAs } from './fake-indexer';
import { World } from './world';

const MARKUP = [
  '<img src=x onerror="document.title=\'owned\'">',
  '<script>document.title="owned"</script>',
  '"><svg onload=document.title="owned">',
  'javascript:document.title="owned"',
  '{{constructor.constructor("document.title=1")()}}',
];
const SCRIPTS: Record<string, string> = {
  latin: 'Ünïcödé ',
  cyrillic: 'Переводчик документов ',
  greek: 'Μεταφραστής ',
  arabic: 'محلل المستندات ',
  hebrew: 'מנתח מסמכים ',
  devanagari: 'दस्तावेज़ विश्लेषक ',
  thai: 'นักวิเคราะห์เอกสาร',
  han: '文件分析師',
  hangul: '문서 분석가 ',
  emoji: '👩🏽‍🚀🏳️‍🌈',
  zalgo: 'Z̷̧͎͑a̷͙͗l̴̰̊g̷̰̈́o̶̭͝ ',
  unbroken: 'W',
};
const BIDI = 'safe\u202Egnp.exe\u2066\u200B\u2069';
const COUNT = 10_000;

describe('a registry that means no good', function () {
  this.timeout(120_000);
  let world: World;
  let browser: Browser;
  const evil = [
    ...MARKUP.map((name, at) => listedAs({ name, handle: `markup-${at}`, summary: name, tags: [name] })),
    ...Object.entries(SCRIPTS).map(([script, text]) =>
      listedAs({ name: text.repeat(500).slice(0, 500), handle: script, summary: text.repeat(50) }),
    ),
    listedAs({ name: BIDI, handle: 'bidi' }),
  ];
  const many = Array.from({ length: COUNT - evil.length }, (_, at) =>
    listedAs({ name: `Agent ${at}`, handle: `agent-${at}` }),
  );
  const indexer = new FakeIndexer([...evil, ...many]);

  before(async function () {
    requireBrowser(this);
    await indexer.start();
    world = await World.start({ page: () => ({ indexerUrl: indexer.url }) });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await world?.stop();
    await indexer.stop();
  });

  async function open(path: string, width = 1440): Promise<WatchedPage> {
    const watched = await openPage(browser, world.app.url, { width });
    await watched.page.goto(path);
    return watched;
  }
  const overflows = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  it('shows markup as text, and runs none of it', async () => {
    const { page } = await open('/?q=markup');
    await page.locator('.agents-item').nth(4).waitFor();
    for (const name of MARKUP) await page.getByText(name.slice(0, 30)).first().waitFor();
    assert.equal(await page.title(), 'Agent Labs');
    assert.equal(
      await page.locator('.agents-item img, .agents-item script, .agents-item svg[onload]').count(),
      0,
    );
  });

  it('keeps names of 500 characters in their rows, in every script, on a phone too', async () => {
    for (const width of [390, 1440]) {
      const { page, context } = await open('/', width);
      await page.locator('.agents-item').first().waitFor();
      assert.equal(await overflows(page), 0);
      const heights = await page
        .locator('.agents-item')
        .evaluateAll((rows) => rows.map((row) => [row.scrollHeight, row.clientHeight]));
      for (const [content = 0, room = 0] of heights) assert.ok(content <= room + 1, `${content} in ${room}`);
      await context.close();
    }
  });

  it('takes out what turns the direction of a name or hides in it', async () => {
    const { page } = await open('/?q=bidi');
    const name = await page.locator('.agents-item a').first().textContent();
    assert.equal(name, 'safegnp.exe');
  });

  it('scrolls through 10,000 agents with few of them on the page', async () => {
    const { page } = await open('/');
    await page.getByText('10,000 found').waitFor();
    const scroll = page.getByRole('rowgroup');
    let most = 0;
    for (let turn = 0; turn < 20; turn += 1) {
      await scroll.evaluate((element) => element.scrollBy(0, 3_000));
      await page.waitForTimeout(60);
      most = Math.max(most, await page.locator('.agents-item').count());
    }
    assert.ok(most < 60, `${most} rows on the page`);
    await page
      .getByRole('link', { name: /^Agent \d{3}/ })
      .first()
      .waitFor();
  });

  it('says so when it is away, and shows what the chain has', async () => {
    const { page } = await openPage(browser, world.app.url);
    await page.route(`${indexer.url}/**`, (route) => route.abort());
    await page.goto('/?unproven=true');
    await page.getByText('The indexer does not answer.').waitFor();
    await page.getByRole('link', { name: 'document-analyst' }).click();
    await page.getByText('hash checked here').waitFor();
  });
});
