const root = document.documentElement;

/** A voice of this device for the page's language; voices of a network service are passed over. */
function voiceOf(lang: string): SpeechSynthesisVoice | undefined {
  const base = lang.split("-")[0];
  return speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.split(/[-_]/)[0] === base);
}

/** *Listen to this article*: paragraph by paragraph, so that pause, speed and the mark work on every engine. */
export function startReadAloud(): void {
  const tool = document.getElementById("read-aloud");
  const [button, speed] = tool?.querySelectorAll("button") ?? [];
  if (!tool || !button || !speed || !("speechSynthesis" in window)) return;
  const start = button.textContent ?? "";
  const parts = [
    ...document.querySelectorAll<HTMLElement>(
      "h1,.standfirst,.body>p,.body>h2,.body>h3,.body>.quote,.body>:is(ul,ol)>li",
    ),
  ];
  const rates = [1, 1.25, 1.5, 0.75];
  let rate = 0;
  let index = 0;
  let state: "idle" | "reading" | "paused" = "idle";
  let turn = 0;

  const show = (): void => {
    const label = { idle: start, reading: button.dataset.pause, paused: button.dataset.resume }[state];
    button.textContent = label ?? start;
    speed.hidden = state === "idle";
    for (const part of parts) part.classList.toggle("reading", state !== "idle" && part === parts[index]);
  };
  const read = (): void => {
    const mine = ++turn;
    speechSynthesis.cancel();
    const part = parts[index];
    if (part === undefined) {
      state = "idle";
      index = 0;
      show();
      return;
    }
    const words = new SpeechSynthesisUtterance(part.textContent ?? "");
    words.lang = root.lang;
    words.voice = voiceOf(root.lang) ?? null;
    words.rate = rates[rate] ?? 1;
    words.onend = () => {
      if (mine !== turn || state !== "reading") return;
      index++;
      read();
    };
    part.scrollIntoView({ block: "nearest" });
    speechSynthesis.speak(words);
    show();
  };
  button.addEventListener("click", () => {
    state = state === "reading" ? "paused" : "reading";
    if (state === "reading") read();
    else {
      turn++;
      speechSynthesis.cancel();
      show();
    }
  });
  speed.addEventListener("click", () => {
    rate = (rate + 1) % rates.length;
    const shown = `${rates[rate]}×`;
    speed.ariaLabel = (speed.ariaLabel ?? "").replace(/\S+$/, shown);
    speed.textContent = shown;
    if (state === "reading") read();
  });
  const offer = (): void => {
    tool.classList.toggle("ready", voiceOf(root.lang) !== undefined);
  };
  speechSynthesis.addEventListener("voiceschanged", offer);
  addEventListener("pagehide", () => speechSynthesis.cancel());
  offer();
}
