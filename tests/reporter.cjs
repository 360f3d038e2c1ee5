const { appendFileSync } = require('node:fs');
const { reporters } = require('mocha');

/** The usual report, a closing line that says in one what happened, and the failures for whoever runs several suites. */
module.exports = class extends reporters.Spec {
  epilogue() {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    const { FAILURES_FILE } = process.env;
    if (FAILURES_FILE !== undefined)
      for (const test of this.failures)
        appendFileSync(
          FAILURES_FILE,
          `${test.file}: ${test.fullTitle()}\n${test.err?.stack ?? test.err}\n\n`,
        );
    console.log(`${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ''}`);
  }
};
