import assert from 'node:assert/strict';
import { canonicalManifest, manifestHash } from '../../sdk/dist/manifest/canonical.js';
import { parseManifest } from '../../sdk/dist/manifest/parse.js';
import { changed, MANIFEST, type Path, problems, refused } from './manifest-support';

describe('manifest', () => {
  it('takes a good one, as text or value, and returns a copy of it', () => {
    const parsed = parseManifest(MANIFEST);
    assert.deepEqual(parsed, MANIFEST);
    assert.notEqual(parsed.capabilities, MANIFEST.capabilities);
    assert.deepEqual(parseManifest(JSON.stringify(MANIFEST, null, 2)), MANIFEST);
    const more = {
      ...MANIFEST,
      summary: 'Short.',
      homepage: 'https://example.com/?a=b',
      tags: [],
      limits: {},
    };
    assert.deepEqual(parseManifest(more), more);
  });

  it('has one canonical text and hash, however it was written', () => {
    // made with Python's json (sorted keys, no spaces) and hashlib
    const hash = '0eea6d316865ab2321132b843df92d91e63c224ae9436d9d5b08720b6cc469c2';
    const reversed = Object.fromEntries(Object.entries(MANIFEST).reverse());
    for (const source of [MANIFEST, reversed, JSON.stringify(reversed, null, 4)]) {
      assert.equal(Buffer.from(manifestHash(parseManifest(source))).toString('hex'), hash);
    }
    const text = canonicalManifest(parseManifest(MANIFEST));
    assert.ok(text.startsWith('{"capabilities":[{"description":'));
    assert.deepEqual(parseManifest(text), MANIFEST);
  });

  it('lists every problem with its place', () => {
    const bad = {
      ...MANIFEST,
      schemaVersion: '2',
      name: 5,
      extra: 1,
      tags: ['a', 'a', 'B'],
      endpoint: { url: 'ftp://x' },
      capabilities: [{ ...MANIFEST.capabilities[0], path: 'x', input: { contentTypes: [] } }],
      pricing: null,
    };
    assert.deepEqual(
      problems(bad).map((problem) => problem.split(':')[0]),
      [
        'extra',
        'schemaVersion',
        'name',
        'tags[2]',
        'endpoint.protocol',
        'endpoint.url',
        'capabilities[0].input.maxBytes',
        'capabilities[0].input.contentTypes',
        'capabilities[0].path',
        'pricing',
        'tags[1]',
      ],
    );
    assert.throws(() => parseManifest(bad), /invalid manifest: extra: is not a known field; schemaVersion: /);
  });

  it('asks for every field but the optional ones, and for no other', () => {
    for (const name of Object.keys(MANIFEST)) refused([name], undefined, name);
    for (const name of ['url', 'protocol']) refused(['endpoint', name], undefined, `endpoint.${name}`);
    for (const name of ['amount', 'mint', 'unit']) refused(['pricing', name], undefined, `pricing.${name}`);
    for (const name of Object.keys(MANIFEST.capabilities[0] ?? {})) {
      refused(['capabilities', 0, name], undefined, `capabilities[0].${name}`);
    }
    refused(['extra'], null, 'extra');
    refused(['limits', 'extra'], 1, 'limits.extra');
    refused(['endpoint', 'extra'], 1, 'endpoint.extra');
    refused(['capabilities', 0, 'input', 'extra'], 1, 'capabilities[0].input.extra');
    const proto = JSON.stringify(MANIFEST).replace('{', '{"__proto__":{"polluted":true},');
    assert.deepEqual(problems(proto), ['__proto__: is not a known field']);
    const terminal = problems({ ...MANIFEST, '\u001b[31m\u202e': 1 });
    assert.deepEqual(terminal, ['\\u001b[31m?: is not a known field']);
  });

  it('refuses hidden and control characters in every text', () => {
    for (const path of [['name'], ['description'], ['capabilities', 0, 'description']] as Path[]) {
      const place = path.length === 1 ? String(path[0]) : 'capabilities[0].description';
      for (const code of [
        0x00, 0x07, 0x0a, 0x0d, 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x61c, 0x200b, 0x200d, 0x200e, 0x2028, 0x202a,
        0x202e, 0x2060, 0x2066, 0x2069, 0xd800, 0xe000, 0xfe0f, 0xfeff, 0xfff9, 0xffff, 0xe0041, 0xe0100,
        0x3164,
      ]) {
        refused(path, `a${String.fromCodePoint(code)}b`, place);
      }
      refused(path, 'e\u0301', place);
      refused(path, ' a', place);
      refused(path, '', place);
      for (const good of ['日本語 の 名前', 'Ünïcödé', 'نص عربي', '🦊 fox'])
        assert.deepEqual(problems(changed(path, good)), []);
    }
  });

  it('counts characters, at each bound', () => {
    for (const [name, max] of [
      ['name', 64],
      ['description', 1024],
      ['summary', 160],
    ] as const) {
      assert.deepEqual(problems(changed([name], '🦊'.repeat(max))), []);
      refused([name], 'a'.repeat(max + 1), name);
    }
    for (const good of ['abc', 'a-1', 'x'.repeat(32)])
      assert.deepEqual(problems(changed(['handle'], good)), []);
    for (const bad of ['ab', 'x'.repeat(33), '-abc', 'abc-', 'a--b', 'Abc', 'a_b', 'а-b-c', 'abc\n', '']) {
      refused(['handle'], bad, 'handle');
    }
    assert.deepEqual(problems(changed(['tags'], ['a', 'b', 'c', 'x'.repeat(16)])), []);
    refused(['tags'], ['a', 'b', 'c', 'd', 'e'], 'tags');
    refused(['tags'], ['x'.repeat(17)], 'tags[0]');
    refused(['tags'], ['a', 'a'], 'tags[1]');
    refused(['capabilities'], [], 'capabilities');
    const twice = [MANIFEST.capabilities[0], { ...MANIFEST.capabilities[0], name: 'other' }];
    refused(['capabilities'], twice, 'capabilities[1].path');
    assert.equal(problems(changed(['capabilities'], [twice[0], twice[0]])).length, 2);
  });

  it('checks versions, licenses, media types, amounts, mints and limits', () => {
    for (const bad of [
      '1',
      '1.2',
      '01.2.3',
      '1.2.3-',
      '1.2.3-01',
      'v1.2.3',
      '1.2.3 ',
      `1.0.0-${'a'.repeat(60)}`,
    ]) {
      refused(['version'], bad, 'version');
    }
    for (const bad of [
      '',
      'Apache 2',
      'MIT OR',
      'OR MIT',
      '(MIT',
      'MIT)',
      'MIT WITH',
      'MIT WITH a WITH b',
      '()',
    ]) {
      refused(['license'], bad, 'license');
    }
    refused(['license'], '(MIT) WITH x', 'license');
    for (const good of [
      'MIT',
      'Apache-2.0',
      'LicenseRef-mine',
      'GPL-2.0-only WITH Classpath-exception-2.0',
    ]) {
      assert.deepEqual(problems(changed(['license'], good)), []);
    }
    for (const bad of ['text', 'text/', 'Text/plain', 'text/plain; charset=utf-8', '*/*', 'a/b/c']) {
      refused(['capabilities', 0, 'input', 'contentTypes'], [bad], 'capabilities[0].input.contentTypes[0]');
    }
    for (const bad of ['0', '01', '-1', '1.5', '1e3', '', '18446744073709551616', ' 1']) {
      refused(['pricing', 'amount'], bad, 'pricing.amount');
    }
    refused(['pricing', 'amount'], 5, 'pricing.amount');
    for (const bad of [
      '',
      'abc',
      '0'.repeat(44),
      '1'.repeat(31),
      'z'.repeat(44),
      `${MANIFEST.pricing.mint} `,
    ]) {
      refused(['pricing', 'mint'], bad, 'pricing.mint');
    }
    refused(['pricing', 'unit'], 'token', 'pricing.unit');
    for (const bad of [0, 3601, 1.5, '30', null])
      refused(['limits', 'timeoutSeconds'], bad, 'limits.timeoutSeconds');
    for (const bad of ['DELETE', 'post'])
      refused(['capabilities', 0, 'method'], bad, 'capabilities[0].method');
    for (const bad of [
      '',
      'a',
      '//a',
      '/a//b',
      '/../a',
      '/a/.',
      '/a?b',
      '/a#b',
      '/%61',
      '/a\\b',
      '/é',
      '/a b',
    ]) {
      refused(['capabilities', 0, 'path'], bad, 'capabilities[0].path');
    }
    for (const good of ['/', '/v1/a.b', '/a/...']) {
      assert.deepEqual(problems(changed(['capabilities', 0, 'path'], good)), []);
    }
  });

  it('refuses text that is not JSON, or that two parsers read in two ways', () => {
    const text = JSON.stringify(MANIFEST);
    assert.deepEqual(problems('{'), [': is not JSON']);
    assert.deepEqual(problems('[]'), [': must be an object, not a list']);
    assert.deepEqual(problems('null'), [': must be an object, not null']);
    assert.deepEqual(problems(undefined), [': must be an object, not nothing']);
    for (const twice of [
      text.replace('{', '{"name":"Other",'),
      text.replace('{', '{"n\\u0061me"  \n :"Other",'),
      text.replace('{', `{"name"${' '.repeat(500)}:"Other",`),
      text.replace('"url"', '"url":"https://example.com","url"'),
    ]) {
      assert.deepEqual(problems(twice), [': has an object with the same name twice']);
    }
    const looksTwice = changed(['description'], 'a "name": {"name": 1, "name": 2} \\');
    assert.deepEqual(problems(JSON.stringify(looksTwice)), []);
    assert.deepEqual(problems(`${text}${' '.repeat(70_000)}`), [': has more than 65536 bytes']);
    assert.match(problems(`${'['.repeat(20)}${']'.repeat(20)}`)[0] ?? '', /nested more than 16 deep/);
  });
});
