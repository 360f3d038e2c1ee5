/** What runs in a thread of the `AnalysisPool`: one document at a time, as long as the thread lives. */
import { parentPort } from 'node:worker_threads';
import { analyseDocument, UnreadableDocument } from './analysis/index.js';
import type { AnalysisJob, AnalysisOutcome } from './analysis-pool.js';

function analyse({ body, fileName, contentType }: AnalysisJob): AnalysisOutcome {
  try {
    const analysis = analyseDocument(body, fileName, contentType);
    return { result: new TextEncoder().encode(`${JSON.stringify(analysis, null, 2)}\n`) };
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return { unreadable: { code: error.code, message: error.message } };
  }
}

parentPort?.on('message', (job: AnalysisJob) => {
  const outcome = analyse(job);
  parentPort?.postMessage(outcome, 'result' in outcome ? [outcome.result.buffer] : []);
});
parentPort?.postMessage('ready');
