import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  type AuditLogAnchors,
  type AuditLogFault,
  anchorsProblem,
  auditLines,
  readAuditRow,
  verifyAuditLog,
} from '@agent-labs/sdk';
import { Anchored, forged, given, linesOf, writtenLog } from './audit-support';
import { temporaryDirectory } from './support';

const ROWS = 12;

describe('audit log, verified apart from the gateway that wrote it', () => {
  const directory = temporaryDirectory();
  let lines: string[] = [];
  /** Anchored after 5 and after 9 lines. */
  let anchored = new Anchored();
  before(async () => {
    lines = linesOf(await writtenLog(directory, 'whole', ROWS));
    anchored = new Anchored().anchor(lines.slice(0, 5)).anchor(lines.slice(0, 9));
  });

  const check = (some: readonly string[], anchors: AuditLogAnchors | null = anchored, unfinished = '') =>
    verifyAuditLog(given(some, unfinished), anchors);
  const told = (faults: AuditLogFault[]) => faults.map(({ kind, line, through }) => [kind, line, through]);

  it('finds a whole log whole, and says how far anchors hold it', async () => {
    const whole = await check(lines);
    assert.deepEqual(
      { ...whole, root: null },
      {
        ...{
          lines: ROWS,
          anchored: 9,
          unanchored: 3,
          anchors: 2,
          everyAnchor: true,
          unfinished: 0,
          faults: [],
        },
        root: null,
      },
    );
    const alone = await check(lines, anchored.alone);
    assert.deepEqual([alone.faults, alone.everyAnchor, alone.anchored], [[], false, 9]);
    const unanchored = await check(lines, null);
    assert.deepEqual([unanchored.faults, unanchored.anchored, unanchored.unanchored], [[], 0, ROWS]);
    const crashed = await check(lines, anchored, '{"n":13,');
    assert.deepEqual([crashed.faults, crashed.unfinished, crashed.lines], [[], 8, ROWS]);
    const empty = await check([], null);
    assert.deepEqual([empty.lines, empty.root, empty.faults], [0, null, []]);
  });

  it('reads the file itself, whatever it is cut into', async () => {
    const path = await writtenLog(directory, 'long', 1_000);
    const long = linesOf(path);
    const read: string[] = [];
    for await (const { line, finished } of auditLines(path)) {
      assert.ok(finished);
      read.push(Buffer.from(line).toString());
    }
    assert.deepEqual(read, long);
    const report = await verifyAuditLog(auditLines(path), new Anchored().anchor(long));
    assert.deepEqual([report.faults, report.anchored], [[], 1_000]);
  });

  it('finds every flipped byte of an anchored line, and where', async () => {
    const line = Buffer.from(lines[3] as string);
    let named = 0;
    for (let at = 0; at < line.length; at += 1) {
      const flipped = Buffer.from(line);
      flipped[at] = (flipped[at] as number) ^ 1;
      const report = await verifyAuditLog(
        (async function* () {
          for (const [index, each] of lines.entries()) {
            yield { line: index === 3 ? flipped : Buffer.from(each), finished: true };
          }
        })(),
        anchored,
      );
      assert.deepEqual(report.faults[0]?.line, 4, `byte ${at}`);
      assert.equal(report.anchored, 0, `byte ${at}`);
      if (report.faults.length === 2) named += 1;
      assert.deepEqual(told(report.faults.slice(-1)), [['Anchored', 1, 5]], `byte ${at}`);
    }
    assert.ok(named > line.length / 2, 'a change is told once, and by the anchor');
  });

  it('finds flipped bytes of lines that no anchor covers', async () => {
    for (const at of [0, 20, 60, 150]) {
      const line = Buffer.from(lines[10] as string);
      line[at] = (line[at] as number) ^ 1;
      const { faults, anchored: held } = await check(lines.with(10, line.toString()));
      assert.deepEqual([faults[0]?.line, held], [11, 9], `byte ${at}`);
    }
    const spaced = (lines[10] as string).replace('{"n"', '{ "n"');
    assert.deepEqual((await check(lines.with(10, spaced))).faults[0]?.problem, 'was changed');
  });

  it('tells dropped, reordered, inserted, doubled and foreign lines apart, line by line', async () => {
    const other = await forged(directory, 'other', ROWS);
    const harms: [string, string[], [number, RegExp][]][] = [
      ['dropped', lines.toSpliced(9, 1), [[10, /is row 11: row 10 is missing before it/]]],
      ['two dropped', lines.toSpliced(8, 2), [[9, /is row 11: rows 9 to 10 are missing/]]],
      [
        'exchanged',
        lines.with(9, lines[10] as string).with(10, lines[9] as string),
        [
          [10, /is row 11: row 10 is missing/],
          [11, /is row 10 again, or out of its place/],
        ],
      ],
      ['doubled', lines.toSpliced(10, 0, lines[9] as string), [[11, /is row 10 again/]]],
      ['nonsense put in', lines.toSpliced(10, 0, 'x'), [[11, /is no row/]]],
      ['an empty line', lines.toSpliced(10, 0, ''), [[11, /is no row/]]],
      ['nonsense in its place', lines.with(10, 'x'), [[11, /is no row/]]],
      [
        'another log’s row in its place',
        lines.with(10, other[10] as string),
        [
          [11, /does not follow/],
          [12, /does not follow/],
        ],
      ],
      ['put in from another log', lines.toSpliced(10, 0, other[9] as string), [[11, /is row 10 again/]]],
      [
        'two harms',
        lines.with(9, 'x').with(11, 'y'),
        [
          [10, /is no row/],
          [12, /is no row/],
        ],
      ],
    ];
    for (const [what, harmed, expected] of harms) {
      const faults = (await check(harmed)).faults.filter(({ kind }) => kind === 'Line');
      assert.deepEqual(
        faults.map(({ line }) => line),
        expected.map(([line]) => line),
        what,
      );
      for (const [at, [, problem]] of expected.entries())
        assert.match(faults[at]?.problem ?? '', problem, what);
    }
  });

  it('says which anchored stretch is not as it was', async () => {
    const early = await check(lines.toSpliced(2, 1));
    assert.deepEqual(told(early.faults), [
      ['Line', 3, 3],
      ['Anchored', 1, 5],
    ]);
    const late = await check(lines.toSpliced(7, 1));
    assert.deepEqual(told(late.faults), [
      ['Line', 8, 8],
      ['Anchored', 6, 9],
    ]);
    assert.deepEqual([early.anchored, late.anchored], [0, 5]);
  });

  it('finds a log that was written anew and fits itself: anchors know the old one', async () => {
    const anew = await forged(directory, 'anew', ROWS);
    assert.deepEqual((await check(anew, null)).faults, [], 'by itself it is whole');
    for (const anchors of [anchored, anchored.alone]) {
      const { faults } = await check(anew, anchors);
      assert.deepEqual(faults[0]?.kind, 'Anchored');
    }
    // the first five lines are the old ones
    const half = await check([...lines.slice(0, 5), ...anew.slice(5)]);
    assert.deepEqual([half.anchored, half.faults.map(({ kind }) => kind)], [5, ['Line', 'Anchored']]);
  });

  it('finds a log that was written anew and then anchored as that', async () => {
    const anew = await forged(directory, 'anchored-anew', ROWS);
    const rewritten = new Anchored().anchor(lines.slice(0, 5)).anchor(anew.slice(0, 9));
    const { faults } = await check(anew, rewritten);
    assert.deepEqual(told(faults), [
      ['Anchored', 1, 5],
      ['Anchored', 1, 5],
    ]);
    assert.match(faults[1]?.problem ?? '', /written anew after anchor 1, and anchored as that by anchor 2/);
    const alone = await check(anew, rewritten.alone);
    assert.deepEqual(told(alone.faults), [['Anchored', 1, 9]]);
    assert.match(alone.faults[0]?.problem ?? '', /no part of them has its root/);
    assert.equal(alone.anchored, 0);
  });

  it('says that lines are missing which an anchor covers, and that nothing tells of those behind it', async () => {
    const cut = await check(lines.slice(0, 7));
    assert.deepEqual(told(cut.faults), [['Missing', 8, 9]]);
    assert.match(cut.faults[0]?.problem ?? '', /anchor 2 covers 9 lines, the file has 7/);
    assert.equal(cut.anchored, 5);
    const torn = await check(lines.slice(0, 8), anchored, (lines[8] as string).slice(0, 40));
    assert.deepEqual([told(torn.faults), torn.unfinished], [[['Missing', 9, 9]], 40]);
    assert.deepEqual(told((await check([], anchored)).faults), [['Missing', 1, 9]]);
    const behind = await check(lines.slice(0, 10));
    assert.deepEqual([behind.faults, behind.unanchored, behind.anchored], [[], 1, 9]);
  });

  it('takes no list of anchors but the one that the account binds', async () => {
    const { log, state } = anchored;
    const [first, second] = anchored.anchors;
    assert.ok(first && second);
    assert.equal(anchorsProblem(log, state, [first, second]), null);
    const other = { ...first, root: new Uint8Array(32).fill(7) };
    const harms: [RegExp, (typeof first)[]][] = [
      [/there are 1 anchors, and the account counts 2/, [first]],
      [/anchor 1 is missing/, [second]],
      [/anchor 1 is missing/, [second, first]],
      [/anchor 3 is missing/, [first, second, second]],
      [/anchor 2 does not follow/, [other, second]],
      [/their chain differs/, [other, { ...second, previousRoot: other.root }]],
      [/their chain differs/, [{ ...first, anchoredAt: first.anchoredAt + 1n }, second]],
      [/their chain differs/, [{ ...first, entries: 4n }, second]],
      [/anchor 2 covers no more lines/, [first, { ...second, entries: 5n }]],
      [/not the account’s/, [first, { ...second, entries: 10n }]],
      [/not the account’s/, [first, { ...second, root: other.root }]],
    ];
    for (const [problem, anchors] of harms) {
      assert.match(anchorsProblem(log, state, anchors) ?? '', problem);
      const report = await check(lines, { log, state, anchors });
      assert.deepEqual(told(report.faults)[0], ['Anchors', null, null]);
      assert.equal(report.everyAnchor, false, 'the account alone is compared then');
    }
    assert.match(anchorsProblem(new Anchored().log, state, [first, second]) ?? '', /their chain differs/);
  });

  it('reads rows of before, which have no salt, and none that is not as it was written', () => {
    const body = {
      n: 1,
      at: '2026-11-26T00:00:00.000Z',
      action: 'a',
      actor: null,
      subject: 's',
      outcome: 'ok',
    };
    const sealed = (row: object) => {
      const hash = createHash('sha256').update(JSON.stringify(row)).digest('hex');
      return Buffer.from(JSON.stringify({ ...row, hash }));
    };
    const old = { ...body, previous: '0'.repeat(64) };
    assert.deepEqual(readAuditRow(sealed(old)), JSON.parse(sealed(old).toString()));
    for (const row of [
      { ...old, more: 1 },
      { previous: old.previous, ...body },
      { ...body, amount: undefined, previous: old.previous, n: 1.5 },
      { ...old, n: '1' },
      { ...old, actor: 5 },
      { ...old, amount: 5 },
      { ...old, salt: null },
    ]) {
      assert.ok('problem' in readAuditRow(sealed(row)), JSON.stringify(row));
    }
    for (const text of ['null', '[]', '5', '"x"', '{}', '', '\u{feff}{}']) {
      assert.deepEqual(readAuditRow(Buffer.from(text)), { problem: 'is no row', n: null }, text);
    }
    const bad = Buffer.concat([sealed(old), Buffer.of(0xff)]);
    assert.deepEqual(readAuditRow(bad), { problem: 'is no row', n: null });
    const twice = Buffer.from(sealed(old).toString().replace('{"n":1,', '{"n":1,"n":1,'));
    assert.deepEqual(readAuditRow(twice), { problem: 'was changed', n: 1 });
  });
});
