import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  analyseDocument,
  type CsvColumn,
  type DocumentAnalysis,
  detectFormat,
  MAX_DOCUMENT_BYTES,
  type UnreadableCode,
  UnreadableDocument,
} from '../../examples/document-analyst/dist/analysis/index.js';

const DOCUMENTS = join(__dirname, '../../examples/document-analyst/documents');

function sample(name: string): DocumentAnalysis {
  return analyseDocument(readFileSync(join(DOCUMENTS, name)), name);
}

function analyse(text: string, name: string, contentType?: string): DocumentAnalysis {
  return analyseDocument(Buffer.from(text, 'utf8'), name, contentType);
}

function outlineOf(analysis: DocumentAnalysis): string[] {
  return analysis.outline.map(({ level, title }) => `${level} ${title}`);
}

function phrasesOf(analysis: DocumentAnalysis): string[] {
  return analysis.keyPhrases.map(({ phrase }) => phrase);
}

function column(analysis: DocumentAnalysis, name: string): CsvColumn {
  const found = analysis.csv?.columns.find((candidate) => candidate.name === name);
  assert.ok(found, `no column ${name}`);
  return found;
}

/** Type of the only column of a table with these cells. */
function typeOf(cells: string[]): CsvColumn {
  const rows = cells.map((cell, i) => `${i};${cell}`);
  return column(analyse(`n;v\n${rows.join('\n')}\n`, 't.csv'), 'v');
}

function refuses(run: () => unknown, code: UnreadableCode, advice: RegExp): void {
  assert.throws(run, (error) => {
    assert.ok(error instanceof UnreadableDocument, String(error));
    assert.equal(error.name, 'UnreadableDocument');
    assert.equal(error.code, code);
    assert.match(error.message, advice);
    return true;
  });
}

function warned(analysis: DocumentAnalysis, pattern: RegExp): void {
  assert.ok(
    analysis.warnings.some((warning) => pattern.test(warning)),
    `no warning ${pattern} in ${JSON.stringify(analysis.warnings)}`,
  );
}

