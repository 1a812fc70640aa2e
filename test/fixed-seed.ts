/** Random cases are the same on every run, so that a failure is the change's own; `DATELINE_FUZZ=random` looks for new ones. */
import fc from "fast-check";

if (process.env.DATELINE_FUZZ !== "random") fc.configureGlobal({ seed: 20310115 });
