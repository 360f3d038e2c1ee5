import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { type Localnet, startLocalnet } from '@agent-labs/localnet';
import { Keypair, SystemProgram, TransactionMessage, VersionedTransaction } from '@solana/web3.js';
import { within } from '../helpers/within';
import { call, post } from './support';

describe('local chain: what it refuses', () => {
  let localnet: Localnet;
  let payer: Keypair;
  before(async () => {
    // a clock that stands still: what changes was changed by a call
    localnet = await startLocalnet({ tick: null });
    payer = localnet.personas.payer;
  });
  after(() => localnet.stop());

  const balance = async () => (await localnet.node.getAccount(payer.publicKey))?.lamports;
  const build = (lamports = 1_000_000, to = Keypair.generate().publicKey) => {
    const instruction = SystemProgram.transfer({ fromPubkey: payer.publicKey, toPubkey: to, lamports });
    const message = new TransactionMessage({
      payerKey: payer.publicKey,
      recentBlockhash: localnet.node.latestBlockhash.blockhash,
      instructions: [instruction],
    }).compileToV0Message();
    const transaction = new VersionedTransaction(message);
    transaction.sign([payer]);
    return transaction;
  };
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const send = (bytes: string, options: object = { encoding: 'base64' }) =>
    call(localnet, 'sendTransaction', bytes, options);

  it('messages that are no JSON-RPC', async () => {
    const cases: [string, number, RegExp][] = [
      ['', -32700, /^Parse error/],
      ['{', -32700, /^Parse error/],
      ['null', -32600, /a call must be an object/],
      ['5', -32600, /a call must be an object/],
      ['[]', -32600, /a batch has 1 to 100 calls, this one 0/],
      ['{}', -32600, /jsonrpc must be "2.0"/],
      ['{"jsonrpc":"1.0","id":1,"method":"getSlot"}', -32600, /jsonrpc must be "2.0"/],
      ['{"jsonrpc":"2.0","id":1,"method":5}', -32600, /method a string/],
      ['{"jsonrpc":"2.0","id":1,"method":"getSlot","params":{"a":1}}', -32602, /they must be an array/],
    ];
    for (const [body, code, message] of cases) {
      const { error, status } = await post(localnet, body);
      assert.deepEqual([status, error?.code], [200, code], body);
      assert.match(error?.message ?? '', message);
    }
    const many = JSON.stringify(
      Array.from({ length: 101 }, () => ({ jsonrpc: '2.0', id: 1, method: 'getSlot' })),
    );
    assert.match((await post(localnet, many)).error?.message ?? '', /this one 101/);
  });

  it('answers a batch one by one, and notifications not at all', async () => {
    const one = (id: unknown, method: string) => ({ jsonrpc: '2.0', id, method });
    const { raw } = await post(
      localnet,
      JSON.stringify([one(1, 'getHealth'), 7, one('b', 'none'), { jsonrpc: '2.0', method: 'getHealth' }]),
    );
    const answers = raw as { id: unknown; result?: unknown; error?: { code: number } }[];
    assert.deepEqual(
      answers.map(({ id, result, error }) => [id, result ?? error?.code]),
      [
        [1, 'ok'],
        [null, -32600],
        ['b', -32601],
      ],
    );
    const silent = await fetch(localnet.rpcUrl, {
      method: 'POST',
      body: JSON.stringify({ jsonrpc: '2.0', method: 'getHealth' }),
    });
    assert.equal(silent.status, 204);
  });

  it('methods it does not have, by their names', async () => {
    const unknown = [
      'getVoteAccounts',
      'getBlockProduction',
      'getasset',
      '__proto__',
      'constructor',
      'toString',
      '',
    ];
    for (const method of unknown) {
      const { error } = await call(localnet, method);
      assert.equal(error?.code, -32601, method);
      assert.equal(error?.message, `Method not found: this local chain has no ${method}`);
    }
  });

  it('parameters that do not fit, by what is wrong with them', async () => {
    const key = Keypair.generate().publicKey.toBase58();
    const cases: [string, unknown[], RegExp][] = [
      ['getAccountInfo', [], /the account must be a base58 address/],
      ['getAccountInfo', ['x'], /the account must be a base58 address of 32 bytes/],
      ['getAccountInfo', [key, 5], /the configuration must be an object/],
      ['getAccountInfo', [key, { encoding: 'xml' }], /encoding must be one of/],
      ['getAccountInfo', [key, { commitment: 'soon' }], /commitment must be one of/],
      ['getMultipleAccounts', [key], /the accounts must be an array/],
      ['getMultipleAccounts', [Array(101).fill(key)], /has 101 entries, at most 100/],
      ['getMultipleAccounts', [[key, 5]], /an entry of the list must be a base58 address/],
      ['getProgramAccounts', [key, { filters: [1] }], /a filter must be an object/],
      ['getProgramAccounts', [key, { filters: [{}] }], /must be dataSize or memcmp/],
      ['getProgramAccounts', [key, { filters: Array(5).fill({ dataSize: 1 }) }], /at most 4 filters/],
      ['getProgramAccounts', [key, { filters: [{ memcmp: { offset: 0, bytes: '0OIl' } }] }], /base58/],
      ['getProgramAccounts', [key, { filters: [{ memcmp: { offset: -1, bytes: '1' } }] }], /a whole number/],
      ['getMinimumBalanceForRentExemption', [1.5], /the length must be a whole number/],
      ['getTokenAccountBalance', [key], /not a Token account/],
      ['getTokenSupply', [key], /not a Token mint/],
      ['getTokenAccountsByOwner', [key, {}], /mint or programId/],
      ['getSignatureStatuses', [Array(257).fill('x')], /at most 256/],
      ['getSignatureStatuses', [[5]], /a signature must be a string/],
      ['getSignaturesForAddress', [key, { limit: 0 }], /limit must be 1 to 1000/],
      ['requestAirdrop', [key, -1], /the lamports must be a whole number/],
      ['requestAirdrop', [key, 2_000_000_000_000], /at most 1000000000000 lamports/],
      ['getFeeForMessage', ['!!'], /the message cannot be read/],
      ['getBlocks', [0], /slots are listed/],
      ['sendTransaction', ['0OIl'], /not base58/],
      ['sendTransaction', ['@@', { encoding: 'base64' }], /not base64/],
      [
        'simulateTransaction',
        ['AA==', { encoding: 'base64', sigVerify: true, replaceRecentBlockhash: true }],
        /exclude/,
      ],
      ['localnet_faucet', [], /the wallet/],
      ['localnet_faucet', [key, key, '1'], /the faucet has/],
      ['localnet_faucet', [key, localnet.info.mint, '1.5'], /base units/],
      ['localnet_faucet', [key, localnet.info.mint, '0'], /base units/],
      ['localnet_faucet', [key, localnet.info.mint, '1000000000001'], /base units/],
      ['localnet_advance', [{}], /give seconds or slots/],
      ['localnet_advance', [{ seconds: -1 }], /seconds must be a whole number/],
      ['localnet_setUnixTime', ['now'], /must be a whole number/],
    ];
    const slot = localnet.node.height;
    for (const [method, params, message] of cases) {
      const { error } = await call(localnet, method, ...params);
      assert.equal(
        error?.code,
        -32602,
        `${method} ${JSON.stringify(params).slice(0, 80)}: ${error?.message}`,
      );
      assert.match(error?.message ?? '', message, method);
    }
    assert.equal(localnet.node.height, slot);
    const ahead = await call(localnet, 'getBalance', key, { minContextSlot: slot + 5 });
    assert.deepEqual([ahead.error?.code, ahead.error?.data], [-32016, { contextSlot: slot }]);
    assert.equal((await call(localnet, 'getBlock', slot + 5)).error?.code, -32004);
  });

  describe('transactions, and charges nothing', () => {
    const cases: [string, () => string, number, RegExp][] = [
      ['no bytes', () => '', -32602, /SanitizeFailure|cannot|Invalid/],
      ['nonsense', () => base64(new Uint8Array(300).fill(1)), -32002, /SanitizeFailure/],
      ['more than a packet', () => base64(new Uint8Array(1_233).fill(1)), -32602, /too large: 1233 bytes/],
      [
        'version 1',
        () => base64(Uint8Array.from([0x81, ...new Uint8Array(200)])),
        -32602,
        /runs legacy and v0 transactions, not v1/,
      ],
      [
        'one that nobody signed',
        () => {
          const transaction = build();
          transaction.signatures[0] = new Uint8Array(64);
          return base64(transaction.serialize());
        },
        -32003,
        /Transaction signature verification failure/,
      ],
      [
        'one that somebody else signed',
        () => {
          const transaction = build();
          const other = build(2_000_000);
          transaction.signatures = other.signatures;
          return base64(transaction.serialize());
        },
        -32003,
        /Transaction signature verification failure/,
      ],
      [
        'an unknown blockhash',
        () => {
          const transaction = build();
          transaction.message.recentBlockhash = Keypair.generate().publicKey.toBase58();
          transaction.sign([payer]);
          return base64(transaction.serialize());
        },
        -32002,
        /Blockhash not found/,
      ],
      [
        'a payer without lamports',
        () => {
          const poor = Keypair.generate();
          const instruction = SystemProgram.transfer({
            fromPubkey: poor.publicKey,
            toPubkey: payer.publicKey,
            lamports: 1,
          });
          const transaction = new VersionedTransaction(
            new TransactionMessage({
              payerKey: poor.publicKey,
              recentBlockhash: localnet.node.latestBlockhash.blockhash,
              instructions: [instruction],
            }).compileToV0Message(),
          );
          transaction.sign([poor]);
          return base64(transaction.serialize());
        },
        -32002,
        /no record of a prior credit/,
      ],
      ['more than there is', () => base64(build(10 ** 15).serialize()), -32002, /custom program error: 0x1/],
    ];
    for (const [what, make, code, message] of cases) {
      it(what, async () => {
        const [before, count] = [await balance(), localnet.node.history.size];
        const bytes = make();
        for (const options of [{ encoding: 'base64' }]) {
          const { error } = await send(bytes, options);
          assert.equal(error?.code, code, error?.message);
          assert.match(error?.message ?? '', message);
        }
        assert.deepEqual([await balance(), localnet.node.history.size], [before, count]);
        // and a good one goes through afterwards
        assert.ok((await send(base64(build().serialize()))).result);
      });
    }
    it('without preflight, one that fails lands, is charged its fee, and says why', async () => {
      const before = (await balance()) ?? 0n;
      const { result, error } = await send(base64(build(10 ** 15).serialize()), {
        encoding: 'base64',
        skipPreflight: true,
      });
      assert.equal(error, undefined);
      const { result: status } = await call(localnet, 'getSignatureStatuses', [result]);
      assert.deepEqual((status as { value: { err: unknown }[] }).value[0]?.err, {
        InstructionError: [0, { Custom: 1 }],
      });
      assert.equal(await balance(), before - 5_000n);
    });
    it('a wallet named as a lookup table, without preflight too', async () => {
      const transaction = build();
      const { message } = transaction;
      assert.ok(message.version === 0);
      message.addressTableLookups.push({
        accountKey: payer.publicKey,
        writableIndexes: [0],
        readonlyIndexes: [],
      });
      transaction.sign([payer]);
      for (const skipPreflight of [false, true]) {
        const { error } = await send(base64(transaction.serialize()), { encoding: 'base64', skipPreflight });
        assert.equal(error?.code, -32002, error?.message);
        assert.match(error?.message ?? '', /InvalidAddressLookupTableOwner/);
      }
    });
    it('a signature that is not good is told so by a simulation that looks at it', async () => {
      const transaction = build();
      transaction.signatures = build(2_000_000).signatures;
      const { error } = await call(localnet, 'simulateTransaction', base64(transaction.serialize()), {
        encoding: 'base64',
        sigVerify: true,
      });
      assert.deepEqual([error?.code, error?.message], [-32003, 'Transaction signature verification failure']);
    });
    it('one that was processed is not simulated again, signed or not', async () => {
      const transaction = build(2_000_000);
      await send(base64(transaction.serialize()));
      const unsigned = new VersionedTransaction(transaction.message);
      for (const [one, sigVerify] of [
        [transaction, false],
        [transaction, true],
        [unsigned, false],
      ] as const) {
        const { result } = await call(localnet, 'simulateTransaction', base64(one.serialize()), {
          encoding: 'base64',
          sigVerify,
        });
        const { value } = result as { value: { err: unknown; logs: string[]; unitsConsumed: number } };
        assert.deepEqual([value.err, value.logs, value.unitsConsumed], ['AlreadyProcessed', [], 0]);
      }
      // under another blockhash it is another one
      await localnet.node.advance({ slots: 1 });
      const { result } = await call(localnet, 'simulateTransaction', base64(transaction.serialize()), {
        encoding: 'base64',
        replaceRecentBlockhash: true,
      });
      assert.equal((result as { value: { err: unknown } }).value.err, null);
    });
    it('one that was processed: not twice, and its resender is told it is there', async () => {
      const to = Keypair.generate().publicKey;
      const bytes = base64(build(2_000_000, to).serialize());
      const first = await send(bytes);
      assert.match((await send(bytes)).error?.message ?? '', /already been processed/);
      assert.equal((await send(bytes, { encoding: 'base64', skipPreflight: true })).result, first.result);
      assert.equal((await localnet.node.getAccount(to))?.lamports, 2_000_000n);
    });
  });

  it('bodies that are too large, and half a request', async () => {
    const large = await fetch(localnet.rpcUrl, { method: 'POST', body: 'x'.repeat(600_000) });
    assert.equal(large.status, 413);
    const { port, hostname } = new URL(localnet.rpcUrl);
    const raw = (bytes: string) =>
      new Promise<string>((done) => {
        let answer = '';
        const socket = connect(Number(port), hostname, () => socket.write(bytes));
        socket.on('data', (data) => {
          answer += data;
        });
        socket.on('error', () => socket.destroy());
        socket.on('close', () => done(answer));
      });
    const halves = await within(
      100,
      Promise.all([
        raw('POST / HTTP/1.1\r\nhost: x\r\n'),
        raw('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"json'),
        raw('GET / HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\n'),
      ]),
    );
    for (const answer of halves) assert.match(answer, /^HTTP\/1\.1 408/);
  }).timeout(120_000);

  it('is open to pages of any origin, as wallets need', async () => {
    const { headers, status } = await fetch(localnet.rpcUrl, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://wallet.example',
        'access-control-request-headers': 'content-type,solana-client',
      },
    });
    assert.equal(status, 204);
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal(headers.get('access-control-allow-headers'), 'content-type,solana-client');
  });
});
