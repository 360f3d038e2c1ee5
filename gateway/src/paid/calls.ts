import {
  CHANNEL_SCHEME,
  type Chain,
  caip2Network,
  type Deployment,
  encodeHeader,
  FILE_NAME,
  PAYMENT_REQUIRED,
  PAYMENT_RESPONSE,
  PAYMENT_SIGNATURE,
  type PaymentRequired,
  type ReceivedVoucher,
  SCHEME_DESCRIPTION,
  type Voucher,
} from '@agent-labs/sdk';
import type { AgentDirectory, ListedVersion } from '../agents/directory.js';
import {
  type EndpointAnswer,
  EndpointForbidden,
  type EndpointHttp,
  EndpointSilent,
} from '../agents/endpoint-http.js';
import { Refused, uncharged } from '../refused.js';
import { Answers } from './answers.js';
import { Breakers } from './breakers.js';
import { ChannelDesk, type KnownChannel } from './channels.js';
import { isProven } from './proof.js';
import { asksAgain, type CallHead, readPayment, requestHashOf, requirePath } from './request.js';

/** Milliseconds that an agent has for an answer where its manifest promises none. */
const ANSWER_TIME = 60_000;
const LARGEST_ANSWER = 32 * 1024 * 1024;
/** Seconds a voucher has to stay valid for at least, so that it can be settled. */
const SETTLING_TIME = 120;

/** A call whose voucher is good as far as the gateway can tell: its body may be read. */
export interface AdmittedCall {
  head: CallHead;
  payment: ReceivedVoucher;
  voucher: Voucher;
  known: KnownChannel;
}

/** What a call comes to, for those who count money. */
export interface CallOutcome {
  channel: string;
  callNumber: number;
  /** of the voucher in this call; tells it from others for the same call */
  signature: string;
  /** base units a call */
  price: bigint;
}

/** Asked before a call is forwarded, and told what became of it; of an answer asked for again, that alone. */
export interface CallWatcher {
  /** @throws Refused: then nothing is forwarded */
  before(call: CallOutcome): Promise<void>;
  after(call: CallOutcome, result: 'paid' | 'refused' | 'unknown'): Promise<void>;
}

export interface PaidCallsOptions {
  chain: Chain;
  deployment: Deployment;
  directory: AgentDirectory;
  http: EndpointHttp;
  /** Where callers reach the gateway. */
  publicUrl: () => string;
}

/**
 * Relays calls to agents for the vouchers they carry. It holds no money and decides about none: it refuses what
 * the agent would have to refuse, passes on the rest, and checks that what comes back is signed by the agent.
 */
export class PaidCalls {
  readonly #options: PaidCallsOptions;
  readonly #desk: ChannelDesk;
  readonly #answers = new Answers();
  readonly #breakers = new Breakers();
  readonly #network: string;

  constructor(options: PaidCallsOptions) {
    this.#options = options;
    this.#desk = new ChannelDesk(options.chain, options.deployment);
    this.#network = caip2Network(options.deployment.genesisHash);
  }

