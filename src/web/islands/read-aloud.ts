// The child's page read aloud by the browser, in the language of the page; pressed again it is quiet.

export function readAloud(root: HTMLElement): void {
  const button = root.querySelector('button');
  const voice = window.speechSynthesis as SpeechSynthesis | undefined;
  if (!button || !voice) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    if (voice.speaking || voice.pending) return voice.cancel();
    for (const part of root.querySelectorAll('h1, h2, section p')) {
      const said = new SpeechSynthesisUtterance(part.textContent);
      said.lang = `${root.lang}-IN`;
      said.rate = 0.9;
      voice.speak(said);
    }
  });
  window.addEventListener('pagehide', () => voice.cancel());
}
