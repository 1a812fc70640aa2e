/** How every command ends when it cannot do what it was asked: the words on standard error, the exit status. */
import { ProblemError, renderProblem } from "../article/problem.ts";
import { UsageError } from "../article/usage-error.ts";
import { PublishError } from "../output/publish-error.ts";
import { renderFault } from "./fault.ts";

/** 1 where the input or the output is at fault, and 1 with the place in our code where the house itself is; 2 where the usage is. */
export function fail(error: unknown, json = false): void {
  process.exitCode = 1;
  if (error instanceof ProblemError) {
    if (json) console.log(JSON.stringify({ problems: error.problems }));
    else {
      for (const problem of error.problems) console.error(renderProblem(problem));
      console.error(
        `\n${error.problems.length} ${error.problems.length === 1 ? "problem" : "problems"}; nothing was written.`,
      );
    }
  } else if (error instanceof PublishError) {
    console.error(error.message);
  } else if (error instanceof UsageError) {
    console.error(`${error.message}\nSee --help.`);
    process.exitCode = 2;
  } else {
    const fault = renderFault(error);
    if (json) console.log(JSON.stringify({ fault }));
    console.error(fault);
  }
}

// What is thrown where no command waits for it ends as any other fault does.
process.once("uncaughtException", (error) => {
  fail(error);
  process.exit();
});
