/** What an agent says of itself. Its hash is on chain; amounts are decimal strings of base units. */
export interface AgentManifest {
  schemaVersion: '1';
  /** 1 to 64 characters */
  name: string;
  /** 3 to 32 of a-z, 0-9 and single inner hyphens */
  handle: string;
  /** semantic version, at most 64 characters */
  version: string;
  /** 1 to 1,024 characters */
  description: string;
  /** 1 to 160 characters */
  summary?: string;
  /** SPDX license expression, at most 128 characters */
  license: string;
  /** https URL */
  homepage?: string;
  /** at most 4, each 1 to 16 of the handle's characters */
  tags: string[];
  endpoint: ManifestEndpoint;
  /** 1 to 32 */
  capabilities: ManifestCapability[];
  pricing: ManifestPricing;
  limits: ManifestLimits;
}

export interface ManifestEndpoint {
  /** https URL, without query and fragment, at most 200 characters */
  url: string;
  protocol: 'http';
}

export interface ManifestCapability {
  /** 1 to 32 of the handle's characters, once per manifest */
  name: string;
  /** 1 to 1,024 characters */
  description: string;
  input: {
    /** 1 to 16 media types, lower case, without parameters */
    contentTypes: string[];
    /** 1 to 1 GiB */
    maxBytes: number;
  };
  output: {
    /** media type */
    contentType: string;
  };
  /** below the endpoint's URL: starts with a slash, at most 200 characters */
  path: string;
  method: 'GET' | 'POST' | 'PUT';
}

export interface ManifestPricing {
  /** base units, at least 1, fits u64 */
  amount: string;
  /** base58 address */
  mint: string;
  unit: 'call';
}

/** Every limit is optional; what is absent is not promised. */
export interface ManifestLimits {
  /** the agent answers a call within, 1 to 3,600 */
  timeoutSeconds?: number;
  /** calls it works on at once, 1 to 10,000 */
  maxConcurrentCalls?: number;
  /** of one payer, 1 to 1,000,000 */
  callsPerMinute?: number;
}
