/** Films and sounds of the newsroom's own, shown in a text as pictures are: `![what it shows](talk.mp4)`. */

const RECORDING = /\.(?:mp4|m4v|mov|webm|ogv|mp3|ogg|oga|opus|wav|m4a|m4b|flac|weba)$/i;
const POSTERS = [".jpg", ".jpeg", ".png", ".webp", ".avif"] as const;

/** True for the name of a film or sound; each is published under its own ending only. */
export function isRecording(name: string): boolean {
  return RECORDING.test(name);
}

/** Names beside a film or sound: its captions, and the pictures that may be its poster, best first. */
export function namesBeside(name: string): { readonly captions: string; readonly posters: readonly string[] } {
  const stem = name.slice(0, name.lastIndexOf("."));
  return { captions: `${stem}.vtt`, posters: POSTERS.map((ending) => stem + ending) };
}