describe('document analysis: sample documents', () => {
  it('reads a Markdown design note with front matter, code, a table and tasks', () => {
    const note = sample('cold-store-design.md');
    assert.equal(note.format, 'markdown');
    assert.equal(note.title, 'Alarm routing for the cold stores');
    assert.deepEqual(outlineOf(note), [
      '1 Alarm routing for the cold stores',
      '2 Why change anything',
      '3 What is not in question',
      '2 Proposal',
      '3 Grouping readings into incidents',
      '3 Assigning the incident',
      '3 Escalation must not depend on the network of the building',
      '2 Alternatives considered',
      '3 Filtering at the sensor',
      '3 A commercial alarm centre',
      '2 Open questions',
      '2 Decision wanted',
    ]);
    assert.deepEqual(note.markdown, {
      frontMatter: { kind: 'yaml', lines: 4, keys: ['title', 'status', 'reviewers'] },
      codeBlocks: 2,
      codeLines: 14,
      codeLanguages: ['python', 'yaml'],
      links: 1,
      images: 0,
      tables: 1,
      tasks: { done: 1, open: 2 },
    });
    assert.equal(note.words, 623);
    assert.equal(note.readingTimeSeconds, 187);
    assert.equal(note.wordsPerMinute, 200);
    assert.deepEqual(note.language, { stopWords: 'en', basis: 'text', declared: null });
    assert.deepEqual(phrasesOf(note).slice(0, 2), ['cold stores', 'alarms']);
    assert.deepEqual(note.warnings, []);
  });

  it('reads minutes with a task list', () => {
    const minutes = sample('garden-minutes.md');
    assert.equal(minutes.title, 'Minutes of the community garden meeting');
    assert.deepEqual(outlineOf(minutes), [
      '1 Minutes of the community garden meeting',
      '2 Water',
      '2 Compost',
      '2 Seedlings',
      '3 Late frost',
      '2 Open day',
      '2 Tasks',
    ]);
    assert.deepEqual(minutes.markdown?.tasks, { done: 2, open: 5 });
    assert.equal(minutes.keyPhrases[0]?.phrase, 'compost heap');
    assert.equal(minutes.keyPhrases[0]?.count, 6);
  });

  it('reads an HTML article without its navigation, scripts, styles and templates', () => {
    const article = sample('night-trains.html');
    assert.equal(article.title, 'Why the night train leaves at ten — Slow Timetable');
    assert.deepEqual(outlineOf(article), [
      '1 Why the night train leaves at ten',
      '2 It begins with breakfast',
      '2 The slow hours',
      '3 Waiting on purpose',
      '3 Splitting and joining',
      '2 What follows for the passenger',
    ]);
    assert.deepEqual(article.html, {
      lang: 'en',
      description: 'How a night train timetable is built backwards from breakfast.',
      links: 4,
      images: 1,
      tables: 1,
    });
    assert.deepEqual(article.language, { stopWords: 'en', basis: 'text', declared: 'en' });
    assert.deepEqual(phrasesOf(article).slice(0, 2), ['night train', 'sleeping car']);
    warned(article, /Not read: 1 <nav>, 1 <noscript>, 2 <script>, 1 <style>, 1 <template>\./);
  });

  it('reads a plain-text letter and finds its numbered sections', () => {
    const letter = sample('letter-to-tenants.txt');
    assert.equal(letter.title, 'WORKS ON THE ROOF OF THE EAST WING');
    assert.deepEqual(outlineOf(letter), [
      '1 WORKS ON THE ROOF OF THE EAST WING',
      '1 1. What will be done',
      '1 2. What you will notice',
      '1 3. What it means for your rent',
      '1 4. Whom you can ask',
    ]);
    assert.equal(letter.words, 454);
  });

  it('reads German plain text with German stop words', () => {
    const text = sample('salzwiesen.txt');
    assert.deepEqual(text.language, { stopWords: 'de', basis: 'text', declared: null });
    assert.deepEqual(outlineOf(text), [
      '1 Salzwiesen an der Küste',
      '2 Leben mit dem Salz',
      '2 Drei Stufen',
      '2 Schutz für den Deich',
      '2 Was sich ändert',
    ]);
    assert.deepEqual(phrasesOf(text).slice(0, 4), ['Salzwiesen', 'Salz', 'Salzwiese', 'Schlick']);
  });

  it('reads sensor readings with missing values and counters beyond 2^53', () => {
    const readings = sample('sensor-readings.csv');
    assert.equal(readings.csv?.delimiter, ',');
    assert.equal(readings.csv?.header, 'typed-column');
    assert.equal(readings.csv?.rows, 96);
    assert.equal(readings.csv?.columnCount, 8);
    assert.equal(readings.readingTimeSeconds, null);
    assert.deepEqual(column(readings, 'taken_at'), {
      name: 'taken_at',
      missing: 0,
      distinct: 24,
      type: 'date',
      min: '2026-03-01T00:00:00Z',
      max: '2026-03-02T22:00:00Z',
    });
    assert.deepEqual(column(readings, 'celsius'), {
      name: 'celsius',
      missing: 4,
      distinct: 68,
      type: 'decimal',
      min: '-1.3',
      max: '21.8',
      mean: '11.216304',
      decimalMark: '.',
    });
    // The mean needs more digits than a double has.
    assert.deepEqual(column(readings, 'pulse_count'), {
      name: 'pulse_count',
      missing: 0,
      distinct: 95,
      type: 'integer',
      min: '115',
      max: '9007199254740704',
      mean: '2251799813686543.0625',
      decimalMark: null,
    });
    assert.equal(column(readings, 'humidity_percent').missing, 3);
    const remark = column(readings, 'remark');
    assert.ok(remark.type === 'text');
    assert.equal(remark.missing, 90);
    assert.deepEqual(remark.topValues, [
      { value: 'no reading', count: 2 },
      { value: 'sensor wet', count: 2 },
    ]);
  });

  it('reads sales with semicolons, decimal commas, CRLF and a byte order mark', () => {
    const sales = sample('bakery-sales.csv');
    assert.equal(sales.csv?.delimiter, ';');
    assert.equal(sales.csv?.rows, 72);
    assert.deepEqual(
      sales.csv?.columns.map(({ name, type }) => `${name}: ${type}`),
      [
        'Date: date',
        'Branch: text',
        'Product: text',
        'Group: text',
        'Units: integer',
        'Unit price: decimal',
        'Revenue: decimal',
        'Returned: integer',
      ],
    );
    assert.deepEqual(column(sales, 'Revenue'), {
      name: 'Revenue',
      missing: 0,
      distinct: 67,
      type: 'decimal',
      min: '10.45',
      max: '483.8',
      mean: '183.386111',
      decimalMark: ',',
    });
    const product = column(sales, 'Product');
    assert.ok(product.type === 'text');
    assert.ok(product.topValues.some(({ value }) => value === 'Plum cake; slice'));
  });

  it('reads a staff list with dates, booleans and codes', () => {
    const staff = sample('staff-list.csv');
    assert.equal(staff.csv?.delimiter, '|');
    assert.deepEqual(column(staff, 'born'), {
      name: 'born',
      missing: 2,
      distinct: 34,
      type: 'date',
      min: '1961-02-26',
      max: '2003-04-07',
    });
    assert.deepEqual(column(staff, 'first_aid'), {
      name: 'first_aid',
      missing: 1,
      distinct: 2,
      type: 'boolean',
      trueCount: 11,
      falseCount: 24,
    });
    assert.equal(column(staff, 'postcode').type, 'text');
    warned(staff, /"postcode": digits with leading zeros/);
  });

  it('hashes the exact bytes of every sample and gives the same JSON every time', () => {
    const names = readdirSync(DOCUMENTS);
    assert.equal(names.length, 8);
    for (const name of names) {
      const bytes = readFileSync(join(DOCUMENTS, name));
      const first = analyseDocument(bytes, name);
      assert.equal(first.sha256, createHash('sha256').update(bytes).digest('hex'));
      assert.equal(first.bytes, bytes.length);
      assert.equal(JSON.stringify(analyseDocument(Uint8Array.from(bytes), name)), JSON.stringify(first));
      assert.deepEqual(JSON.parse(JSON.stringify(first)), first, 'not plain JSON');
    }
  });
});

