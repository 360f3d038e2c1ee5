import assert from 'node:assert/strict';
import { isPrivateHost } from '../../sdk/dist/manifest/host.js';
import { changed, problems, refused } from './manifest-support';

describe('manifest URLs', () => {
  it('refuses endpoints that are not on the public internet, in every spelling', () => {
    const hosts = [
      'localhost',
      'LOCALHOST',
      'localhost.',
      'a.localhost',
      'a.localhost.',
      'redis',
      'db.internal',
      'nas.local',
      'router.lan',
      'x.home.arpa',
      'metadata.google.internal',
      '127.0.0.1',
      '127.1',
      '127.0.0.1.',
      '2130706433',
      '0x7f000001',
      '0x7f.1',
      '0177.0.0.1',
      '017700000001',
      '0',
      '0.0.0.0',
      '10.0.0.1',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
      '2852039166',
      '100.64.0.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '[::1]',
      '[::]',
      '[0:0:0:0:0:0:0:1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:10.0.0.1]',
      '[::ffff:a00:1]',
      '[::127.0.0.1]',
      '[64:ff9b::7f00:1]',
      '[fe80::1]',
      '[fec0::1]',
      '[fc00::1]',
      '[fd12::1]',
      '[2002:7f00:1::]',
      '[2001:db8::1]',
      '[2001::1]',
      '[ff02::1]',
      '[3fff::1]',
    ];
    for (const host of hosts) {
      refused(['endpoint', 'url'], `https://${host}/`, 'endpoint.url');
      refused(['endpoint', 'url'], `https://${host}:8080/`, 'endpoint.url');
      const local = changed(['endpoint', 'url'], `http://${host}:8080/`);
      assert.deepEqual(problems(local, { allowPrivateEndpoints: true }), [], host);
    }
    for (const host of [
      'example.com',
      'example.com.',
      '8.8.8.8',
      '172.32.0.1',
      '192.167.0.1',
      '11.0.0.1',
      '100.128.0.1',
      '1.1',
      '[2606:4700::1111]',
      '[2a00::1]',
      'localhost.example.com',
      'xn--bcher-kva.example',
      'internal.example.com',
    ]) {
      assert.deepEqual(problems(changed(['endpoint', 'url'], `https://${host}/`)), [], host);
    }
    assert.equal(isPrivateHost('localhost'), true);
    assert.equal(isPrivateHost('example.com'), false);
  });

  it('refuses URLs that say more than where', () => {
    const bad = [
      'http://example.com/',
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'ftp://example.com',
      '//example.com',
      'example.com',
      '',
      'https://',
      'https:///x',
      'https://:443/',
      'https:example.com',
      'https:\\\\example.com',
      'https://exa\tmple.com',
      ' https://example.com',
      'https://example.com\n',
      'https://user@example.com',
      'https://user:pass@example.com',
      'https://@example.com',
      'https://example.com@127.0.0.1/',
      'https://%31%32%37.0.0.1/',
      'https://127。0。0。1/',
      'https://１２７.0.0.1/',
      'https://bücher.example/',
      'https://example.com/#x',
      'https://example.com:99999/',
      'https://exa mple.com/',
      'https://[::1',
      'https://256.256.256.256/',
      `https://example.com/${'a'.repeat(200)}`,
    ];
    for (const url of bad) {
      refused(['endpoint', 'url'], url, 'endpoint.url');
      refused(['homepage'], url, 'homepage');
    }
    refused(['endpoint', 'url'], 'https://example.com/?a', 'endpoint.url');
    const local = changed(['endpoint', 'url'], 'javascript:alert(1)');
    assert.equal(problems(local, { allowPrivateEndpoints: true }).length, 1);
  });
});
