import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AnalysisPool, analyseDocument } from '@agent-labs/example-document-analyst';
import { openPaidChannel, type RegisteredAgent, registerAgent, runAgent } from '../helpers/paid-agent';
import { note, RawPayer } from '../helpers/raw-payer';
import { assertRefused } from './expect-refused';

const script = pathToFileURL(join(__dirname, '../helpers/children/worker.mjs'));
const TEXT = Buffer.from('# A note\n');

/** The name of what is thrown. */
async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => assert.fail('not refused'),
    (error: { code?: string }) => String(error.code),
  );
}

describe('document analyst: work', () => {
  let registered: RegisteredAgent;

  before(async () => {
    registered = await registerAgent();
  });

  it('that takes too long, too much memory or down its thread is refused by name, and costs nothing', async () => {
    const agent = await runAgent(registered, {
      analysis: { script, milliseconds: 1_500, heap: 64, threads: 1 },
    });
    const payer = new RawPayer(registered, await openPaidChannel(registered));
    const trouble: [string, number, string][] = [
      ['loop.md', 422, 'TooComplex'],
      ['memory.md', 422, 'TooComplex'],
      ['exit.md', 500, 'AnalysisFailed'],
      ['throw.md', 500, 'AnalysisFailed'],
    ];
    let call = 0;
    for (const [fileName, status, code] of trouble) {
      assertRefused(await payer.pay(agent.url, { ...note('x'), fileName }), status, code);
      call += 1;
      const { receipt } = await payer.pay(agent.url, note(`after ${code}`));
      assert.equal(receipt?.callNumber, call, 'in a new thread, for the number that stayed free');
    }
    await agent.stop();
    assert.equal(agent.errors.length, 2, 'faults of the agent are reported to its operator');
    for (const { cause } of agent.errors) assert.match(String(cause), /ended with 3|planted/);
  });

  it('is done in threads, a bounded number at once, and the rest waits its turn or is told to', async () => {
    const pool = new AnalysisPool({ script, threads: 2, waiting: 2, milliseconds: 1_500 });
    const loops = [pool.analyse(TEXT, 'loop.md', ''), pool.analyse(TEXT, 'loop.md', '')];
    const stuck = Promise.all(loops.map(refusal));
    const waiting = [pool.analyse(TEXT, 'a.md', ''), pool.analyse(TEXT, 'b.md', '')];
    assert.equal(await refusal(pool.analyse(TEXT, 'c.md', '')), 'Busy');
    assert.deepEqual(await stuck, ['TooComplex', 'TooComplex']);
    const names = (await Promise.all(waiting)).map((bytes) => JSON.parse(Buffer.from(bytes).toString()).name);
    assert.deepEqual(names, ['a.md', 'b.md']);
    await pool.close();
  });

  it('gives what the analysis gives, and leaves the document as it was', async () => {
    const pool = new AnalysisPool();
    // of its own memory, which a thread could take away
    const body = new Uint8Array(TEXT);
    const result = await pool.analyse(body, 'a.md', 'text/markdown');
    const expected = `${JSON.stringify(analyseDocument(TEXT, 'a.md', 'text/markdown'), null, 2)}\n`;
    assert.equal(Buffer.from(result).toString(), expected);
    assert.ok(TEXT.equals(body));
    assert.equal(await refusal(pool.analyse(Buffer.alloc(0), 'a.md', '')), 'Empty');
    await pool.close();
  });

  it('ends with the pool, which is no fault of the document', async () => {
    const pool = new AnalysisPool({ script, threads: 1 });
    const refused = [refusal(pool.analyse(TEXT, 'loop.md', '')), refusal(pool.analyse(TEXT, 'a.md', ''))];
    await pool.close();
    assert.deepEqual(await Promise.all(refused), ['Busy', 'Busy']);
    assert.equal(await refusal(pool.analyse(TEXT, 'a.md', '')), 'Busy');
    const broken = new AnalysisPool({ script: new URL('file:///no/such/script.mjs'), threads: 1 });
    assert.equal(await refusal(broken.analyse(TEXT, 'a.md', '')), 'AnalysisFailed');
    await broken.close();
  });
});
