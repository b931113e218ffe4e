import { byPlace, type InputIssue, issueText, type LoadReport } from '../ingest/index.js';
import type { Output } from './context.js';
import { counted } from './text.js';

/** A person mends the first ones and runs the command again; the rest is counted. */
const SHOWN_PROBLEMS = 100;
const SHOWN_WARNINGS = 10;

/** Prints `file:line: field: expected …` for each problem, in the order of the files and lines, and the warnings. */
export function printProblems(report: LoadReport, files: readonly string[], output: Output): void {
  const inOrder: readonly InputIssue[] = [...report.issues].sort(byPlace(files));
  for (const issue of inOrder.slice(0, SHOWN_PROBLEMS)) output.write(`${issueText(issue)}\n`);
  const more = report.issueCount - Math.min(inOrder.length, SHOWN_PROBLEMS);
  if (more > 0) output.write(`… and ${counted(more, 'more problem')}\n`);
  for (const { file, line, id, like } of report.warnings.slice(0, SHOWN_WARNINGS)) {
    output.write(`${file}:${line}: warning: ${id} has the day, speakers and words of ${like}\n`);
  }
  const moreWarnings = report.warningCount - SHOWN_WARNINGS;
  if (moreWarnings > 0) output.write(`… and ${counted(moreWarnings, 'more warning')}\n`);
}
