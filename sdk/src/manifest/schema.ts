import { z } from 'zod';
import { baseAddress, baseUnits, LARGEST_INPUT, LIMIT_BOUNDS, type ManifestOptions } from './parse.js';
import type { Rule } from './problems.js';
import { mediaType, oneOf, plainText, semanticVersion, slug, spdxExpression } from './text.js';
import { capabilityPath, endpointUrl, webUrl } from './url.js';

/** A text under one of the manifest's rules, and what of the rule a JSON Schema can say. */
function text(rule: Rule<string>, json: Record<string, unknown>) {
  return z
    .string()
    .superRefine((value, context) => {
      const problem = rule(value);
      if (problem !== null) context.addIssue({ code: 'custom', message: problem });
    })
    .meta(json);
}

const line = (max: number, description: string) =>
  text(plainText(max), { minLength: 1, maxLength: max, description });
const name = (min: number, max: number, description: string) =>
  text(slug(min, max), {
    minLength: min,
    maxLength: max,
    pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$',
    description,
  });
const media = () =>
  text(mediaType, { pattern: '^[a-z0-9][^\\s/]*/[a-z0-9][^\\s/]*$', description: 'media type, lower case' });
const url = (rule: Rule<string>, allowPrivate: boolean, description: string) =>
  text(rule, {
    format: 'uri',
    maxLength: 200,
    pattern: allowPrivate ? '^https?://' : '^https://',
    description,
  });
const whole = (max: number, description: string) => z.int().min(1).max(max).meta({ description });

/** @returns whether no value is there twice */
function distinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

/**
 * The manifest as a zod schema, under the same rules as `parseManifest`, for those who build forms or other
 * schemas of it. `parseManifest` is stricter about text: it refuses names that stand in it twice.
 */
export function manifestSchema({ allowPrivateEndpoints = false }: ManifestOptions = {}) {
  const capability = z.strictObject({
    name: name(1, 32, 'once per manifest'),
    description: line(1024, 'what it does'),
    input: z.strictObject({
      contentTypes: z.array(media()).min(1).max(16).refine(distinct, 'is there twice'),
      maxBytes: whole(LARGEST_INPUT, 'bytes'),
    }),
    output: z.strictObject({ contentType: media() }),
    path: text(capabilityPath, { pattern: '^/', maxLength: 200, description: "below the endpoint's URL" }),
    method: text(oneOf('GET', 'POST', 'PUT'), { enum: ['GET', 'POST', 'PUT'] }),
  });
  return z
    .strictObject({
      schemaVersion: z.literal('1'),
      name: line(64, 'for people'),
      handle: name(3, 32, 'unique to its creator, for good'),
      version: text(semanticVersion, { maxLength: 64, description: 'semantic version' }),
      description: line(1024, 'for people'),
      summary: line(160, 'for lists').optional(),
      license: text(spdxExpression, { maxLength: 128, description: 'SPDX license expression' }),
      homepage: url(webUrl(allowPrivateEndpoints), allowPrivateEndpoints, 'for people').optional(),
      tags: z
        .array(name(1, 16, 'a tag'))
        .max(4)
        .refine(distinct, 'is there twice'),
      endpoint: z.strictObject({
        url: url(endpointUrl(allowPrivateEndpoints), allowPrivateEndpoints, 'without query and fragment'),
        protocol: z.literal('http'),
      }),
      capabilities: z
        .array(capability)
        .min(1)
        .max(32)
        .refine((list) => distinct(list.map((one) => one.name)), 'has a name twice')
        .refine((list) => distinct(list.map((one) => `${one.method} ${one.path}`)), 'has a path twice'),
      pricing: z.strictObject({
        amount: text(baseUnits, {
          pattern: '^[1-9][0-9]{0,19}$',
          description: 'base units a call, fits u64',
        }),
        mint: text(baseAddress, { pattern: '^[1-9A-HJ-NP-Za-km-z]{32,44}$', description: 'base58' }),
        unit: z.literal('call'),
      }),
      limits: z.strictObject({
        timeoutSeconds: whole(LIMIT_BOUNDS.timeoutSeconds, 'the agent answers a call within').optional(),
        maxConcurrentCalls: whole(LIMIT_BOUNDS.maxConcurrentCalls, 'calls it works on at once').optional(),
        callsPerMinute: whole(LIMIT_BOUNDS.callsPerMinute, 'of one payer').optional(),
      }),
    })
    .meta({
      title: 'Agent Labs agent manifest',
      description: 'What an agent says of itself; the SHA-256 of its RFC 8785 form is on the chain.',
    });
}

/** The same as a JSON Schema of draft 2020-12, as far as one can say it: `sdk/schema/manifest.schema.json`. */
export function manifestJsonSchema(): object {
  return z.toJSONSchema(manifestSchema(), { target: 'draft-2020-12', reused: 'inline' });
}