describe('document analysis: refusals', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);

  it('Empty: no bytes, or only white space', () => {
    refuses(() => analyseDocument(bytes(), 'a.txt'), 'Empty', /upload was complete/);
    refuses(() => analyse(' \n\t\n', 'a.md'), 'Empty', /white space/);
    refuses(() => analyse('\uFEFF', 'a.csv'), 'Empty', /white space/);
  });

  it('TooLarge: one byte more than the limit, but not the limit itself', () => {
    assert.equal(MAX_DOCUMENT_BYTES, 2_097_152);
    refuses(() => analyse('a'.repeat(MAX_DOCUMENT_BYTES + 1), 'a.txt'), 'TooLarge', /Split it/);
    assert.equal(analyse('a'.repeat(MAX_DOCUMENT_BYTES), 'a.txt').bytes, MAX_DOCUMENT_BYTES);
  });

  it('InvalidName: empty, too long, or with control characters', () => {
    for (const name of ['', '  ', `${'a'.repeat(256)}.md`, 'a\u0000.md', 'a\n.md']) {
      refuses(() => detectFormat(name), 'InvalidName', /plain file name/);
    }
  });

  it('UnsupportedFormat: by extension, with advice for each kind', () => {
    refuses(() => detectFormat('report.pdf', 'text/plain'), 'UnsupportedFormat', /Extract its text/);
    refuses(() => detectFormat('report.DOCX'), 'UnsupportedFormat', /Save it as HTML or plain text/);
    refuses(() => detectFormat('sheet.xlsx'), 'UnsupportedFormat', /Export each sheet as CSV/);
    refuses(() => detectFormat('scan.jpeg'), 'UnsupportedFormat', /character recognition/);
    refuses(() => detectFormat('all.tar.gz'), 'UnsupportedFormat', /Unpack it/);
    refuses(() => detectFormat('data.json'), 'UnsupportedFormat', /name it \.txt/);
    refuses(() => detectFormat('README'), 'UnsupportedFormat', /no content type was given/);
    refuses(() => detectFormat('a.weird', 'audio/ogg'), 'UnsupportedFormat', /"audio\/ogg"/);
  });

  it('UnsupportedFormat: by first bytes, whatever the name', () => {
    const cases: [Uint8Array, RegExp][] = [
      [Buffer.from('%PDF-1.7\n'), /a PDF/],
      [bytes(0x50, 0x4b, 3, 4, 20, 0), /ZIP.*\.docx/],
      [bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /old Office/],
      [Buffer.from('{\\rtf1 hello}'), /RTF/],
      [bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), /PNG/],
      [bytes(0xff, 0xd8, 0xff, 0xe0), /JPEG/],
      [Buffer.from('GIF89a'), /GIF/],
      [bytes(0x1f, 0x8b, 8, 0), /gzip/],
    ];
    for (const [content, what] of cases) {
      refuses(() => analyseDocument(content, 'a.txt'), 'UnsupportedFormat', what);
    }
  });

  it('NotUtf8: UTF-16 and UTF-32 with and without mark, and Latin-1 with the line', () => {
    const utf16 = Buffer.from('Plain text, but two bytes each.', 'utf16le');
    refuses(
      () => analyseDocument(Buffer.concat([bytes(0xff, 0xfe), utf16]), 'a.txt'),
      'NotUtf8',
      /UTF-16.*Save it as UTF-8/,
    );
    refuses(() => analyseDocument(utf16, 'a.txt'), 'NotUtf8', /UTF-16/);
    refuses(() => analyseDocument(Buffer.from(utf16).swap16(), 'a.md'), 'NotUtf8', /UTF-16/);
    refuses(() => analyseDocument(bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0), 'a.txt'), 'NotUtf8', /UTF-32/);
    const latin1 = Buffer.from('eins\nzwei\nfünf\n', 'latin1');
    refuses(() => analyseDocument(latin1, 'a.csv'), 'NotUtf8', /^Line 3 is not valid UTF-8/);
    refuses(() => analyseDocument(bytes(0xed, 0xa0, 0x80), 'a.txt'), 'NotUtf8', /^Line 1 /);
  });

  it('Binary: zero bytes and control characters', () => {
    refuses(() => analyseDocument(bytes(0x61, 0, 0x62, 0x63, 0x64), 'a.txt'), 'Binary', /not text/);
    refuses(() => analyseDocument(bytes(1, 2, 3, 4, 0x61), 'a.html'), 'Binary', /not text/);
  });

  it('MalformedCsv: quotes that do not match, with the line', () => {
    refuses(() => analyse('a,b\n1,"open\n2,3\n', 'a.csv'), 'MalformedCsv', /never closed.*line \d/);
    refuses(() => analyse('a,b\n1,"x"y\n', 'a.csv'), 'MalformedCsv', /double those inside/);
    refuses(() => analyse('a,b\n1,5" pipe\n', 'a.csv'), 'MalformedCsv', /line 2/);
  });
});