  /**
   * Judges a call by its head, before anything of its body is held.
   * @throws Refused by name, uncharged
   */
  async admit(head: CallHead): Promise<AdmittedCall> {
    requirePath(head.path);
    if (head.payment === undefined) throw await this.#paymentRequired(head, 'PaymentRequired');
    const payment = readPayment(head.payment);
    if (payment.network !== this.#network) {
      throw await this.#paymentRequired(head, 'WrongNetwork');
    }
    const { voucher, known } = await this.#desk.check(head.agent, payment).catch(async (error: unknown) => {
      if (!(error instanceof Refused) || error.status !== 402) throw error;
      throw await this.#paymentRequired(head, error.code, error.message);
    });
    return { head, payment, voucher, known };
  }

  /**
   * @throws Refused by name; `charged: false` with it where it is certain
   */
  async take(admitted: AdmittedCall, body: Uint8Array, watcher: CallWatcher): Promise<EndpointAnswer> {
    const { head, payment, voucher, known } = admitted;
    const { agentVersion, price } = known.account;
    const listed = await this.#options.directory.version(head.agent, agentVersion);
    const signature = Buffer.from(payment.signature).toString('base64');
    const outcome = { channel: payment.channel.toBase58(), callNumber: voucher.calls, signature, price };
    const ask = () => this.#ask(head, body, listed, known);
    // answers asked for again are free, and the agent has to hear of each asking
    if (asksAgain(head)) {
      const answer = this.#checked(await ask(), known, voucher, null);
      const taken = isSuccess(answer) ? 'paid' : codeIn(answer) === NOT_TAKEN ? 'refused' : 'unknown';
      await watcher.after(outcome, taken);
      return answer;
    }
    const hash = requestHashOf(head, body);
    const key = {
      call: `${Buffer.from(known.tag).toString('hex')}:${voucher.calls}`,
      voucher: `${signature}:${Buffer.from(hash).toString('hex')}`,
    };
    const turn = this.#answers.look(key);
    if (turn.kind === 'same') return turn.answer;
    if (turn.kind === 'busy') {
      const message = `call ${voucher.calls} of this channel is being answered for another voucher or request`;
      throw new Refused(409, 'CallInFlight', `${message}; ask again when that is answered`);
    }
    if (turn.kind === 'taken') {
      throw new Refused(
        409,
        'CallNumberUsed',
        `call ${voucher.calls} of this channel paid for something else`,
      );
    }
    return this.#answers.hold(key, async () => {
      await watcher.before(outcome);
      try {
        const answer = await this.#checked(await ask(), known, voucher, hash);
        const paid = isSuccess(answer);
        await watcher.after(outcome, paid ? 'paid' : saysUncharged(answer) ? 'refused' : 'unknown');
        return { answer, paid };
      } catch (error) {
        const free = error instanceof Refused && error.charged === false;
        await watcher.after(outcome, free ? 'refused' : 'unknown');
        throw error;
      }
    });
  }

  async #ask(
    { method, path, contentType, fileName, payment }: CallHead,
    body: Uint8Array,
    { manifest }: ListedVersion,
    { account }: KnownChannel,
  ) {
    const { http } = this.#options;
    const agent = account.agent.toBase58();
    const silent = (error: unknown): never => {
      if (error instanceof EndpointForbidden) throw uncharged(403, error.name, error.message);
      if (!(error instanceof EndpointSilent)) throw error;
      if (!error.maybeReceived) {
        throw uncharged(503, 'AgentUnreachable', `the agent cannot be reached: ${error.message}`, {
          headers: { 'retry-after': '1' },
        });
      }
      const message = `no answer from the agent: ${error.message}. Whether it took the voucher is not known`;
      throw new Refused(502, 'AgentSilent', `${message}: send the same request again, it is charged once`);
    };
    return this.#breakers.run(agent, () =>
      http
        .fetch(`${manifest.endpoint.url.replace(/\/$/, '')}${path}`, {
          method,
          headers: {
            ...(contentType !== undefined && { 'content-type': contentType }),
            ...(fileName !== undefined && { [FILE_NAME]: fileName }),
            [PAYMENT_SIGNATURE]: payment ?? '',
          },
          ...(body.length > 0 && { body }),
          timeout: (manifest.limits.timeoutSeconds ?? ANSWER_TIME / 1_000) * 1_000,
          largestAnswer: LARGEST_ANSWER,
        })
        .catch(silent),
    );
  }

  /** @throws Refused `BadResponseProof` */
  #checked(
    answer: EndpointAnswer,
    known: KnownChannel,
    voucher: Voucher,
    hash: Uint8Array | null,
  ): EndpointAnswer {
    if (answer.status >= 300 && answer.status < 400) {
      const message =
        'the agent redirects, which is not followed: what was paid for goes to it and no further';
      throw new Refused(502, 'AgentRedirects', message);
    }
    if (!isSuccess(answer) || isProven(known, voucher, hash, answer)) return answer;
    const message =
      'the answer does not carry the signature of the agent over this call. It may have taken the voucher: ' +
      'send the same request again, or close the channel';
    throw new Refused(502, 'BadResponseProof', message);
  }

  /** A 402 that says what to pay, and why what came was not enough. */
  async #paymentRequired(call: CallHead, code: string, why?: string): Promise<Refused> {
    const { directory, deployment, publicUrl } = this.#options;
    const { version, manifest } = await directory.onOffer(call.agent);
    const { path, agent } = call;
    const required: PaymentRequired = {
      x402Version: 2,
      error: code,
      resource: {
        url: `${publicUrl()}/v1/agents/${agent.toBase58()}${path}`,
        description: manifest.summary ?? manifest.description,
        mimeType: manifest.capabilities.find((one) => one.path === path)?.output.contentType ?? '',
      },
      accepts: [
        {
          scheme: CHANNEL_SCHEME,
          network: this.#network,
          amount: version.price.toString(),
          asset: version.priceMint.toBase58(),
          payTo: agent.toBase58(),
          maxTimeoutSeconds: SETTLING_TIME,
          extra: {
            escrow: deployment.escrow.toBase58(),
            agentVersion: version.number,
            description: SCHEME_DESCRIPTION,
          },
        },
      ],
    };
    const message =
      why ?? `send a voucher for ${this.#network} in ${PAYMENT_SIGNATURE}; ${PAYMENT_REQUIRED} says for what`;
    return uncharged(402, code, message, { headers: { [PAYMENT_REQUIRED]: encodeHeader(required) } });
  }
}

export function isSuccess({ status }: EndpointAnswer): boolean {
  return status >= 200 && status < 300;
}

/** Headers of an agent's answer that its caller gets. */
export const PASSED_ON = ['content-type', PAYMENT_RESPONSE, PAYMENT_REQUIRED, 'retry-after'] as const;

/** How an agent says that it did not take a voucher, and will not. */
const NOT_TAKEN = 'NotTaken';

function saysUncharged(answer: EndpointAnswer): boolean {
  return errorIn(answer)?.charged === false;
}

function codeIn(answer: EndpointAnswer): unknown {
  return saysUncharged(answer) ? errorIn(answer)?.code : undefined;
}

function errorIn({ body }: EndpointAnswer): { code?: unknown; charged?: unknown } | undefined {
  try {
    const { error } = JSON.parse(body.toString('utf8')) as { error?: { code?: unknown; charged?: unknown } };
    return error;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}
