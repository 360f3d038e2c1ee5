import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  creditIssuerSet,
  creditReference,
  creditsInitialize,
  type Deployment,
  mandateDeposit,
  mintCredits,
  readMandate,
} from '@agent-labs/sdk';
import { Keypair, PublicKey, TransactionMessage, VersionedTransaction } from '@solana/web3.js';
import { frontOf } from './front';
import { answer, CliWorld, type Json, parsed, start } from './support';

const DOC = join(__dirname, '../../docs/cli.md');

describe('agentlabs, the program itself', () => {
  let world: CliWorld;
  let mandate: string;
  let commands: { command: string; arguments: string[]; options: string[] }[];
  before(async () => {
    world = await CliWorld.start();
    const limits = ['--mint', 'tUSD', '--deposit', '10tUSD', '--per-call-max', '1tUSD'];
    ({ mandate } = await world.acts('payer', 'mandate', 'open', ...limits));
    ({ commands } = await world.json('commands'));
  });
  after(() => world.stop());

  it('has every command in its page, and no other', () => {
    const rows = [...readFileSync(DOC, 'utf8').matchAll(/^\| `agentlabs ([^`]+)` *\|/gm)].map(
      ([, row]) => row,
    );
    const told = commands.map(({ command, arguments: given }) => [command, ...given].join(' '));
    assert.deepEqual(rows, told);
  });

  it('has every command tried by a test of these', () => {
    const sources = readdirSync(__dirname)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(__dirname, name), 'utf8'))
      .join('\n')
      .replace(/\s+/g, ' ');
    const untried = commands.filter(({ command }) => {
      const words = command.split(' ').map((word) => `'${word}'`);
      return !sources.includes(words.join(', '));
    });
    assert.deepEqual(
      untried.map(({ command }) => command),
      [],
    );
  });

  it('answers with one JSON value to help, version, and whatever is wrong with the command line', async () => {
    assert.match((await world.json('--help')).text, /Usage: agentlabs/);
    assert.match((await world.json('mandate', 'open', '--help')).text, /--per-call-max/);
    assert.match((await world.json('--version')).text, /^\d+\.\d+\.\d+\n$/);
    for (const args of [
      ['no-such-command'],
      ['mandate', 'no-such-command'],
      ['mandate', 'show'],
      ['mandate', 'show', mandate, 'and more'],
      ['mandate', 'show', mandate, '--no-such-option'],
      ['mandate', 'open', '--mint', 'tUSD'],
      ['mandate', 'show', mandate, '--url'],
      [],
      ['mandate'],
    ]) {
      const error = await world.fails('payer', 'Usage', 2, ...args);
      assert.equal(error.money, 'nothing was sent');
    }
  });

  it('refuses to send without --yes where nobody sits at a terminal', async () => {
    const before = await world.snapshot();
    const ran = await world.run(['--json', 'mandate', 'deposit', mandate, '1tUSD']);
    assert.equal(ran.code, 2);
    assert.equal(parsed(ran).error.name, 'ConfirmationNeeded');
    // what would be sent is shown all the same, on stderr
    assert.match(ran.stderr, /Set more money aside/);
    assert.equal(await world.snapshot(), before);
  });

  it('asks at a terminal, and takes anything but yes for no', async function () {
    // that of util-linux, which makes a terminal; other systems have another program of that name
    if (!spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux')) this.skip();
    const asked = (reply: string) => terminal(world, ['mandate', 'deposit', mandate, '1tUSD'], reply);
    const before = await world.snapshot();
    assert.match(asked('n'), /Sign and send this\? \[y\/N\][\s\S]*Declined: not agreed to; nothing was sent/);
    assert.match(asked(''), /Declined/);
    assert.equal(await world.snapshot(), before);
    assert.match(asked('y'), /deposited +1 tUSD/);
    assert.notEqual(await world.snapshot(), before);
  });

  it('takes a key file of its user alone, and repeats no secret', async () => {
    const secret = Array.from(world.keypair('payer').secretKey);
    const exposed = world.keyFile('exposed', world.keypair('payer'), 0o644);
    const deposit = ['mandate', 'deposit', mandate, '1tUSD'];
    const by = (keypair: string) => ['--keypair', keypair, ...deposit];
    const told = await world.refused('payer', 'KeypairExposed', 2, ...by(exposed));
    assert.match(told.next, /chmod 600/);
    await world.refused('payer', 'KeypairUnreadable', 2, ...by('missing.json'));
    await world.refused('payer', 'PersonaUnknown', 2, ...by('persona:nobody'));
    const half = world.file('half.json', JSON.stringify(secret.slice(0, 32)));
    execFileSync('chmod', ['600', half]);
    await world.refused('payer', 'KeypairInvalid', 2, ...by(half));
    const broken = world.file('broken.json', `${JSON.stringify(secret)} and more`);
    execFileSync('chmod', ['600', broken]);
    const outputs = [];
    for (const keypair of [JSON.stringify(secret), broken, half]) {
      const { stdout, stderr, code } = await world.run(['--json', '--yes', ...by(keypair)]);
      assert.equal(code, 2);
      outputs.push(stdout, stderr);
    }
    const good = world.keyFile('good', world.keypair('payer'));
    const { stdout, stderr } = await world.run(['--json', '--yes', '--keypair', good, ...deposit]);
    outputs.push(stdout, stderr);
    // any eight numbers of the key in a row would be a part of it
    for (const text of outputs) {
      for (let at = 0; at + 8 <= secret.length; at += 8) {
        assert.ok(!text.includes(secret.slice(at, at + 8).join(',')), 'a part of the key was printed');
      }
    }
  });

  it('names no personas of a chain that is not local, and needs a key there', async () => {
    const front = await frontOf(world.chain.rpcUrl);
    front.answer = (method) =>
      method === 'localnet_info' ? { error: { code: -32601, message: 'Method not found' } } : undefined;
    try {
      const deposit = ['--json', '--yes', 'mandate', 'deposit', mandate, '1tUSD'];
      const without = await start(world.home, deposit, { AGENT_LABS_URL: front.url }).ended;
      assert.equal(parsed(without).error.name, 'KeypairMissing');
      const persona = await start(world.home, ['--keypair', 'persona:payer', ...deposit], {
        AGENT_LABS_URL: front.url,
      }).ended;
      assert.equal(parsed(persona).error.name, 'KeypairMissing');
      const drop = await start(world.home, ['--json', 'airdrop', '1SOL'], { AGENT_LABS_URL: front.url })
        .ended;
      assert.deepEqual([parsed(drop).error.name, drop.code], ['NotLocal', 1]);
    } finally {
      await front.stop();
    }
  });

  it('exits 3 where nobody answers, or not in time', async () => {
    const silent = await world.fails(
      'payer',
      'NodeSilent',
      3,
      '--url',
      'http://127.0.0.1:1',
      'clock',
      'show',
    );
    assert.match(silent.next, /npm start/);
    await world.fails('payer', 'ArgumentInvalid', 2, '--url', 'ftp://127.0.0.1', 'clock', 'show');
    const front = await frontOf(world.chain.rpcUrl);
    const deposit = ['mandate', 'deposit', mandate, '1tUSD'];
    front.onSend = () => false;
    try {
      const late = await world.fails(
        'payer',
        'SendAborted',
        3,
        '--url',
        front.url,
        '--timeout',
        '6',
        ...deposit,
      );
      assert.equal(late.money, 'unknown');
    } finally {
      await front.stop();
    }
    // what was left on its way is accounted for by the next run
    answer(await world.run(['--json', '--yes', ...deposit]));
  });

  it('takes a deployment, and refuses another cluster and what is none', async () => {
    const { genesisHash, ...programs } = world.deployment;
    const own = {
      ...Object.fromEntries(Object.entries(programs).map(([name, key]) => [name, key.toBase58()])),
      genesisHash: new PublicKey(genesisHash).toBase58(),
      symbols: { [world.mint.toBase58()]: 'EUR' },
    };
    const path = world.file('deployment.json', JSON.stringify(own));
    const shown = await world.json('mandate', 'show', mandate, '--deployment', path);
    assert.equal(shown.free.unit, 'EUR');
    const broken: [string, Json, string, number][] = [
      ['other.json', { ...own, genesisHash: Keypair.generate().publicKey.toBase58() }, 'ClusterMismatch', 1],
      ['field.json', { ...own, regisrty: own.genesisHash }, 'DeploymentInvalid', 2],
      ['key.json', { registry: 'here' }, 'DeploymentInvalid', 2],
      ['symbol.json', { symbols: { [world.mint.toBase58()]: '1; rm' } }, 'DeploymentInvalid', 2],
    ];
    for (const [name, content, error, code] of broken) {
      const file = world.file(name, JSON.stringify(content));
      await world.fails('payer', error, code, 'mandate', 'show', mandate, '--deployment', file);
    }
    // programs that are not there: nothing is signed for them
    const elsewhere = world.file('elsewhere.json', JSON.stringify({ registry: programs.escrow.toBase58() }));
    const deposit = ['mandate', 'deposit', mandate, '1tUSD', '--deployment', elsewhere];
    await world.refused('payer', 'ConfigMissing', 1, ...deposit);
  });

  it('gives SOL and tokens of a local chain, and moves its clock', async () => {
    const to = Keypair.generate().publicKey.toBase58();
    const before = await world.snapshot();
    for (const amount of ['2.5SOL', '7tUSD']) {
      assert.equal((await world.json('airdrop', amount, '--to', to, '--dry-run')).sent, false);
    }
    assert.equal(await world.snapshot(), before);
    const sol = await world.json('airdrop', '2.5SOL', '--to', to);
    assert.deepEqual(sol.balance, { lamports: '2500000000', sol: '2.5' });
    assert.equal((await world.json('airdrop', '7tUSD', '--to', to)).amount.unit, 'tUSD');
    assert.equal((await world.json('airdrop', '7tSTAKE', '--to', to)).amount.unit, 'tSTAKE');
    await world.fails('payer', 'AmountInvalid', 2, 'airdrop', '7', '--to', to);
    await world.fails('payer', 'LocalChainRefused', 1, 'airdrop', '5000SOL', '--to', to);
    const { time } = await world.json('clock', 'show');
    const moved = await world.json('clock', 'advance', '1d12h');
    assert.ok(Number(moved.time.unix) - Number(time.unix) >= 129_600);
    await world.fails('payer', 'ArgumentInvalid', 2, 'clock', 'advance', '12');
  });

  it('tells a transaction that somebody else made, and leaves it alone', async () => {
    const raw = await depositOf(world, new PublicKey(mandate), world.deployment);
    const before = await world.snapshot();
    const told = await world.json('tx', 'preview', raw);
    assert.equal(told.instructions[0].instruction, 'escrow.mandate_deposit');
    const [own] = told.changes.filter(
      (change: Json) => change.holder === world.wallet('payer') && change.tokens !== null,
    );
    assert.equal(own.tokens.decimal, '-2');
    const offline = await start(world.home, [
      '--json',
      'tx',
      'preview',
      '--offline',
      `@${world.file('tx.txt', raw)}`,
    ]).ended;
    assert.equal(answer(offline).instructions[0].fields.amount, '2000000');
    assert.equal(await world.snapshot(), before);
    await world.fails('payer', 'TransactionMalformed', 2, 'tx', 'preview', 'AAAA');
    await world.fails('payer', 'TransactionMalformed', 2, 'tx', 'preview', 'not base64!');
  });

  it('has no credits where nobody made any', async () => {
    await world.fails('payer', 'CreditsMissing', 1, 'credits', 'balance');
    await world.refused('payer', 'CreditsMissing', 1, 'credits', 'burn', '1CREDIT');
    await world.refused('payer', 'ArgumentInvalid', 2, 'credits', 'burn', '1CREDIT', '--reference', 'abc');
  });

  it('tells and burns credits of a wallet', async () => {
    const operator = world.keypair('operator');
    const admin = { admin: operator.publicKey, rentPayer: operator.publicKey };
    const { rpc, deployment } = world;
    const terms = { issuer: operator.publicKey, dailyCap: 1_000_000_000n, active: true };
    const made = await creditsInitialize(deployment, admin, 6);
    const named = await creditIssuerSet(deployment, admin, terms);
    await rpc.send([made.instruction, named.instruction], { payer: operator });
    const wallet = world.keypair('payer').publicKey;
    const wish = { wallet, amount: 12_500_000n, reference: creditReference('card', 'order 1') };
    await mintCredits(rpc, deployment, wish, operator);
    assert.deepEqual((await world.json('credits', 'balance')).credits, {
      ...{ baseUnits: '12500000', decimal: '12.5', unit: 'CREDIT' },
    });
    const burnt = await world.does('payer', 'credits', 'burn', '2.5CREDIT', '--reference', '07'.repeat(32));
    assert.equal(burnt.burnt.decimal, '2.5');
    assert.equal((await world.json('credits', 'balance', wallet.toBase58())).credits.decimal, '10');
    await world.refused('payer', 'AmountInvalid', 2, 'credits', 'burn', '1tUSD');
  });

  it('completes commands and options in bash, and writes scripts for zsh and fish', async () => {
    const script = (await world.run(['completion', 'bash'])).stdout;
    const completed = (...words: string[]) =>
      execFileSync(
        'bash',
        [
          '-c',
          `${script}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _agentlabs_complete; echo "\${COMPREPLY[@]}"`,
        ],
        { encoding: 'utf8' },
      )
        .trim()
        .split(' ');
    assert.deepEqual(completed('agentlabs', 'mand'), ['mandate']);
    assert.deepEqual(completed('agentlabs', 'agent', 'transfer', ''), [
      'propose',
      'accept',
      ...GLOBAL_OPTIONS,
    ]);
    assert.deepEqual(completed('agentlabs', '--json', 'mandate', 'open', '--dai'), ['--daily-cap']);
    assert.match((await world.json('completion', 'zsh')).script, /^#compdef agentlabs/);
    assert.match((await world.json('completion', 'fish')).script, /complete -c agentlabs/);
    await world.fails('payer', 'ArgumentInvalid', 2, 'completion', 'powershell');
  });
});

const GLOBAL_OPTIONS = [
  ...['--version', '--url', '--keypair', '--indexer', '--deployment'],
  ...['--timeout', '--json', '--dry-run', '--yes'],
];

/** Runs the program at a terminal of its own, by util-linux's script, and answers what it asks. */
function terminal(world: CliWorld, args: string[], reply: string): string {
  const env = {
    ...{ PATH: process.env.PATH ?? '', HOME: world.home, AGENT_LABS_CLI_DIR: join(world.home, 'state') },
    ...{ AGENT_LABS_URL: world.chain.rpcUrl, AGENT_LABS_KEYPAIR: 'persona:payer' },
  };
  const binary = join(__dirname, '../../cli/bin/agentlabs.js');
  const command = [process.execPath, binary, ...args].join(' ');
  return spawnSync('script', ['-qec', command, '/dev/null'], {
    ...{ env, cwd: world.home, encoding: 'utf8' as const, input: `${reply}\n` },
  }).stdout;
}

/** A deposit of two tokens as somebody else would hand it over, base64, unsigned. */
async function depositOf(world: CliWorld, mandate: PublicKey, deployment: Deployment): Promise<string> {
  const account = await readMandate(world.rpc, deployment, mandate);
  if (account === null) throw new Error('no mandate');
  const { mint, payer, tokenProgram } = account;
  const instruction = await mandateDeposit(deployment, { mandate, payer, mint, tokenProgram }, 2_000_000n);
  const { blockhash } = await world.rpc.connection.getLatestBlockhash();
  const message = new TransactionMessage({
    ...{ payerKey: payer, recentBlockhash: blockhash, instructions: [instruction] },
  }).compileToV0Message();
  return Buffer.from(new VersionedTransaction(message).serialize()).toString('base64');
}