describe('document analysis: formats', () => {
  it('takes the extension first and the content type only without a known one', () => {
    assert.equal(detectFormat('A.MD'), 'markdown');
    assert.equal(detectFormat('a.b.markdown'), 'markdown');
    assert.equal(detectFormat('a.htm'), 'html');
    assert.equal(detectFormat('a.txt', 'text/html'), 'text');
    assert.equal(detectFormat('a.tsv'), 'csv');
    assert.equal(detectFormat('page', 'Text/HTML; charset=utf-8'), 'html');
    assert.equal(detectFormat('list.dat', 'text/csv'), 'csv');
  });

  it('accepts a byte order mark, counts its bytes and keeps it out of the text', () => {
    const analysis = analyse('\uFEFFabc', 'a.txt');
    assert.equal(analysis.bytes, 6);
    assert.equal(analysis.characters, 3);
    const plain = analyse('abc', 'a.txt');
    assert.equal(plain.sha256, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    assert.notEqual(analysis.sha256, plain.sha256);
  });

  it('warns when the content type declares another encoding', () => {
    warned(analyse('abc', 'a.txt', 'text/plain; charset="ISO-8859-1"'), /declares the encoding "iso-8859-1"/);
    assert.deepEqual(analyse('abc', 'a.txt', 'text/plain; charset=UTF-8').warnings, []);
  });
});

describe('document analysis: words and key phrases', () => {
  it('counts words and characters by stated rules', () => {
    const analysis = analyse("Don't count 3.14 or 1,000 twice: state-of-the-art, 😀\n  two\tlines.", 'a.txt');
    assert.equal(analysis.words, 9);
    assert.equal(analysis.characters, 63);
    assert.equal(analyse('https://example.org/a-b?c=d x', 'a.txt').words, 2);
  });

  it('does not let a different letter case or a plural -s split a phrase', () => {
    const text =
      'The Escrow Account is empty. An escrow account is safe. All escrow accounts are the same to us.';
    assert.deepEqual(analyse(`${text} ${text}`, 'a.txt').keyPhrases[0], {
      phrase: 'escrow account',
      score: 24,
      count: 6,
    });
  });

  it('recognises French and Spanish by their stop words and strips French elisions', () => {
    const french = analyse(
      "L'analyse des eaux est faite dans le laboratoire. Une analyse des eaux qui est faite avec soin est plus utile que deux analyses qui ne le sont pas.",
      'a.txt',
    );
    assert.equal(french.language.stopWords, 'fr');
    assert.equal(french.keyPhrases.find(({ phrase }) => phrase === 'analyse')?.count, 3);
    const spanish = analyse(
      'El molino de agua está en el valle y no tiene ruedas. Cuando el río baja, el molino de agua se para, pero los vecinos del valle no se van.',
      'a.txt',
    );
    assert.equal(spanish.language.stopWords, 'es');
  });

  it('says so when no stop words fit, and still counts words of other scripts', () => {
    const russian = analyse('Мельница стоит у реки. Мельница работает весной. Река быстрая.', 'a.txt');
    assert.deepEqual(russian.language, { stopWords: null, basis: 'none', declared: null });
    assert.equal(russian.words, 9);
    assert.equal(russian.keyPhrases[0]?.phrase, 'Мельница');
    assert.ok(russian.notes.some((note) => note.startsWith('No stop-word list')));
    assert.equal(analyse('हिन्दी में लिखा पाठ', 'a.txt').words, 4);
  });

  it('uses the declared language when the text is too short to tell', () => {
    const page = analyse('<html lang="de-AT"><p>Mühle am Bach</p></html>', 'a.html');
    assert.deepEqual(page.language, { stopWords: 'de', basis: 'declared', declared: 'de-AT' });
  });

  it('counts Han and Kana by character and admits what it cannot split', () => {
    const japanese = analyse('水車は川のそばにある。', 'a.txt');
    assert.equal(japanese.words, 10);
    assert.deepEqual(japanese.keyPhrases, []);
    assert.ok(japanese.notes.some((note) => note.startsWith('Each Han or Kana character')));
    assert.ok(analyse('กังหันน้ำอยู่ริมแม่น้ำ', 'a.txt').notes.some((note) => note.startsWith('Thai, Lao')));
  });

  it('treats composed and decomposed letters as the same word', () => {
    const analysis = analyse('café cafe\u0301 café', 'a.txt');
    assert.equal(analysis.keyPhrases[0]?.count, 3);
  });
});

describe('document analysis: Markdown', () => {
  it('does not take headings from code, and reads those in HTML blocks and with markup', () => {
    const source =
      '# A *b* `c` [d](http://x.example) &amp; \\*e\\*\n\n```sh\n# no\n```\n\n    # no\n\n<h2 align="center">From\nHTML</h2>\n\nSetext\n---\n\n> # Quoted\n';
    assert.deepEqual(outlineOf(analyse(source, 'a.md')), [
      '1 A b c d & *e*',
      '2 From HTML',
      '2 Setext',
      '1 Quoted',
    ]);
  });

  it('tells front matter from a thematic break', () => {
    const toml = analyse('+++\ntitle = "Mill"\ndraft = true\n+++\n# Body\n', 'a.md');
    assert.deepEqual(toml.markdown?.frontMatter, { kind: 'toml', lines: 2, keys: ['title', 'draft'] });
    assert.equal(toml.title, 'Mill');
    assert.deepEqual(outlineOf(toml), ['1 Body']);
    const rule = analyse('---\n\nJust text\n\n---\n', 'a.md');
    assert.equal(rule.markdown?.frontMatter, null);
    assert.equal(rule.words, 2);
    assert.equal(analyse('---\nunclosed: yes\n\ntext\n', 'a.md').markdown?.frontMatter, null);
  });

  it('counts links and images and reads alternative texts', () => {
    const source = '[a][r] ![mill wheel](w.png) <https://x.example>\n\n[r]: http://y.example\n';
    const analysis = analyse(source, 'a.md');
    assert.equal(analysis.markdown?.links, 2);
    assert.equal(analysis.markdown?.images, 1);
    assert.equal(analysis.words, 4);
  });
});

describe('document analysis: HTML', () => {
  it('decodes character references and keeps words across inline tags together', () => {
    const page = analyse('<p>Sch&ouml;<b>n</b>e &#x4d;&uuml;hle<br>am<td>Bach', 'a.html');
    assert.equal(page.words, 4);
    assert.equal(page.characters, 18);
  });

  it('leaves out pictures and comments but not what follows an unclosed picture', () => {
    const page = analyse('<svg><title>no</title><text>no</text><p>yes</p><!-- no --><h1>Yes</h1>', 'a.html');
    assert.equal(page.words, 2);
    assert.equal(page.title, 'Yes');
    assert.deepEqual(outlineOf(page), ['1 Yes']);
  });

  it('keeps an unclosed nav but says that an unclosed script hid the rest', () => {
    assert.equal(analyse('<nav><p>one two', 'a.html').words, 2);
    const page = analyse('<p>one</p><script>if (a) "<p>two</p>"', 'a.html');
    assert.equal(page.words, 1);
    warned(page, /<script> element is never closed/);
  });

  it('ignores tags inside raw text of a template', () => {
    assert.equal(analyse('<template><style></template></style></template><p>one', 'a.html').words, 1);
  });

  it('names headings by the alternative text of their picture and drops empty ones', () => {
    const page = analyse('<h1><img alt="The mill"></h1><h2> </h2><h3>Wheel<h4>Hub', 'a.html');
    assert.deepEqual(outlineOf(page), ['1 The mill', '3 Wheel', '4 Hub']);
    warned(page, /1 heading\(s\) without text/);
  });

  it('warns of a declared encoding other than UTF-8', () => {
    warned(analyse('<meta charset="windows-1252"><p>x', 'a.html'), /"windows-1252" but was read as UTF-8/);
  });
});

describe('document analysis: plain text', () => {
  it('says that there is no outline rather than guess one', () => {
    const text = analyse('Buy milk.\n\n1. Eggs\n\nA last line without a full stop\n', 'a.txt');
    assert.deepEqual(text.outline, []);
    assert.equal(text.title, null);
    assert.ok(text.notes.some((note) => note.startsWith('No outline')));
  });

  it('takes numbered lines only in ascending order', () => {
    const sections = '1 Aims\n\nx.\n\n1.1 Scope\n\nx.\n\n2 Means\n\nx.\n';
    assert.deepEqual(outlineOf(analyse(sections, 'a.txt')), ['1 1 Aims', '2 1.1 Scope', '1 2 Means']);
    assert.deepEqual(outlineOf(analyse('3. Tree\n\n1. House\n\n2. Boat\n', 'a.txt')), []);
  });
});

describe('document analysis: tables', () => {
  it('detects each delimiter, also inside quotes and against decimal commas', () => {
    const delimiterOf = (text: string, name = 'a.csv') => analyse(text, name).csv?.delimiter;
    assert.equal(delimiterOf('a,b\n1,2\n'), ',');
    assert.equal(delimiterOf('a;b\n1,5;2,5\n3,5;4,5\n'), ';');
    assert.equal(delimiterOf('a\tb\n1\t2\n'), '\t');
    assert.equal(delimiterOf('a|b\n1|2\n'), '|');
    assert.equal(delimiterOf('"a;b;c","d"\n"1;2;3","4"\n'), ',');
    assert.equal(delimiterOf('name\nAnna\nBert\n'), null);
    assert.equal(delimiterOf('a,b\tc\n1,2\t3\n', 'a.tsv'), '\t');
  });

  it('keeps quotes, delimiters and line breaks inside quoted fields', () => {
    const table = analyse('id,text\r\n1,"a ""b"", c\r\nd"\r\n2,e\r\n', 'a.csv');
    assert.equal(table.csv?.rows, 2);
    const text = column(table, 'text');
    assert.ok(text.type === 'text');
    assert.equal(text.maxLength, 'a "b", c\nd'.length);
  });

  it('tells a header from data', () => {
    const headerOf = (text: string) => analyse(text, 'a.csv').csv?.header;
    assert.equal(headerOf('id,name\n1,x\n'), 'typed-column');
    assert.equal(headerOf('id,name\n1,x\nbad,y\n3,z\n4,z\n5,z\n'), 'typed-column');
    assert.equal(headerOf('No,y\n1,x\n2,z\n'), 'typed-column');
    assert.equal(headerOf('yes,1\nno,2\n'), 'none');
    assert.equal(headerOf('yes,n\nno,y\n'), 'none');
    assert.equal(headerOf('a,b\nx,z\n'), 'assumed');
    assert.equal(headerOf('1,2\n3,4\n'), 'none');
    assert.equal(headerOf('x,x\nw,z\n'), 'none');
    const data = analyse('1,2\n3,4\n', 'a.csv');
    assert.equal(data.csv?.rows, 2);
    assert.deepEqual(
      data.csv?.columns.map(({ name }) => name),
      ['column 1', 'column 2'],
    );
  });

  it('counts numbers exactly, far beyond 2^53', () => {
    const big = typeOf(['9007199254740993', '9007199254740992', '-123456789012345678901234567890']);
    assert.ok(big.type === 'integer');
    assert.equal(big.max, '9007199254740993');
    assert.equal(big.min, '-123456789012345678901234567890');
    assert.equal(big.mean, '-41152263004109221500908361968.333333');
    const small = typeOf(['0.1', '0.2', '1e-3', '.5', '7']);
    assert.ok(small.type === 'decimal');
    assert.deepEqual([small.min, small.max, small.mean], ['0.001', '7', '1.5602']);
    assert.ok(typeOf(['1'.repeat(41), '2']).type === 'text');
  });

  it('rounds means half away from zero', () => {
    const mean = (cells: string[]) => {
      const found = typeOf(cells);
      return found.type === 'integer' || found.type === 'decimal' ? found.mean : found.type;
    };
    assert.equal(mean(['1', '1', '0']), '0.666667');
    assert.equal(mean(['-1', '-1', '0']), '-0.666667');
    assert.equal(mean(['0.000001', '0']), '0.000001');
    assert.equal(mean(['-0.000001', '0']), '-0.000001');
    assert.equal(mean(['0', '-0']), '0');
  });

  it('reads only real ISO 8601 dates and orders them by instant', () => {
    const dates = typeOf(['2026-03-01T01:00+02:00', '2026-02-28T23:30Z', '2024-02-29 12:00:00.5Z']);
    assert.ok(dates.type === 'date');
    assert.equal(dates.min, '2024-02-29 12:00:00.5Z');
    assert.equal(dates.max, '2026-02-28T23:30Z');
    for (const wrong of [
      '2026-02-29',
      '2026-13-01',
      '2026-1-1',
      '31.12.2026',
      '2026-01-01T24:00',
      '2026-W05',
    ]) {
      assert.equal(typeOf([wrong, wrong]).type, 'text', wrong);
    }
    assert.equal(typeOf(['20260101', '20260102']).type, 'integer');
    warned(analyse('a;b\n1;31.12.2026\n', 'a.csv'), /only ISO 8601/);
    warned(analyse('a;b\n1;2026-01-01T10:00Z\n2;2026-01-01T10:00\n', 'a.csv'), /offset from UTC/);
  });

  it('reads booleans only within one pair of words', () => {
    assert.equal(typeOf(['yes', 'NO', 'Yes']).type, 'boolean');
    assert.equal(typeOf(['ja', 'nein']).type, 'boolean');
    assert.equal(typeOf(['yes', 'false']).type, 'text');
    assert.equal(typeOf(['0', '1']).type, 'integer');
  });

  it('counts the named missing values and short rows as missing', () => {
    const missing = typeOf(['', 'NA', 'N/A', 'null', ' - ', 'NaN', 'None', '5']);
    assert.equal(missing.missing, 7);
    assert.equal(missing.type, 'integer');
    assert.equal(typeOf(['', 'NA']).type, 'empty');
    const ragged = analyse('a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,2,3\n', 'a.csv');
    assert.equal(column(ragged, 'c').missing, 1);
    warned(ragged, /1 row\(s\) have fewer than 3 fields/);
    warned(ragged, /1 row\(s\) have more than 3 fields/);
  });

  it('points out probable mistakes instead of hiding them', () => {
    const cells = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'ten'].map((cell, i) => `${i},${cell}`);
    warned(analyse(`i,v\n${cells.join('\n')}\n`, 'a.csv'), /"v": 1 of 10 values are not numbers.*"ten"/);
    warned(analyse('i,v\n1,"1,234"\n2,"5,678"\n', 'a.csv'), /grouped thousands/);
    warned(analyse('i;v\n1;1,234\n2;5,678\n', 'a.csv'), /could group thousands/);
    warned(analyse('x,x\n1,2\n', 'a.csv'), /more than once: "x"/);
    const titled = analyse('Sales of March\n\nday,units\n2026-03-01,4\n2026-03-02,5\n', 'a.csv');
    warned(titled, /1 line\(s\) above the table/);
    assert.equal(column(titled, 'units').type, 'integer');
  });

  it('treats column names that look like object keys as names', () => {
    const table = analyse('__proto__,constructor\n1,2\n', 'a.csv');
    assert.deepEqual(
      table.csv?.columns.map(({ name, type }) => `${name} ${type}`),
      ['__proto__ integer', 'constructor integer'],
    );
  });

  it('analyses the first 200 columns of a wider table and says so', () => {
    const wide = analyse(
      `${Array.from({ length: 300 }, (_, i) => `c${i}`).join(',')}\n${'1,'.repeat(299)}1\n`,
      'a.csv',
    );
    assert.equal(wide.csv?.columnCount, 300);
    assert.equal(wide.csv?.columns.length, 200);
    warned(wide, /first 200 of 300 columns/);
  });
});

