/** The four questions that `dateline init` asks on a terminal where it was told nothing. */
import { FAULTS, ownTimeZone, type Wishes } from "./newsroom-plan.ts";

/** Asks; gives undefined where the one who was asked went away. */
export async function askForNewsroom(): Promise<Wishes | undefined> {
  const { group, intro, text } = await import("@clack/prompts");
  const ask = (key: keyof typeof FAULTS, message: string, initialValue: string) => () =>
    text({ message, initialValue, validate: (value) => FAULTS[key](value ?? "") });
  intro("A newsroom of your own");
  const gone = new Error("gone");
  try {
    const { title, language, timeZone, url } = await group(
      {
        title: ask("title", "What is the name of the paper?", ""),
        language: ask("language", "Which language is it in?", "en"),
        timeZone: ask("timeZone", "Which time zone does it work in?", ownTimeZone()),
        url: ask("url", "Where will it stand? Leave it empty if you do not know yet.", ""),
      },
      {
        onCancel: () => {
          throw gone;
        },
      },
    );
    return { title, language, timeZone, url: url ?? "" };
  } catch (error) {
    if (error === gone) return undefined;
    throw error;
  }
}
