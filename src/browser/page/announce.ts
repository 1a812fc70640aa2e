/** Says something on the page and to screen readers. */
export function announce(text: string): void {
  let said = document.querySelector<HTMLElement>(".said");
  if (said === null) {
    said = document.createElement("p");
    said.className = "said";
    said.setAttribute("role", "status");
    document.body.append(said);
  }
  const box = said;
  setTimeout(() => {
    box.textContent = text;
  }, 50);
  setTimeout(() => {
    if (box.textContent === text) box.textContent = "";
  }, 8000);
}