describe('document analysis: hostile input of full size', () => {
  // Linear work takes one to two seconds on a free core; quadratic work would take minutes.
  const LIMIT_MS = 15_000;
  const fill = (part: string, size = MAX_DOCUMENT_BYTES) =>
    part.repeat(Math.floor(size / Buffer.byteLength(part)));
  const numbered = (part: (i: number) => string) => {
    const parts: string[] = [];
    let size = 0;
    for (let i = 0; size < MAX_DOCUMENT_BYTES - 40; i++) {
      const next = part(i);
      parts.push(next);
      size += next.length;
    }
    return parts.join('');
  };
  const cases: [string, string, () => string, RegExp | null][] = [
    ['nested div', 'a.html', () => fill('<div>'), /No readable words/],
    ['formatting that browsers reopen', 'a.html', () => numbered((i) => `<p><b x=${i}>t`), null],
    ['end tags without start', 'a.html', () => fill('<i>', 1e6) + fill('</u>', 1e6), /No readable words/],
    ['nested templates', 'a.html', () => fill('<template>'), /never closed/],
    ['attributes', 'a.html', () => `<a ${numbered((i) => `a${i} `)}>`, /No readable words/],
    ['headings', 'a.html', () => fill('<h1>a'), /more were left out/],
    ['nested quotes', 'a.md', () => fill('>'), /nested deeper than/],
    ['nested quotes on many lines', 'a.md', () => fill(`${'> '.repeat(23)}a\n>\n`), /Only the first/],
    ['nested list items', 'a.md', () => fill(`${'- '.repeat(12)}x\n`), /Only the first/],
    ['lazy lines in nested quotes', 'a.md', () => '>'.repeat(50) + fill('a\n', 2e6), /Only the first/],
    ['open brackets', 'a.md', () => fill(`${'['.repeat(5000)}\n\n`), /too dense in markup/],
    ['emphasis', 'a.md', () => fill('*a_ '), /too long or too dense/],
    ['a table of one long line', 'a.md', () => `|${fill('a|', 1e6)}\n|${fill('-|', 1e6)}`, /Only the first/],
    ['a table of many rows', 'a.md', () => `|a|\n|-|\n${fill('|a|\n', 2e6)}`, /Only the first/],
    ['link definitions', 'a.md', () => numbered((i) => `[${i}]: x\n`), /Only the first/],
    ['distinct words', 'a.txt', () => numbered((i) => `w${i.toString(36)}x `), /rest on the first/],
    ['combining marks', 'a.txt', () => `a${fill('\u0301\u0323', 2e6)}`, null],
    ['headings in capitals', 'a.txt', () => fill('TITLE\n\n'), /more were left out/],
    ['digits', 'a.csv', () => fill('9'), null],
    ['rows of two numbers', 'a.csv', () => `a,b\n${fill('1,2\n', 2e6)}`, null],
    ['one row of commas', 'a.csv', () => fill(','), /first 200 of/],
    [
      'ragged rows',
      'a.csv',
      () => numbered((i) => `${','.repeat(i % 2000)}\n`).slice(0, -9000),
      /fewer than/,
    ],
    ['quotes', 'a.csv', () => fill('""'), null],
  ];
  for (const [what, name, make, warning] of cases) {
    it(`${name.slice(2)}: ${what}`, function () {
      this.timeout(4 * LIMIT_MS);
      const bytes = Buffer.from(make());
      assert.ok(bytes.length > 1_900_000 && bytes.length <= MAX_DOCUMENT_BYTES, String(bytes.length));
      // Processor time, so that a busy machine does not fail the test.
      const before = process.cpuUsage();
      const analysis = analyseDocument(bytes, name);
      assert.ok(process.cpuUsage(before).user / 1000 < LIMIT_MS);
      if (warning !== null) warned(analysis, warning);
      assert.ok(JSON.stringify(analysis).length < 500_000);
    });
  }

  it('answers any bytes with an analysis or a named refusal, twice the same', () => {
    const pieces = fc.constantFrom(
      ...[
        '<h1>',
        '</',
        '<svg',
        '&#x',
        '`',
        '```\n',
        '# ',
        '---\n',
        '[a](',
        '"',
        ',',
        ';',
        '\n',
        '1.5',
        'NA',
        'é',
        '漢',
        '\uFEFF',
      ],
      ...[
        '\u0000',
        '\r',
        '| a |\n|-|\n',
        '> ',
        '- [ ] ',
        'the ',
        '2026-01-01',
        '<!--',
        '<nav>',
        '</nav>',
        '<template>',
        '\\',
      ],
    );
    const content = fc.oneof(
      fc.array(pieces, { maxLength: 60 }).map((parts) => Buffer.from(parts.join(''))),
      fc.uint8Array({ maxLength: 200 }),
    );
    const run = (bytes: Uint8Array, name: string) => {
      try {
        return JSON.stringify(analyseDocument(bytes, name));
      } catch (error) {
        assert.ok(error instanceof UnreadableDocument, String(error));
        return error.code;
      }
    };
    fc.assert(
      fc.property(content, fc.constantFrom('a.md', 'a.html', 'a.txt', 'a.csv', 'a.tsv'), (bytes, name) => {
        assert.equal(run(bytes, name), run(bytes, name));
      }),
      { numRuns: 2000, seed: 20260301 },
    );
  });
});
