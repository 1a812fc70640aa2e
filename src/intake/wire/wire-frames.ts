/**
 * Messages of a wire that is still as it was sent: SOH begins the head, STX the text, ETX ends it, EOT the message
 * (ISO 646 transmission control characters, as ANPA 1312 and IPTC 7901 use them). Files that lost these characters on
 * their way are cut by the form of their lines instead.
 */
export interface WireFrame {
  /** The lines of the head, without empty ones. */
  readonly head: readonly string[];
  /** From STX to ETX. */
  readonly text: string;
  /** What stands after ETX. */
  readonly trailer: string;
  /** Line on which the message begins, from 1. */
  readonly line: number;
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

/** Cuts at the control characters; undefined where there is no STX. */
export function splitFrames(input: string): WireFrame[] | undefined {
  const text = input.replace(/\r\n?/g, "\n");
  if (!text.includes("\u0002")) return undefined;
  const frames: WireFrame[] = [];
  let line = 1;
  for (const message of text.split(/(?<=\u0004)|(?=\u0001)/)) {
    const start = message.indexOf("\u0002");
    if (start !== -1) {
      const end = message.indexOf("\u0003", start);
      const until = end === -1 ? message.length : end;
      frames.push({
        head: linesOf(message.slice(0, start)),
        text: message.slice(start + 1, until),
        trailer: message.slice(until),
        line,
      });
    }
    line += message.split("\n").length - 1;
  }
  return frames;
}

/** Text without the control characters that steer a line printer or typesetter; tabs and line ends stay. */
export function withoutControls(text: string): string {
  return text.replace(/\u001b[[(]?[0-9;]*[A-Za-z]?|[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
}
