/** How every command ends when it cannot do what it was asked: the words on standard error, the exit status. */
import { ProblemError, renderProblem } from "../article/problem.ts";
import { PublishError } from "../output/publish-error.ts";

/** 1 where the input or the output is at fault, 2 where the usage is; anything else is a fault of the house and thrown on. */
export function fail(error: unknown, json = false): void {
  if (error instanceof ProblemError) {
    if (json) console.log(JSON.stringify({ problems: error.problems }));
    else {
      for (const problem of error.problems) console.error(renderProblem(problem));
      console.error(
        `\n${error.problems.length} ${error.problems.length === 1 ? "problem" : "problems"}; nothing was written.`,
      );
    }
    process.exitCode = 1;
  } else if (error instanceof PublishError) {
    console.error(error.message);
    process.exitCode = 1;
  } else if (error instanceof RangeError || (error instanceof TypeError && "code" in error)) {
    console.error(`${error.message}\nSee --help.`);
    process.exitCode = 2;
  } else throw error;
}
