import { detectFormat } from '@agent-labs/example-document-analyst';

const CONTENT_TYPES = { markdown: 'text/markdown', html: 'text/html', text: 'text/plain', csv: 'text/csv' };

/** Media type of a document by its name. @throws UnreadableDocument where the agent could not read it */
export function contentTypeOf(fileName: string): string {
  return CONTENT_TYPES[detectFormat(fileName)];
}
