import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Chain, type Deployment, TransactionFailed } from '@agent-labs/sdk';
import { Keypair, PublicKey, TransactionInstruction } from '@solana/web3.js';

interface Question {
  ask: number;
  method: 'getAccount' | 'unixTime' | 'slot' | 'send';
  parameters: [Uint8Array] | [SentInstruction[], Uint8Array] | [];
}

interface SentInstruction {
  programId: Uint8Array;
  keys: { pubkey: Uint8Array; isSigner: boolean; isWritable: boolean }[];
  data: Uint8Array;
}

/** What a child says besides asking the chain. */
export interface Said {
  url?: string;
  failure?: string;
  opened?: number;
  answered?: number;
  done?: boolean;
}

/** A script of `children/` in a process of its own, with the chain of this one. */
export class Child {
  readonly said: Said[] = [];
  readonly #process: ChildProcess;
  readonly #loaded: Promise<unknown>;
  readonly #ended: Promise<unknown>;
  readonly #answering: Promise<void>[] = [];
  #errors = '';
  #told: () => void = () => undefined;

  /** Loads the script, which takes most of its time; it does nothing before `start`. */
  constructor(script: string, chain: Chain) {
    this.#process = fork(join(__dirname, 'children', script), {
      serialization: 'advanced',
      execArgv: [],
      // where Node.js knows it, children load in half the time
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'agent-labs-compiled') },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#process.stderr?.on('data', (data) => {
      this.#errors += data;
    });
    // what it asked last is on its way even when it is gone
    this.#ended = Promise.all([once(this.#process, 'exit'), once(this.#process, 'disconnect')]);
    let loaded: () => void = () => undefined;
    this.#loaded = new Promise<void>((resolve) => {
      loaded = resolve;
    });
    this.#process.on('message', (message: Said & { loaded?: true } & Partial<Question>) => {
      if (message.loaded) loaded();
      else if (message.ask !== undefined) this.#answering.push(this.#answer(chain, message as Question));
      else {
        this.said.push(message);
        this.#told();
      }
    });
  }

  async start(parameters: object): Promise<void> {
    await this.#loaded;
    this.#process.send({ start: parameters });
  }

  /** Waits until the child has said something that fits. */
  async until(fits: (said: Said) => boolean): Promise<Said> {
    for (;;) {
      const found = this.said.find(fits);
      if (found !== undefined) return found;
      const told = new Promise<void>((resolve) => {
        this.#told = resolve;
      });
      const ended = this.#ended.then(() => {
        throw new Error(`the child ended: ${this.#errors}`);
      });
      await Promise.race([told, ended]);
    }
  }

  /** SIGKILL: nothing is finished, nothing is closed. The chain has done what it was asked when this resolves. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
    await Promise.all(this.#answering);
  }

  async #answer(chain: Chain, question: Question): Promise<void> {
    const reply = await ask(chain, question).then(
      (result) => ({ reply: question.ask, result }),
      (error: Error) => ({ reply: question.ask, error: told(error) }),
    );
    // nobody may be there any more
    if (this.#process.connected) this.#process.send(reply, () => undefined);
  }
}

async function ask(chain: Chain, { method, parameters }: Question): Promise<unknown> {
  if (method === 'getAccount') {
    const account = await chain.getAccount(new PublicKey(parameters[0] as Uint8Array));
    return account && { ...account, owner: account.owner.toBytes() };
  }
  if (method !== 'send') return chain[method]();
  const [instructions, secretKey] = parameters as [SentInstruction[], Uint8Array];
  return chain.send(
    instructions.map(
      ({ programId, keys, data }) =>
        new TransactionInstruction({
          programId: new PublicKey(programId),
          keys: keys.map((meta) => ({ ...meta, pubkey: new PublicKey(meta.pubkey) })),
          data: Buffer.from(data),
        }),
    ),
    { payer: Keypair.fromSecretKey(secretKey) },
  );
}

function told(error: Error) {
  const { message } = error;
  if (!(error instanceof TransactionFailed)) return { message };
  const { code, instructionIndex } = error;
  return { failed: true, message, code, instructionIndex };
}

/** A deployment as it goes over IPC. */
export function plainDeployment({ genesisHash, ...programs }: Deployment) {
  const { registry, escrow, stake, reputation, consent } = programs;
  return {
    registry: registry.toBytes(),
    escrow: escrow.toBytes(),
    stake: stake.toBytes(),
    reputation: reputation.toBytes(),
    consent: consent.toBytes(),
    genesisHash,
  };
}

/** Children loaded ahead, so that a killed one has a successor at once. */
export class Nursery {
  readonly #ready: Child[] = [];

  constructor(
    readonly script: string,
    readonly chain: Chain,
    ahead: number,
  ) {
    for (let at = 0; at < ahead; at += 1) this.#ready.push(new Child(script, chain));
  }

  next(): Child {
    this.#ready.push(new Child(this.script, this.chain));
    return this.#ready.shift() as Child;
  }

  async end(): Promise<void> {
    await Promise.all(this.#ready.map((child) => child.kill()));
  }
}
