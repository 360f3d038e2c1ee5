import { CliError } from './errors.js';

/** An indexer, asked over HTTP. What it says is told as its word, and proven against the chain where it can be. */
export class Indexer {
  constructor(
    readonly url: string,
    readonly signal: AbortSignal,
  ) {}

  /** @throws CliError `IndexerSilent`, `IndexerRefused`, `NotFound` */
  async get(path: string, query: Record<string, string | undefined> = {}): Promise<unknown> {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, value);
    const at = `${this.url}${path}${parameters.size === 0 ? '' : `?${parameters}`}`;
    let response: Response;
    let body: unknown;
    try {
      response = await fetch(at, { signal: this.signal });
      body = await response.json();
    } catch (error) {
      const next = 'check --indexer; npm start runs one';
      throw new CliError('IndexerSilent', `${this.url} does not answer as an indexer`, 3, next, {
        cause: error,
      });
    }
    if (response.ok) return body;
    const { error } = (body ?? {}) as { error?: { code?: string; message?: string } };
    const said = `${error?.code ?? response.status}: ${error?.message ?? 'it does not say why'}`;
    if (response.status === 404)
      throw new CliError('NotFound', `the indexer knows nothing at ${path} (${said})`, 1);
    throw new CliError('IndexerRefused', `${this.url} refused (${said})`, 1);
  }
}
